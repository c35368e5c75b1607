import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Of all queries together: a client that registers anew each time fills no more than this. */
const maxCharacters = 10_000_000;
const maxQueries = 20_000;

/** Automatic persisted queries: texts that clients have sent beside their hash, so that the hash is enough the next time. */
export interface RegisteredQueries {
  find(sha256: string): string | undefined;
  /** Is that the hash of this text? */
  isHashOf(sha256: string, text: string): boolean;
  /** Only what was seen to be the hash of the text, by `isHashOf`, may be kept under it. */
  keep(sha256: string, text: string): void;
}

export function createRegisteredQueries(max = { characters: maxCharacters, queries: maxQueries }): RegisteredQueries {
  const kept = new LRUCache<string, string>({
    max: max.queries,
    maxSize: max.characters,
    sizeCalculation: (text, sha256) => text.length + sha256.length,
  });
  return {
    find: (sha256) => kept.get(sha256),
    // Lone halves of surrogate pairs are all the same in UTF-8: a hash would stand for more than one text.
    isHashOf: (sha256, text) => kept.get(sha256) === text || (text.isWellFormed() && hash('sha256', text) === sha256),
    keep: (sha256, text) => void kept.set(sha256, text),
  };
}
