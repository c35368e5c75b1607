import { isBelowRootField, keepAtMost } from '@dateline/service-kit/cache-hints';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { type Connection, type PageBounds, parsePage, toConnection } from '@dateline/service-kit/connection';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import type { ArticleFilter as ArticleFilterInput, QueryArticlesArgs } from '../../__generated__/resolver-types.ts';
import type { Context } from '../../context.ts';
import type { ArticleRow } from './article.ts';
import { visibleStatuses } from './rules.ts';
import {
  type ArticleFilter,
  type ArticleOrder,
  type ArticleParent,
  type ArticleStatus,
  articleStore,
  keysetOf,
} from './store.ts';

/** How long a list is kept that no event purges. */
export const untoldListSeconds = 10;

/** As keysetOf writes it: what is outside these years would fail inside Postgres. */
const instant = z.iso.datetime().refine((value) => value >= '0001');
const keysets: Readonly<Record<ArticleOrder, PageBounds['keyset']>> = {
  PUBLISHED_AT_DESC: z.tuple([instant, z.uuid()]),
  PUBLISHED_AT_ASC: z.tuple([instant, z.uuid()]),
  UPDATED_AT_DESC: z.tuple([instant, z.uuid()]),
  URGENCY: z.tuple([z.int().min(1).max(8), instant, z.uuid()]),
};

/** A page of articles that the viewer may see. */
export async function listArticles(
  { db, viewer, loaders }: Context,
  args: Partial<QueryArticlesArgs>,
): Promise<Connection<ArticleRow>> {
  const order = args.orderBy ?? 'PUBLISHED_AT_DESC';
  const page = parsePage(args, { order, keyset: keysets[order] });
  const filter = await parseFilter(args.filter ?? {}, visibleStatuses(viewer), loaders);
  return toConnection(await articleStore.list(db, filter, order, page), page, keysetOf(order));
}

/** A page of the published articles of a section, a topic or a contributor, newest first. */
export async function listArticlesOf(
  parent: ArticleParent,
  parentId: string,
  args: { readonly first?: number | null; readonly after?: string | null | undefined },
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<ArticleRow>> {
  // Below section, topic and contributor the answer carries the tag that a new article purges; elsewhere nothing tells of one.
  if (!isBelowRootField(info)) keepAtMost(info, untoldListSeconds);
  const order = 'PUBLISHED_AT_DESC';
  const page = parsePage(args, { order, keyset: keysets[order] });
  return toConnection(await loaders.articlesByParent.load({ parent, parentId, page }), page, keysetOf(order));
}

/** The filter of a list with its names looked up. Throws where it is not the viewer's to ask. */
export async function parseFilter(
  input: ArticleFilterInput,
  visible: readonly ArticleStatus[],
  loaders: Context['loaders'],
): Promise<ArticleFilter> {
  const { sections, topics, contributors, languages, publishedAfter, publishedBefore, updatedAfter, maxUrgency } =
    input;
  const statuses = allowedStatuses(input.statuses, visible);
  const [sectionIds, topicIds, contributorIds] = await Promise.all([
    sections && idsOf(sections, loaders.sectionBySlug),
    topics && idsOf(topics, loaders.topicBySlug),
    contributors && idsOf(contributors, loaders.contributorBySlug),
  ]);
  return {
    statuses,
    ...(sectionIds ? { sectionIds } : {}),
    ...(topicIds ? { topicIds } : {}),
    ...(contributorIds ? { contributorIds } : {}),
    ...(languages ? { languages } : {}),
    ...(publishedAfter ? { publishedAfter: new Date(publishedAfter) } : {}),
    ...(publishedBefore ? { publishedBefore: new Date(publishedBefore) } : {}),
    ...(updatedAfter ? { updatedAfter: new Date(updatedAfter) } : {}),
    ...(maxUrgency == null ? {} : { maxUrgency }),
  };
}

/** The ids of those that there are. */
async function idsOf(
  slugs: readonly string[],
  bySlug: { load(slug: string): Promise<{ readonly id: string } | null> },
): Promise<string[]> {
  const rows = await Promise.all(slugs.map((slug) => bySlug.load(slug)));
  return rows.flatMap((row) => row?.id ?? []);
}

/** Readers get what is published; so do editors who do not say otherwise. */
function allowedStatuses(
  asked: readonly ArticleStatus[] | null | undefined,
  visible: readonly ArticleStatus[],
): readonly ArticleStatus[] {
  if (asked == null) return ['PUBLISHED'];
  // Each once: a search looks through the stories of one after the other.
  if (asked.every((status) => visible.includes(status))) return [...new Set(asked)];
  throw new CataloguedError('FORBIDDEN', {
    message: 'Only editors may ask for statuses.',
    field: ['filter', 'statuses'],
  });
}
