import type { Transaction } from '@dateline/db/connect';
import type { ArticleRow } from './article.ts';
import { normaliseSlug, slugCandidates } from './slug.ts';
import { articleStore } from './store.ts';

/** The first of slug, slug-2, slug-3 … that belongs to no other article; asks for more at a time the more are taken. */
export async function freeSlug(transaction: Transaction, wanted: string, articleId: string): Promise<string> {
  const slug = normaliseSlug(wanted);
  await articleStore.lockSlug(transaction, slug);
  for (let from = 1, count = 4; ; from += count, count *= 4) {
    const candidates = slugCandidates(slug, from, count);
    const taken = await articleStore.takenSlugs(transaction, candidates, articleId);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
  }
}

/** A slug changes only when it is asked for: a headline that is mended does not break a link. Nothing is written yet. */
export async function slugToHave(
  transaction: Transaction,
  current: ArticleRow,
  wanted: string | null | undefined,
): Promise<string> {
  return wanted == null || wanted === current.slug ? current.slug : freeSlug(transaction, wanted, current.id);
}

/** The same, and the old one is kept as a redirect. */
export async function slugAfter(
  transaction: Transaction,
  current: ArticleRow,
  wanted: string | null | undefined,
): Promise<string> {
  const slug = await slugToHave(transaction, current, wanted);
  // The same item from the wire asks each time for a slug that another article has.
  if (slug !== current.slug) await articleStore.rememberSlug(transaction, current.id, current.slug, slug);
  return slug;
}
