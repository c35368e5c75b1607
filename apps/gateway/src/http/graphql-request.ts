import { badRequest } from '@dateline/service-kit/http-refusal';
import { z } from 'zod';
import { documentIdPattern } from '../admission/document-manifest.ts';
import type { Accepted, GraphqlRequest, IncomingOperation } from './graphql-executor.ts';
import { parseJson } from './json-body.ts';

/** An operation's name as it may stand in a log line. */
export const operationNamePattern = /^[_A-Za-z]\w{0,63}$/;

const name = z.string().regex(operationNamePattern, 'operationName must be a GraphQL name of at most 64 characters.');
const persistedQuery = z.object({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[0-9a-f]{64}$/, 'sha256Hash must be 64 hexadecimal digits.'),
});

const requestSchema = z.object({
  query: z.string().nullish(),
  operationName: name.or(z.literal('')).nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.looseObject({ persistedQuery: persistedQuery.optional() }).nullish(),
  documentId: z.string().regex(documentIdPattern, 'documentId is no document identifier.').nullish(),
});

/** One GraphQL request by its text: the body of a POST, or the search of a GET. */
export function incomingOperation(
  method: 'GET' | 'POST',
  text: string,
  { maxDepth, accepted }: { readonly maxDepth: number; readonly accepted: Accepted },
): IncomingOperation {
  let known: GraphqlRequest | undefined;
  return {
    method,
    text,
    accepted,
    read() {
      known ??= check(method === 'GET' ? fromSearch(text, maxDepth) : fromBody(text, maxDepth));
      return known;
    },
  };
}

/** Throws an HttpRefusal unless it is one GraphQL request. A batch is none. */
function check(given: unknown): GraphqlRequest {
  if (Array.isArray(given)) throw badRequest('Send one operation a request: batches are not supported.');
  const parsed = requestSchema.safeParse(given);
  if (!parsed.success) throw badRequest(describe(parsed.error));
  const { query, extensions, documentId } = parsed.data;
  if (!query && !documentId && !extensions?.persistedQuery) throw badRequest(notARequest);
  return parsed.data;
}

function fromBody(text: string, maxDepth: number): unknown {
  return parseJson(text, { maxDepth, what: 'The request body' });
}

function fromSearch(text: string, maxDepth: number): Record<string, unknown> {
  const search = new URLSearchParams(text);
  const fields = ['query', 'documentId', 'operationName', 'variables', 'extensions'].filter((field) =>
    search.has(field),
  );
  return Object.fromEntries(
    fields.map((field) => {
      const [value = '', ...more] = search.getAll(field);
      if (more.length > 0) throw badRequest(`Give ${field} once.`);
      const isJson = field === 'variables' || field === 'extensions';
      return [field, isJson ? parseJson(value, { maxDepth, what: field }) : value];
    }),
  );
}

const notARequest = 'Send a JSON object with a query.';

function describe({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.filter((part) => typeof part === 'string').join('.');
  if (!place) return notARequest;
  return issue?.code === 'invalid_format' ? issue.message : `${place} is not of its type.`;
}
