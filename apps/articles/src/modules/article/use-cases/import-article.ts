import { createHash } from 'node:crypto';
import type { ImportArticleInput } from '../../../__generated__/resolver-types.ts';
import { recordChanges } from '../../change/record-changes.ts';
import type { ArticleRow } from '../article.ts';
import { prepareContent } from '../content.ts';
import { type ArticleServiceDependencies, edit } from '../edit.ts';
import type { Outcome } from '../outcome.ts';
import { insertArticle, updateArticle } from '../save-article.ts';
import { articleStore } from '../store.ts';

/** The supplier's key decides which article it is; the digest of all that came decides whether anything changed. */
export function importArticle(dependencies: ArticleServiceDependencies, input: ImportArticleInput): Promise<Outcome> {
  const sourceDigest = createHash('sha256').update(canonicalJson(input)).digest('hex');
  return edit(dependencies, async ({ transaction, now }) => {
    const save = { transaction, now, author: input.source };
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
      ...publicationOf(input, current, now),
    };
    const article = current
      ? await updateArticle(save, current, { ...content, columns: { ...content.columns, ...source } }, input.slug)
      : await insertArticle(save, content, input, source);
    if (article.status === 'PUBLISHED') {
      const kind = current?.status === 'PUBLISHED' ? 'UPDATED' : 'PUBLISHED';
      await recordChanges(transaction, [{ kind, article, previousSlug: current?.slug }], now);
    }
    return { article, faults: [], outcome: current ? 'UPDATED' : 'CREATED' };
  });
}

/** An import publishes what it may; what is published already stays so. */
function publicationOf({ publish, firstPublishedAt }: ImportArticleInput, current: ArticleRow | null, now: Date) {
  const first = firstPublishedAt == null ? (current?.firstPublishedAt ?? null) : new Date(firstPublishedAt);
  if (!publish) return { firstPublishedAt: first };
  return { status: 'PUBLISHED' as const, firstPublishedAt: first, publishedAt: current?.publishedAt ?? first ?? now };
}

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
