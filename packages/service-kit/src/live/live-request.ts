import { z } from 'zod';
import { badRequest } from '../http-refusal.ts';
import { isDeeperThan } from '../json-depth.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveRequest } from './live-operations.ts';

const requestSchema = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
  documentId: z.string().max(200).nullish(),
});

const fields = ['query', 'operationName', 'variables', 'extensions', 'documentId'] as const;
const asJson: ReadonlySet<string> = new Set(['variables', 'extensions']);

/** Checks that a value is one request, and not what it asks. Throws a HttpRefusal. */
export function checkLiveRequest(value: unknown): LiveRequest {
  const parsed = requestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path[0];
  throw badRequest(place === undefined ? 'Send a JSON object with a query.' : `${String(place)} is not of its type.`);
}

/** From the body of a POST. Throws a HttpRefusal. */
export function liveRequestOfBody(text: string, { maxJsonDepth }: Pick<LiveLimits, 'maxJsonDepth'>): LiveRequest {
  return checkLiveRequest(parsed(text, 'The request body', maxJsonDepth));
}

/** From the search of a GET's address: it asks, and changes nothing. Throws a HttpRefusal. */
export function liveRequestOfSearch(
  search: URLSearchParams,
  { maxJsonDepth }: Pick<LiveLimits, 'maxJsonDepth'>,
): LiveRequest {
  const given = fields.flatMap((field) => {
    const [value, ...more] = search.getAll(field);
    if (more.length > 0) throw badRequest(`Give ${field} once.`);
    if (value === undefined) return [];
    return [[field, asJson.has(field) ? parsed(value, field, maxJsonDepth) : value]];
  });
  return { ...checkLiveRequest(Object.fromEntries(given)), isSafe: true };
}

function parsed(text: string, what: string, maxDepth: number): unknown {
  if (isDeeperThan(text, maxDepth)) throw badRequest('The request is nested too deeply.');
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not JSON.`);
  }
}
