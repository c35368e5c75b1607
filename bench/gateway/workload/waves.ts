import type { RecordedCall } from './subgraph-control.ts';

/** How long subgraphs wait while calls are recorded: long beside all else, so that the waves lie apart. */
export const recordingDelayMs = 80;

/**
 * Sorts the calls of one request into waves: calls of one wave start together, the next wave after they were answered.
 *
 * @param calls made while every answer took `recordingDelayMs`
 */
export function wavesOf(calls: readonly RecordedCall[]): readonly (readonly RecordedCall[])[] {
  const waves: RecordedCall[][] = [];
  let waveStartedAtMs = Number.NEGATIVE_INFINITY;
  for (const call of [...calls].sort((a, b) => a.startedAtMs - b.startedAtMs)) {
    if (call.startedAtMs - waveStartedAtMs > recordingDelayMs / 2) {
      waves.push([]);
      waveStartedAtMs = call.startedAtMs;
    }
    waves.at(-1)?.push(call);
  }
  return waves;
}
