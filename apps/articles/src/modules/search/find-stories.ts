import type { Context } from '../../context.ts';
import type { ArticleFilter } from '../article/store.ts';
import type { SearchPage } from './find-statement.ts';
import { normaliseWord, spacelessLetters } from './normalise-word.ts';
import type { SearchClause } from './search-text.ts';
import { meantWords, nearWords } from './similar-words.ts';
import { searchStore } from './store.ts';
import { wordStore } from './word-store.ts';

/** Where it looks, and for which page. */
export interface Search {
  readonly db: Context['db'];
  readonly filter: ArticleFilter;
  readonly page: SearchPage;
}

/** What the words find as they are written. Null where that is nothing at all. */
export async function findExact({ db, filter, page }: Search, clauses: readonly SearchClause[]) {
  const query = await searchStore.parse(db, clauses, filter.languages);
  if (query === null) return null;
  const found = await searchStore.find(db, query, filter, page);
  return found.totalCount === 0 ? null : { ...found, query, replaced: 0 };
}

/** What they find when words that no story holds are read as those that they may have meant. */
export async function findMeant(search: Search, clauses: readonly SearchClause[]) {
  const words = new Set(clauses.flatMap(({ excluded, anyOf }) => (excluded ? [] : anyOf.flatMap(misspelt))));
  if (words.size === 0) return null;
  const similar = await wordStore.findSimilar(search.db, [...words].slice(0, maxMisspelt));
  const near = new Map([...similar].map(([word, candidates]) => [word, nearWords(word, candidates)]));
  // What was withdrawn or rewritten would show by what is suggested for it, and by what is not.
  const published = await wordStore.findPublished(search.db, [...new Set([...near.values()].flat())]);
  const meant = new Map(
    [...near].map(([word, words]) => [
      word,
      meantWords(
        word,
        words.filter((one) => published.has(one)),
      ),
    ]),
  );
  if (![...meant.values()].some((replacements) => replacements.length > 0)) return null;
  const corrected = clauses.map(({ excluded, anyOf }) => ({
    excluded,
    anyOf: anyOf.flatMap((term) => [
      term,
      ...(meant.get(misspelt(term)[0] ?? '') ?? []).map((text) => ({ kind: 'word' as const, text })),
    ]),
  }));
  const found = await findExact(search, corrected);
  return found && { ...found, replaced: 1 };
}

/** More words than a search for a story has: each costs looks into the index. */
const maxMisspelt = 12;
const wordlike = /^[\p{L}\p{M}]{4,30}$/u;
const spaceless = new RegExp(`[${spacelessLetters}]`, 'u');

/** The word of a term, as it would be indexed, where it is one that can be misspelt. */
function misspelt({ kind, text }: SearchClause['anyOf'][number]): string[] {
  const word = normaliseWord(text);
  return kind === 'word' && wordlike.test(word) && !spaceless.test(word) ? [word] : [];
}
