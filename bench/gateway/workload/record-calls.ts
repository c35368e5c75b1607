import { setTimeout as delay } from 'node:timers/promises';
import type { Contender } from '../contenders/contender.ts';
import type { ReplayFile } from '../floors/replay-file.ts';
import type { Operation } from '../load/operation.ts';
import type { Fleet } from '../measure/fleet.ts';
import type { ReplayedSubgraphs } from './replayed-subgraphs.ts';
import { recordingDelayMs, wavesOf } from './waves.ts';

/** What a gateway asks of the shop for one operation, ready to be replayed without it. */
export async function recordCalls(
  { shop, fleet }: { readonly shop: ReplayedSubgraphs; readonly fleet: Fleet },
  contender: Contender,
  operation: Operation,
): Promise<ReplayFile> {
  await shop.set({});
  const running = await fleet.take(contender, operation);
  const ask = async () => {
    const headers = { 'content-type': 'application/json' };
    await (await fetch(running.url, { method: 'POST', headers, body: operation.body })).arrayBuffer();
  };
  await ask();
  // Nothing of the first request may still be under way.
  await delay(recordingDelayMs);
  await shop.set({ delayMs: recordingDelayMs, record: true });
  await ask();
  const { recorded } = await shop.report();
  await shop.set({});
  fleet.leave(contender);
  const waves = wavesOf(recorded).map((wave) =>
    wave.map(({ subgraph, body }) => {
      const { origin, pathname } = new URL(shop.urls[subgraph] ?? '');
      return { origin, path: pathname, body };
    }),
  );
  return { waves, answer: operation.expected };
}
