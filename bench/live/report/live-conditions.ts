import { machineLines } from '../../gateway/report/conditions.ts';
import type { LiveOptions } from '../options.ts';

/** Under which conditions the table came about. */
export function liveConditions(
  { connections, events, idleSeconds, runs }: LiveOptions,
  now: Date,
  tookSeconds: number,
): string {
  return [
    ...machineLines(now),
    `Node ${process.versions.node}.`,
    `${runs} interleaved runs: ${connections.toLocaleString('en')} subscribers from 8 addresses in one process of their own, ${idleSeconds} s in which nothing happens, ${events} events of some 600 bytes; each text received is compared with what was told.`,
    `The gateway is the one of npm run gateway with its defaults, but for the number of streams from one address and, where the row does not say otherwise, Node's own size of the young generation; resident memory is its main process's own. The bench took ${Math.round(tookSeconds)} s.`,
  ].join('\n');
}
