import type { LiveReceiver, LiveSubscription } from '@dateline/service-kit/live/live-operations';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { DoorExecutor, IncomingOperation } from '../http/graphql-executor.ts';
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
  const { requestId, viewer, client, logger, nameOperation } = asker;
  let isWanted = true;
  void executor
    .execute(operation, { requestId, viewer, client, logger, nameOperation, lifetime })
    .then(
      async (answer) => {
        if ('isStreamed' in answer) {
          for await (const { json } of answer.parts) {
            if (!isWanted) return;
            receiver.next({ json });
          }
          return isWanted ? receiver.complete() : undefined;
        }
        const { status, body } = answer;
        const json = body.toString();
        if (!isWanted) return;
        if (status !== 200) return receiver.refuse(errorsOf(json), status);
        receiver.next({ json });
        receiver.complete();
      },
      (error: unknown) => {
        if (!isWanted) return;
        const { errors, status } = refusedOf(error);
        receiver.refuse(errors, status);
      },
    )
    .finally(() => clearTimeout(deadline));
  return {
    stop() {
      isWanted = false;
      lifetime.cut('CLIENT_GONE');
    },
  };
}

/** Of an answer of our own executors that was refused: JSON, with its errors. */
function errorsOf(json: string): readonly GraphQLFormattedError[] {
  return (JSON.parse(json) as { readonly errors: readonly GraphQLFormattedError[] }).errors;
}
