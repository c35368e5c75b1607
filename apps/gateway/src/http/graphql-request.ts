import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { badRequest } from './http-refusal.ts';
import { isDeeperThan } from './json-body.ts';

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
});

/** Throws an HttpRefusal unless the request is one GraphQL request, by POST or by GET. A batch is none. */
export function checkGraphqlRequest(request: FastifyRequest, { maxDepth }: { readonly maxDepth: number }): void {
  // Apollo's adapter builds a URL from the Host header, and throws when it is no host.
  if (!URL.canParse(request.url, `http://${request.hostname}/`)) throw badRequest('The Host header is not a host.');
  const given = request.method === 'GET' ? fromSearch(request, maxDepth) : request.body;
  if (Array.isArray(given)) throw badRequest('Send one operation a request: batches are not supported.');
  const parsed = requestSchema.safeParse(given);
  if (!parsed.success) throw badRequest(describe(parsed.error));
  const { query, extensions } = parsed.data;
  const hash = extensions?.persistedQuery?.sha256Hash;
  if (hash && query && createHash('sha256').update(query).digest('hex') !== hash) {
    throw badRequest('sha256Hash is not the hash of the query.');
  }
}

function fromSearch({ url }: FastifyRequest, maxDepth: number): Record<string, unknown> {
  const search = new URLSearchParams(url.split('?', 2)[1]);
  const fields = ['query', 'operationName', 'variables', 'extensions'].filter((field) => search.has(field));
  return Object.fromEntries(
    fields.map((field) => {
      const [text = '', ...more] = search.getAll(field);
      if (more.length > 0) throw badRequest(`Give ${field} once.`);
      return [field, field === 'variables' || field === 'extensions' ? parseJson(field, text, maxDepth) : text];
    }),
  );
}

function parseJson(field: string, text: string, maxDepth: number): unknown {
  if (isDeeperThan(text, maxDepth)) throw badRequest('The request is nested too deeply.');
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${field} is not JSON.`);
  }
}

function describe({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.filter((part) => typeof part === 'string').join('.');
  if (!place) return 'Send a JSON object with a query.';
  return issue?.code === 'invalid_format' ? issue.message : `${place} is not of its type.`;
}
