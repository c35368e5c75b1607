import { Refusal } from '../errors/refusal.ts';
import type { GraphqlRequest } from '../http/graphql-executor.ts';
import type { PersistedDocuments } from './persisted-documents.ts';
import type { RegisteredQueries } from './registered-queries.ts';

export interface ResolveOptions {
  readonly documents: PersistedDocuments;
  readonly registered: RegisteredQueries;
  /** Documents that are not listed, too. */
  readonly mayAskFreely: boolean;
  /** Have a query kept under its hash. */
  readonly mayRegister: boolean;
}

export interface ResolvedRequest {
  /** With its document's text, and nothing else to find it by. */
  readonly request: GraphqlRequest;
  readonly query: string;
  readonly isListed: boolean;
  /** To be kept under this hash; null: not. */
  readonly registerAs: string | null;
}

/**
 * Finds a request's document: by its text, by `documentId` (GraphQL over HTTP, appendix "Persisted Documents"), or by the
 * hash of an automatic persisted query. @throws Refusal
 */
export function resolveDocument(request: GraphqlRequest, options: ResolveOptions): ResolvedRequest {
  const { documents, mayAskFreely } = options;
  const sha256 = hashOf(request);
  const { query, registerAs } = find(request, sha256, options);
  const isListed = documents.isListed(query);
  if (!isListed && !mayAskFreely) throw new Refusal('DOCUMENT_NOT_LISTED', { status: 403 });
  const isPlain = sha256 === null && !request.documentId;
  return { request: isPlain ? request : plain(request, query), query, isListed, registerAs };
}

function find(
  { query, documentId }: GraphqlRequest,
  sha256: string | null,
  { documents, registered, mayAskFreely, mayRegister }: ResolveOptions,
): { readonly query: string; readonly registerAs: string | null } {
  if (documentId) {
    if (query) throw new Refusal('BAD_REQUEST', { message: 'Send a query or a documentId, not both.' });
    const text = documents.textOf(documentId);
    if (text === undefined) throw new Refusal('PERSISTED_DOCUMENT_NOT_FOUND');
    return { query: text, registerAs: null };
  }
  if (sha256 === null) {
    if (!query) throw new Refusal('BAD_REQUEST', { message: 'Send a query, or the id of a document.' });
    return { query, registerAs: null };
  }
  if (query) {
    if (!registered.isHashOf(sha256, query)) {
      throw new Refusal('BAD_REQUEST', { message: 'sha256Hash is not the hash of the query.' });
    }
    return { query, registerAs: mayRegister ? sha256 : null };
  }
  const text = documents.textOfHash(sha256) ?? (mayAskFreely ? registered.find(sha256) : undefined);
  if (text !== undefined) return { query: text, registerAs: null };
  if (!mayAskFreely) throw new Refusal('DOCUMENT_NOT_LISTED', { status: 403 });
  // Clients look at the code: the first has them send the text once, the second has them give up on hashes.
  throw new Refusal(mayRegister ? 'PERSISTED_QUERY_NOT_FOUND' : 'PERSISTED_QUERY_NOT_SUPPORTED', { status: 200 });
}

function hashOf({ extensions }: GraphqlRequest): string | null {
  const persisted = extensions?.['persistedQuery'];
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return null;
  return String(persisted.sha256Hash);
}

function plain({ documentId: _id, extensions, ...asked }: GraphqlRequest, query: string): GraphqlRequest {
  const { persistedQuery: _hash, ...rest } = extensions ?? {};
  return { ...asked, query, ...(Object.keys(rest).length > 0 ? { extensions: rest } : {}) };
}
