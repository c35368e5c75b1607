import type { LiveReceiver, LiveSubscription } from '@dateline/service-kit/live/live-operations';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { DoorExecutor, GraphqlAnswer, IncomingOperation, StreamedAnswer } from '../http/graphql-executor.ts';
import { Lifetime } from '../lifetime.ts';
import type { Refused } from './refused.ts';

export interface AnswerOnceOptions {
  readonly executor: DoorExecutor;
  /** For all that the answer takes. */
  readonly timeoutMs: number;
  readonly refusedOf: (error: unknown) => Refused;
}

/**
 * A query or mutation that was asked over a stream: it goes the way of all others, and has one answer, or the parts of one
 * where it is deferred and the client asked for parts.
 */
export function answerOnce(
  operation: IncomingOperation,
  asker: GatewayContext,
  receiver: LiveReceiver,
  { executor, timeoutMs, refusedOf }: AnswerOnceOptions,
): LiveSubscription {
  const lifetime = new Lifetime();
  const deadline = setTimeout(() => lifetime.cut('TOO_LATE'), timeoutMs);
  const { requestId, viewer, client, logger, nameOperation, observer } = asker;
  let isWanted = true;
  void answer().finally(() => clearTimeout(deadline));
  return {
    stop() {
      isWanted = false;
      lifetime.cut('CLIENT_GONE');
    },
  };

  async function answer(): Promise<void> {
    try {
      const context = { requestId, viewer, client, logger, nameOperation, lifetime, observer };
      const given = await executor.execute(operation, context);
      if ('isStreamed' in given) await tellParts(given.parts);
      else if (isWanted) tellWhole(given);
    } catch (error) {
      if (!isWanted) return;
      const { errors, status } = refusedOf(error);
      receiver.refuse(errors, status);
    }
  }

  async function tellParts(parts: StreamedAnswer['parts']): Promise<void> {
    for await (const { json } of parts) {
      if (!isWanted) return;
      receiver.next({ json });
    }
    if (isWanted) receiver.complete();
  }

  function tellWhole({ status, body }: GraphqlAnswer): void {
    const json = body.toString();
    if (status !== 200) {
      receiver.refuse(errorsOf(json), status);
      return;
    }
    receiver.next({ json });
    receiver.complete();
  }
}

/** Of an answer of our own executors that was refused: JSON, with its errors. */
function errorsOf(json: string): readonly GraphQLFormattedError[] {
  return (JSON.parse(json) as { readonly errors: readonly GraphQLFormattedError[] }).errors;
}
