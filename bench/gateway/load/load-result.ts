import { z } from 'zod';

/** What a load generator saw in one run. Both write it as one line of JSON. */
export const loadResult = z.object({
  requests: z.number(),
  durationUs: z.number(),
  /** All bytes read, headers included. */
  bytes: z.number(),
  p50Us: z.number(),
  p99Us: z.number(),
  /** Answers that were no success. */
  badStatus: z.number(),
  /** Connections that could not be made, were cut or timed out. */
  socketErrors: z.number(),
});
export type LoadResult = z.infer<typeof loadResult>;

/** Finds the line among whatever else the generator wrote; throws all of it when there is none. */
export function parseLoadResult(output: string): LoadResult {
  const line = output.split('\n').find((text) => text.startsWith('{"requests":'));
  if (line === undefined) throw new Error(`The load generator told no result: ${output.slice(0, 1_000)}`);
  return loadResult.parse(JSON.parse(line));
}
