import { createHash } from 'node:crypto';
import type { Database, Transaction } from '@dateline/db/connect';
import { isUuid, uuidv7 } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Viewer } from '@dateline/service-kit/viewer';
import type {
  CreateArticleInput,
  ImportArticleInput,
  ImportOutcome,
  UpdateArticleInput,
} from '../../__generated__/resolver-types.ts';
import { recordChanges } from '../change/record-changes.ts';
import type { WantedPictureRow } from '../import/import.ts';
import type { ArticleRow } from './article.ts';
import { type Content, prepareContent } from './content.ts';
import { type Fault, requireEditor, revisionConflict } from './rules.ts';
import { normaliseSlug, slugCandidates, slugify } from './slug.ts';
import { articleStore } from './store.ts';

/** What became of a change: the article as it stands now, or what has to be mended. */
export interface Outcome {
  readonly article: ArticleRow | null;
  readonly faults: readonly Fault[];
  /** What an import did. */
  readonly outcome?: ImportOutcome | null;
  /** Pictures that an import named and media has not yet. */
  readonly wantedPictures?: readonly WantedPictureRow[];
}

export interface ArticleServiceDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
  readonly now: Date;
}

/** The use-cases of articles: permission, rules, one transaction, and the event in it. */
export function createArticleService({ db, viewer, now }: ArticleServiceDependencies) {
  return {
    async create(input: CreateArticleInput): Promise<Outcome> {
      requireEditor(viewer);
      return db.transaction(async (transaction) => {
        const content = await prepareContent(transaction, input, input.language);
        if (content.faults.length > 0) return { article: null, faults: content.faults };
        return { article: await insertArticle(transaction, content, input, {}), faults: [] };
      });
    },

    async update(id: string, expectedRevision: number, input: UpdateArticleInput): Promise<Outcome> {
      requireEditor(viewer);
      return db.transaction(async (transaction) => {
        const current = await lockArticle(transaction, id);
        if (current.revision !== expectedRevision) {
          return { article: current, faults: [revisionConflict(expectedRevision, current.revision)] };
        }
        const content = await prepareContent(transaction, input, input.language ?? current.language);
        if (content.faults.length > 0) return { article: current, faults: content.faults };
        const article = await updateArticle(transaction, current, content, input.slug);
        if (article.status === 'PUBLISHED') {
          await recordChanges(transaction, [{ kind: 'UPDATED', article, previousSlug: current.slug }], now);
        }
        return { article, faults: [] };
      });
    },

    async publish(id: string): Promise<Outcome> {
      requireEditor(viewer);
      return db.transaction(async (transaction) => {
        const current = await lockArticle(transaction, id);
        if (current.status === 'PUBLISHED') return { article: current, faults: [] };
        if (current.status !== 'DRAFT') {
          return {
            article: current,
            faults: [{ code: 'NOT_A_DRAFT', message: 'Only a draft can be published.', path: ['id'] }],
          };
        }
        const article = await articleStore.update(transaction, id, {
          status: 'PUBLISHED',
          publishedAt: now,
          firstPublishedAt: current.firstPublishedAt ?? now,
          updatedAt: now,
          revision: current.revision + 1,
        });
        await recordChanges(transaction, [{ kind: 'PUBLISHED', article }], now);
        return { article, faults: [] };
      });
    },

    /** The supplier's key decides which article it is; the digest of all that came decides whether anything changed. */
    async import(input: ImportArticleInput): Promise<Outcome> {
      requireEditor(viewer);
      const sourceDigest = createHash('sha256').update(canonicalJson(input)).digest('hex');
      return db.transaction(async (transaction) => {
        const current = await articleStore.lockImported(transaction, input.source, input.sourceId);
        if (current?.sourceDigest === sourceDigest) return { article: current, faults: [], outcome: 'UNCHANGED' };
        const content = await prepareContent(transaction, wholeOf(input), input.language);
        if (content.faults.length > 0) return { article: current, faults: content.faults, outcome: null };
        const source = {
          sourceName: input.source,
          sourceId: input.sourceId,
          sourceUrl: input.sourceUrl ?? null,
          sourceFormat: input.format,
          sourceReceivedAt: now,
          sourceDigest,
          ...publicationOf(input, current),
        };
        const article = current
          ? await updateArticle(
              transaction,
              current,
              { ...content, columns: { ...content.columns, ...source } },
              input.slug,
            )
          : await insertArticle(transaction, content, input, source);
        if (article.status === 'PUBLISHED') {
          const kind = current?.status === 'PUBLISHED' ? 'UPDATED' : 'PUBLISHED';
          await recordChanges(transaction, [{ kind, article, previousSlug: current?.slug }], now);
        }
        return { article, faults: [], outcome: current ? 'UPDATED' : 'CREATED' };
      });
    },
  };

  /** An import publishes what it may; what is published already stays so. */
  function publicationOf({ publish, firstPublishedAt }: ImportArticleInput, current: ArticleRow | null) {
    const first = firstPublishedAt == null ? (current?.firstPublishedAt ?? null) : new Date(firstPublishedAt);
    if (!publish) return { firstPublishedAt: first };
    return { status: 'PUBLISHED' as const, firstPublishedAt: first, publishedAt: current?.publishedAt ?? first ?? now };
  }

  async function insertArticle(
    transaction: Transaction,
    { columns, bylines = [], topicIds = [] }: Content,
    { headline, language, slug, timeZone }: Pick<CreateArticleInput, 'headline' | 'language' | 'slug' | 'timeZone'>,
    more: Partial<ArticleRow>,
  ): Promise<ArticleRow> {
    const id = uuidv7(now.getTime());
    const wanted = slug ?? slugify(headline);
    const article = await articleStore.insert(transaction, {
      id,
      language,
      timeZone,
      headline,
      body: [],
      wordCount: 0,
      urgency: 5,
      createdAt: now,
      updatedAt: now,
      ...columns,
      ...more,
      slug: await freeSlug(transaction, wanted, id),
    });
    await articleStore.replaceBylines(transaction, id, bylines);
    await articleStore.replaceTopics(transaction, id, topicIds);
    return article;
  }

  async function updateArticle(
    transaction: Transaction,
    current: ArticleRow,
    { columns, bylines, topicIds }: Content,
    wantedSlug: string | null | undefined,
  ): Promise<ArticleRow> {
    const slug = await slugAfter(transaction, current, wantedSlug);
    const change = { ...columns, slug, updatedAt: now, revision: current.revision + 1 };
    const article = await articleStore.update(transaction, current.id, change);
    if (bylines) await articleStore.replaceBylines(transaction, current.id, bylines);
    if (topicIds) await articleStore.replaceTopics(transaction, current.id, topicIds);
    return article;
  }

  /** A slug changes only when it is asked for: a headline that is mended does not break a link. */
  async function slugAfter(
    transaction: Transaction,
    current: ArticleRow,
    wanted: string | null | undefined,
  ): Promise<string> {
    if (wanted == null || wanted === current.slug) return current.slug;
    const slug = await freeSlug(transaction, wanted, current.id);
    // The same item from the wire asks each time for a slug that another article has.
    if (slug !== current.slug) await articleStore.rememberSlug(transaction, current.id, current.slug, slug);
    return slug;
  }

  /** The first of slug, slug-2, slug-3 … that belongs to no other article; asks for more at a time the more are taken. */
  async function freeSlug(transaction: Transaction, wanted: string, articleId: string): Promise<string> {
    const slug = normaliseSlug(wanted);
    await articleStore.lockSlug(transaction, slug);
    for (let from = 1, count = 4; ; from += count, count *= 4) {
      const candidates = slugCandidates(slug, from, count);
      const taken = await articleStore.takenSlugs(transaction, candidates, articleId);
      const free = candidates.find((candidate) => !taken.has(candidate));
      if (free !== undefined) return free;
    }
  }

  async function lockArticle(transaction: Transaction, id: string): Promise<ArticleRow> {
    const article = isUuid(id) ? await articleStore.lock(transaction, id) : null;
    if (!article)
      throw new CataloguedError('BAD_USER_INPUT', { message: 'There is no article with this id.', field: ['id'] });
    return article;
  }
}

export type ArticleService = ReturnType<typeof createArticleService>;

/** An import is the article whole: what it does not name is emptied, where a change would leave it. */
function wholeOf(input: ImportArticleInput): ImportArticleInput {
  const { kicker = null, standfirst = null, dateline = null, sectionSlug = null } = input;
  const { copyrightNotice = null, usageTerms = null } = input;
  return { ...input, kicker, standfirst, dateline, sectionSlug, copyrightNotice, usageTerms };
}

/** JSON with sorted keys: the same input gives the same digest, in whatever order its fields came. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, nested: unknown) =>
    nested !== null && typeof nested === 'object' && !Array.isArray(nested)
      ? Object.fromEntries(Object.entries(nested).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : nested,
  );
}
