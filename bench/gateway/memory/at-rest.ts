import { setTimeout as delay } from 'node:timers/promises';
import { findFreePorts } from '@dateline/scripts/ports';
import type { Contender, Place } from '../contenders/contender.ts';
import type { Operation } from '../load/operation.ts';
import { startContender, untilAnswers } from '../measure/contender-process.ts';
import { treeResidentMegabytes } from '../measure/process-tree.ts';

/** Time in which a process that has started comes to rest: our planner sleeps after 15 s without a question. */
const settleMs = 20_000;

/** What a gateway holds when it has started, has answered once, and nobody asks any more; in megabytes. */
export async function memoryAtRest(
  contender: Contender,
  place: Omit<Place, 'port'>,
  { body }: Pick<Operation, 'body'>,
): Promise<number | null> {
  if (contender.unavailable) return null;
  const { gateway: port } = await findFreePorts();
  const running = startContender(contender, { ...place, port });
  try {
    await untilAnswers(running, body, (answer) => typeof answer === 'object' && answer !== null && 'data' in answer);
    await delay(settleMs);
    return treeResidentMegabytes(running.pid);
  } finally {
    await running.end();
  }
}
