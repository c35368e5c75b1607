import type { CorrectionRow } from '../article/article.ts';
import { articleStore } from '../article/store.ts';
import type { RevisionChange } from '../revision/revision.ts';
import type { BatchState } from './batch-state.ts';
import type { PreparedItem } from './prepare-item.ts';

/** What a supplier told its readers was wrong, and ours were not told yet. */
export type NewCorrection = Pick<CorrectionRow, 'note' | 'publishedAt'>;

/** Asks what stands already, once for all items of a wave; most items have no corrections, and ask nothing. */
export async function findNewCorrections(
  { transaction, now, standing }: BatchState,
  items: readonly PreparedItem[],
): Promise<(item: PreparedItem) => readonly NewCorrection[]> {
  const named = items.filter(({ input }) => input.corrections.length > 0);
  const ids = named.flatMap(({ key }) => standing.get(key)?.id ?? []);
  const rows = ids.length === 0 ? [] : await articleStore.findCorrections(transaction, ids);
  const byArticle = Map.groupBy(rows, ({ articleId }) => articleId);
  const fresh = new Map(
    named.map((item) => [item, newCorrections(item, byArticle.get(standing.get(item.key)?.id ?? '') ?? [], now)]),
  );
  return (item) => fresh.get(item) ?? [];
}

/**
 * Those that do not stand yet, newest first. The same words that stand since then or later are the same correction: it may
 * have come without its time at first, or an editor told it. Without a time they are the same whenever that was, and where
 * they are new they count from the supplier's version, or else from now, when our readers are told; never from a time to come.
 */
export function newCorrections(
  { input, arrival }: Pick<PreparedItem, 'input' | 'arrival'>,
  standing: readonly NewCorrection[],
  now: Date,
): readonly NewCorrection[] {
  const { versionAt } = arrival.stamp;
  const undatedAt = versionAt !== null && versionAt < now ? versionAt : now;
  const fresh: NewCorrection[] = [];
  // Those with a time first, so that one without finds its own among them.
  const said = input.corrections.toSorted((a, b) => Number(a.publishedAt == null) - Number(b.publishedAt == null));
  for (const { note, publishedAt } of said) {
    const words = note.trim();
    const at = publishedAt == null ? null : new Date(publishedAt);
    const stands = standing.some((one) => one.note === words && (at === null || one.publishedAt >= at));
    const isSame = (one: NewCorrection) =>
      one.note === words && (at === null || one.publishedAt.getTime() === at.getTime());
    if (!stands && !fresh.some(isSame)) fresh.push({ note: words, publishedAt: at ?? undatedAt });
  }
  return fresh.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

/** What readers are told with the change; null where nothing was corrected. */
export function reasonOf(corrections: readonly NewCorrection[]): string | null {
  return corrections.length === 0 ? null : corrections.map(({ note }) => note).join('\n');
}

/** The same as a revision tells it. */
export function toldCorrections(corrections: readonly NewCorrection[]): readonly RevisionChange[] {
  const after = reasonOf(corrections);
  return after === null ? [] : [{ path: 'corrections', before: null, after }];
}
