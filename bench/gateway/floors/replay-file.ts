import { z } from 'zod';

/** What the replay floor sends for one request: the calls of each wave, one wave after the other, and what it answers. */
export const replayFile = z.object({
  waves: z.array(z.array(z.object({ origin: z.string(), path: z.string(), body: z.string() })).min(1)).min(1),
  answer: z.unknown(),
});
export type ReplayFile = z.infer<typeof replayFile>;
