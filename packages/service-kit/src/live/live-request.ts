import { z } from 'zod';
import { isDeeperThan } from '../json-depth.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveRequest } from './live-operations.ts';
import { badLiveRequest } from './live-refusal.ts';

const requestSchema = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
  documentId: z.string().max(200).nullish(),
});

const fields = ['query', 'operationName', 'variables', 'extensions', 'documentId'] as const;
const asJson: ReadonlySet<string> = new Set(['variables', 'extensions']);

/** Checks that a value is one request, and not what it asks. Throws a LiveRefusal. */
export function checkLiveRequest(value: unknown): LiveRequest {
  const parsed = requestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path[0];
  throw badLiveRequest(
    place === undefined ? 'Send a JSON object with a query.' : `${String(place)} is not of its type.`,
  );
}

/** From the body of a POST. Throws a LiveRefusal. */
export function liveRequestOfBody(text: string, { maxJsonDepth }: Pick<LiveLimits, 'maxJsonDepth'>): LiveRequest {
  return checkLiveRequest(parsed(text, 'The request body', maxJsonDepth));
}

/** From the search of a GET's address: it asks, and changes nothing. Throws a LiveRefusal. */
export function liveRequestOfSearch(
  search: URLSearchParams,
  { maxJsonDepth }: Pick<LiveLimits, 'maxJsonDepth'>,
): LiveRequest {
  const given = fields.flatMap((field) => {
    const [value, ...more] = search.getAll(field);
    if (more.length > 0) throw badLiveRequest(`Give ${field} once.`);
    if (value === undefined) return [];
    return [[field, asJson.has(field) ? parsed(value, field, maxJsonDepth) : value]];
  });
  return { ...checkLiveRequest(Object.fromEntries(given)), isSafe: true };
}

function parsed(text: string, what: string, maxDepth: number): unknown {
  if (isDeeperThan(text, maxDepth)) throw badLiveRequest('The request is nested too deeply.');
  try {
    return JSON.parse(text);
  } catch {
    throw badLiveRequest(`${what} is not JSON.`);
  }
}
