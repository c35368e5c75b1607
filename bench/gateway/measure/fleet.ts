import { isDeepStrictEqual } from 'node:util';
import { findFreePorts } from '@dateline/scripts/ports';
import type { Contender, Place } from '../contenders/contender.ts';
import type { Operation } from '../load/operation.ts';
import { type ContenderProcess, startContender, untilAnswers } from './contender-process.ts';

/**
 * The contenders that have been started. One is awake at a time: the others are stopped by a signal, so that each has its
 * core alone and keeps what it has compiled.
 */
export interface Fleet extends AsyncDisposable {
  /** Starts or wakes a contender; resolves when it answers the operation rightly. Rejects with why it does not. */
  readonly take: (contender: Contender, operation: Operation) => Promise<ContenderProcess>;
  readonly leave: (contender: Contender) => void;
}

export function createFleet(place: Omit<Place, 'port'>): Fleet {
  const running = new Map<string, ContenderProcess>();

  async function start(contender: Contender): Promise<ContenderProcess> {
    if (contender.unavailable) throw new Error(contender.unavailable);
    const { gateway: port } = await findFreePorts();
    const process = startContender(contender, { ...place, port });
    running.set(contender.id, process);
    return process;
  }

  return {
    async take(contender, operation) {
      const process = running.get(contender.id) ?? (await start(contender));
      process.resume();
      try {
        await untilAnswers(process, operation.body, (answer) => isExpected(answer, operation));
      } catch (error) {
        running.delete(contender.id);
        await process.end();
        throw error;
      }
      return process;
    },
    leave: ({ id }) => running.get(id)?.pause(),
    async [Symbol.asyncDispose]() {
      await Promise.all([...running.values()].map((process) => process.end()));
    },
  };
}

function isExpected(answer: unknown, { expected }: Operation): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const { extensions: _, ...rest } = answer as Record<string, unknown>;
  return isDeepStrictEqual(rest, expected);
}
