import { type GraphAnswer, readAnswer } from './graph-answer.ts';
import { GraphRequestError } from './graph-error.ts';
import { type Operation, operationOf } from './operation.ts';
import type { TypedDocument } from './typed-document.ts';

export interface GraphClientOptions {
  /** The gateway's graph: 'http://localhost:4000/graphql'. */
  readonly url: string;
  /** Who is calling, as the gateway's logs name it: 'web', 'syndication', 'cli'. */
  readonly clientName: string;
  /** How long one request may take, its retry with the full text included. Default 10 000. */
  readonly timeoutMs?: number;
  /** A bearer token for every request that brings none of its own. */
  readonly token?: string;
  /**
   * The gateway has our documents in its manifest (docs/persisted-documents.md): they are asked for by their ids, and sent
   * as text only where it does not know one. Default false.
   */
  readonly persisted?: boolean;
  readonly fetch?: typeof globalThis.fetch;
}

export interface RequestOptions {
  /** Speaks for another viewer than the client's own token. */
  readonly token?: string | undefined;
  /** Gives up early; the signal's own reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

export interface GraphClient {
  /**
   * Sends one operation. GraphQL errors come back in the answer beside whatever data there is; when there is no answer
   * at all a GraphRequestError is thrown.
   */
  request<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<GraphAnswer<Result>>;
}

/** Longer addresses are cut or refused by servers and proxies on the way; such a query goes by POST. */
const maxUrlLength = 4_000;

/** By a gateway's address: documents that it did not know by their ids. Asked again only by a new process. */
const unlisted = new Map<string, Set<string>>();

/**
 * A client of the gateway. Documents that it lists go by their ids. Other queries go as automatic persisted queries: a GET with the document's SHA-256 (which caches
 * may keep), and once more by POST with the text when the gateway does not know it yet. Mutations always go by POST.
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { timeoutMs = 10_000 } = options;

  return {
    async request<Result, Variables>(
      document: TypedDocument<Result, Variables>,
      variables: Variables,
      { token = options.token, signal }: RequestOptions = {},
    ) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const send = async (request: Request) => {
        try {
          return await readAnswer<Result>(await (options.fetch ?? globalThis.fetch)(request));
        } catch (error) {
          if (signal?.aborted) throw signal.reason;
          throw asRequestError(error, timeout.aborted ? timeoutMs : undefined);
        }
      };
      const abort = signal ? AbortSignal.any([signal, timeout]) : timeout;
      const toRequest = requestMaker({ ...options, token, signal: abort });
      return exchange(operationOf(document), variables, { toRequest, send, unlisted: unlistedBy(options) });
    },
  };
}

/** Null: nothing is asked for by its id. */
function unlistedBy({ url, persisted = false }: GraphClientOptions): Set<string> | null {
  if (!persisted) return null;
  const known = unlisted.get(url) ?? new Set();
  unlisted.set(url, known);
  return known;
}

/** What a gateway says to an id that it does not know, and a server that knows no ids. Neither has done anything. */
const saysUnknown: ReadonlySet<string> = new Set(['PERSISTED_DOCUMENT_NOT_FOUND', 'BAD_REQUEST']);

type ToRequest = (parameters: Readonly<Record<string, unknown>>, method: 'GET' | 'POST') => Request;

interface Exchange<Result> {
  readonly toRequest: ToRequest;
  readonly send: (request: Request) => Promise<GraphAnswer<Result>>;
  readonly unlisted: Set<string> | null;
}

async function exchange<Result>(
  operation: Operation,
  variables: unknown,
  { toRequest, send, unlisted }: Exchange<Result>,
): Promise<GraphAnswer<Result>> {
  const isQuery = operation.kind === 'query';
  const sha256Hash = isQuery || unlisted ? await operation.sha256() : undefined;
  if (sha256Hash !== undefined && unlisted && !unlisted.has(sha256Hash)) {
    const byId = { documentId: `sha256:${sha256Hash}`, variables };
    const answer = await send(toRequest(byId, isQuery ? 'GET' : 'POST'));
    if (!answer.errors.some(({ code }) => saysUnknown.has(code))) return answer;
    unlisted.add(sha256Hash);
  }
  const parameters = { operationName: operation.name, variables };
  if (!isQuery || sha256Hash === undefined) return send(toRequest({ ...parameters, query: operation.text }, 'POST'));
  const persisted = { ...parameters, extensions: { persistedQuery: { version: 1, sha256Hash } } };
  const answer = await send(toRequest(persisted, 'GET'));
  const codes = answer.errors.map(({ code }) => code);
  if (codes.includes('PERSISTED_QUERY_NOT_FOUND'))
    return send(toRequest({ ...persisted, query: operation.text }, 'POST'));
  if (codes.includes('PERSISTED_QUERY_NOT_SUPPORTED'))
    return send(toRequest({ ...parameters, query: operation.text }, 'POST'));
  return answer;
}

function requestMaker(settings: {
  readonly url: string;
  readonly clientName: string;
  readonly token?: string | undefined;
  readonly signal: AbortSignal;
}): ToRequest {
  const headers: Record<string, string> = {
    accept: 'application/graphql-response+json, application/json;q=0.9',
    // Makes a browser ask first before it sends this across origins; of a page of another site the gateway refuses a GET without it.
    'apollo-require-preflight': 'true',
    'apollographql-client-name': settings.clientName,
  };
  if (settings.token !== undefined) headers['authorization'] = `Bearer ${settings.token}`;
  return (parameters, method) => {
    const url = method === 'GET' ? withQuery(settings.url, parameters) : settings.url;
    if (method === 'GET' && url.length <= maxUrlLength) return new Request(url, { headers, signal: settings.signal });
    return new Request(settings.url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
      signal: settings.signal,
    });
  };
}

function withQuery(address: string, parameters: Readonly<Record<string, unknown>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return url.href;
}

function asRequestError(error: unknown, timedOutMs: number | undefined): GraphRequestError {
  if (error instanceof GraphRequestError) return error;
  if (timedOutMs === undefined)
    return new GraphRequestError('NETWORK', 'The server could not be reached.', { cause: error });
  return new GraphRequestError('TIMEOUT', `The server did not answer within ${timedOutMs} ms.`, { cause: error });
}
