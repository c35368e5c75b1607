import { z } from 'zod';

/** How replayed subgraphs answer; changed between runs. */
export const subgraphSettings = z.object({
  /** Each answer waits so long, to the tenth of a millisecond. */
  delayMs: z.number().min(0).default(0),
  /** The Cache-Control header of every answer; none by default. */
  cacheControl: z.string().optional(),
  /** Keep what is asked, until the settings change again. */
  record: z.boolean().default(false),
});
export type SubgraphSettings = z.input<typeof subgraphSettings>;

const perSubgraph = z.record(z.string(), z.number());

/** What the subgraph process says in its first line: where the subgraphs listen, and where it is controlled. */
export const subgraphPorts = z.object({ control: z.number(), subgraphs: perSubgraph });

const recordedCall = z.object({
  subgraph: z.string(),
  body: z.string(),
  /** Since the settings changed. */
  startedAtMs: z.number(),
});
export type RecordedCall = z.infer<typeof recordedCall>;

export const subgraphReport = z.object({
  /** Calls to each subgraph since the settings changed. */
  calls: perSubgraph,
  /** Answers that had to be executed because nobody had asked so before. */
  executed: z.number(),
  recorded: z.array(recordedCall),
});
export type SubgraphReport = z.infer<typeof subgraphReport>;
