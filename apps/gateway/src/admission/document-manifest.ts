import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** GraphQL over HTTP, appendix "Persisted Documents": letters, digits, `-._~`, and colons. */
export const documentIdPattern = /^[\w.~:-]{1,256}$/;

/** One document as a manifest has it. */
export interface ListedDocument {
  readonly id: string;
  readonly query: string;
  /** The operation to be made ready; null: the only one. */
  readonly operationName: string | null;
}

const maxDocuments = 10_000;
const id = z.string().regex(documentIdPattern, 'is no document id');
const text = z.string().min(1);

/** As Apollo's tools write it, and ours: https://www.apollographql.com/docs/graphos/platform/security/persisted-queries */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: id.optional(), body: text, name: z.string().nullish() })).max(maxDocuments),
});
/** As Relay's compiler and graphql-codegen's client preset write it: texts by their hashes. */
const plainManifest = z
  .record(id, text)
  .refine((documents) => Object.keys(documents).length <= maxDocuments, `has more than ${maxDocuments} documents`);

/** The manifest is not there or is none. The message says which, and what is wrong. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** Documents that clients are known to ask for. Throws a ManifestError. */
export function readDocumentManifest(file: string): ListedDocument[] {
  try {
    const documents = documentsOf(JSON.parse(readFileSync(file, 'utf8')));
    for (const document of documents) checkHash(document);
    return documents;
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new ManifestError(`The operation manifest ${file} cannot be used: ${why}`, { cause: error });
  }
}

function documentsOf(content: unknown): ListedDocument[] {
  if (typeof content === 'object' && content !== null && 'format' in content) {
    const { operations } = apolloManifest.parse(content);
    return operations.map((one) => ({
      id: one.id ?? `sha256:${hash('sha256', one.body)}`,
      query: one.body,
      operationName: one.name ?? null,
    }));
  }
  return Object.entries(plainManifest.parse(content)).map(([key, query]) => ({ id: key, query, operationName: null }));
}

/** What calls itself a hash must be the text's: nobody finds another document by it than they have asked for. */
function checkHash({ id: name, query }: ListedDocument): void {
  if (!name.startsWith('sha256:')) return;
  if (name !== `sha256:${hash('sha256', query)}`) throw new Error(`${name} is not the hash of its document`);
}
