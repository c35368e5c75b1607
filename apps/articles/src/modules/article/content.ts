import type { Queryable } from '@dateline/db/connect';
import type { BodyElementInput, BylineInput } from '../../__generated__/resolver-types.ts';
import type { articleBylines } from '../../db/tables/article-parts.ts';
import type { articles } from '../../db/tables/articles.ts';
import { contributorStore } from '../contributor/store.ts';
import { sectionStore } from '../section/store.ts';
import { topicStore } from '../topic/store.ts';
import { parseBody } from './body-input.ts';
import { bodyText, countWords } from './body-text.ts';
import { type Fault, faultsOf, type WritableFields } from './rules.ts';

/** What may be written about an article, by whatever mutation. What is undefined is not touched. */
export interface ContentInput extends WritableFields {
  readonly language?: string | null | undefined;
  readonly body?: readonly BodyElementInput[] | null | undefined;
  readonly bylines?: readonly BylineInput[] | null | undefined;
  readonly sectionSlug?: string | null | undefined;
  readonly topicSlugs?: readonly string[] | null | undefined;
  readonly copyrightNotice?: string | null | undefined;
  readonly usageTerms?: string | null | undefined;
  readonly isAccessibleForFree?: boolean | null | undefined;
}

export interface Content {
  readonly columns: Partial<typeof articles.$inferInsert>;
  readonly bylines?: readonly Omit<typeof articleBylines.$inferInsert, 'articleId' | 'position'>[];
  readonly topicIds?: readonly string[];
  readonly faults: readonly Fault[];
}

/**
 * Checks an input whole and turns its slugs into ids. With any fault, nothing of it may be written. Entries of a live story
 * that name no time are told now.
 */
export async function prepareContent(
  db: Queryable,
  input: ContentInput,
  language: string,
  now: Date = new Date(),
): Promise<Content> {
  const body = input.body === undefined ? undefined : parseBody(input.body ?? [], now);
  const section = await findSection(db, input.sectionSlug);
  const topics = input.topicSlugs === undefined ? undefined : await findTopics(db, input.topicSlugs ?? []);
  const bylines = input.bylines === undefined ? undefined : await findBylines(db, input.bylines ?? []);
  return {
    columns: withoutUndefined({
      language: input.language ?? undefined,
      headline: input.headline?.trim(),
      kicker: input.kicker,
      standfirst: input.standfirst,
      dateline: input.dateline,
      timeZone: input.timeZone ?? undefined,
      urgency: input.urgency ?? undefined,
      copyrightNotice: input.copyrightNotice,
      usageTerms: input.usageTerms,
      isAccessibleForFree: input.isAccessibleForFree ?? undefined,
      sectionId: section.id,
      body: body?.body,
      wordCount: body && countWords(bodyText(body.body), language),
    }),
    ...(bylines ? { bylines: bylines.rows } : {}),
    ...(topics ? { topicIds: topics.ids } : {}),
    faults: [
      ...faultsOf(input),
      ...(input.language === null ? [unknown('language', 'An article is in a language.')] : []),
      ...(body?.faults ?? []),
      ...section.faults,
      ...(topics?.faults ?? []),
      ...(bylines?.faults ?? []),
    ],
  };
}

async function findSection(db: Queryable, slug: string | null | undefined) {
  if (slug == null) return { id: slug, faults: [] };
  const [section] = await sectionStore.findBySlugs(db, [slug]);
  return section
    ? { id: section.id, faults: [] }
    : { id: undefined, faults: [unknown('sectionSlug', `There is no section '${slug}'.`)] };
}

async function findTopics(db: Queryable, slugs: readonly string[]) {
  const wanted = [...new Set(slugs)];
  const known = new Map(
    (wanted.length > 0 ? await topicStore.findBySlugs(db, wanted) : []).map(({ slug, id }) => [slug, id]),
  );
  return {
    ids: wanted.flatMap((slug) => known.get(slug) ?? []),
    faults: wanted
      .filter((slug) => !known.has(slug))
      .map((slug) => unknown('topicSlugs', `There is no topic '${slug}'.`)),
  };
}

async function findBylines(db: Queryable, inputs: readonly BylineInput[]) {
  const slugs = [...new Set(inputs.flatMap(({ contributorSlug }) => contributorSlug ?? []))];
  const known = new Map(
    (slugs.length > 0 ? await contributorStore.findBySlugs(db, slugs) : []).map((row) => [row.slug, row]),
  );
  const faults: Fault[] = [];
  const rows = inputs.flatMap(({ name, role, contributorSlug }) => {
    const contributor = contributorSlug == null ? undefined : known.get(contributorSlug);
    if (contributorSlug != null && !contributor)
      faults.push(unknown('bylines', `There is no contributor '${contributorSlug}'.`));
    const printed = name?.trim() || contributor?.name;
    if (printed) return [{ name: printed, role: role ?? null, contributorId: contributor?.id ?? null }];
    if (contributorSlug == null) faults.push(unknown('bylines', 'A byline needs a name or a contributor.'));
    return [];
  });
  return { rows, faults };
}

function unknown(field: string, message: string): Fault {
  return { code: 'UNKNOWN', message, path: ['input', field] };
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}
