import type { Transaction } from '@dateline/db/connect';
import { normaliseSlug, slugCandidates } from '../article/slug.ts';
import { importStore } from './store.ts';

/**
 * A free slug for each new article: slug, slug-2, slug-3 …, none twice. The slugs' stems are locked already. Asks for more
 * numbers at a time the more of them are taken.
 */
export async function freeSlugs(transaction: Transaction, wanted: readonly string[]): Promise<string[]> {
  const slugs: string[] = [];
  const given = new Set<string>();
  let open = wanted.map((slug, index) => ({ slug: normaliseSlug(slug), index }));
  for (let from = 1, count = 4; open.length > 0; from += count, count *= 4) {
    const candidatesOf = ({ slug }: { readonly slug: string }) => slugCandidates(slug, from, count);
    const taken = await importStore.takenSlugs(transaction, [...new Set(open.flatMap(candidatesOf))]);
    open = open.filter((one) => {
      const free = candidatesOf(one).find((candidate) => !taken.has(candidate) && !given.has(candidate));
      if (free === undefined) return true;
      given.add(free);
      slugs[one.index] = free;
      return false;
    });
  }
  return slugs;
}
