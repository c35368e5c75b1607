import { hash } from 'node:crypto';
import type { ListedDocument } from './document-manifest.ts';

/** The documents that clients were built with. */
export interface PersistedDocuments {
  /** By its name in a manifest, or by `sha256:` and the hash of its text. */
  textOf(documentId: string): string | undefined;
  /** By the hash of its text, in hexadecimal digits. */
  textOfHash(sha256: string): string | undefined;
  /** Letter by letter? */
  isListed(text: string): boolean;
  readonly all: readonly ListedDocument[];
}

/** Throws an Error when one name stands for two documents. */
export function persistedDocuments(documents: readonly ListedDocument[]): PersistedDocuments {
  const byId = new Map<string, string>();
  const byHash = new Map<string, string>();
  const texts = new Set<string>();
  for (const { id, query } of documents) {
    const before = byId.get(id);
    if (before !== undefined && before !== query) throw new Error(`two documents have the id ${id}`);
    byId.set(id, query);
    byHash.set(hash('sha256', query), query);
    texts.add(query);
  }
  for (const [sha256, text] of byHash) byId.set(`sha256:${sha256}`, text);
  return {
    textOf: (documentId) => byId.get(documentId),
    textOfHash: (sha256) => byHash.get(sha256),
    isListed: (text) => texts.has(text),
    all: documents,
  };
}

/** Would a request of before be answered otherwise now? New documents alone change nothing of old ones. */
export function hasLost(before: PersistedDocuments, after: PersistedDocuments): boolean {
  return before.all.some(({ id, query }) => after.textOf(id) !== query);
}
