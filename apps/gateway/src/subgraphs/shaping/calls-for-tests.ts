import type { SubgraphReply } from '../../engine/engine-types.ts';
import { Lifetime } from '../../lifetime.ts';
import { SubgraphFailure, type Trouble } from '../subgraph-failure.ts';
import type { Send } from './policy.ts';

type Call = Parameters<Send>[0];

/** One call under way; the test says how it ends. */
export interface Sent {
  readonly call: Call;
  readonly deadlineAt: number;
  answer(): void;
  fail(trouble: Trouble, retryAfterMs?: number): void;
}

/** What stands behind a policy in its test. */
export function createWire() {
  const sent: Sent[] = [];
  const send: Send = (call, deadlineAt) => {
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphReply>();
    sent.push({
      call,
      deadlineAt,
      answer: () => resolve({ text: '{}', cacheControl: undefined }),
      fail: (trouble, retryAfterMs) => reject(failureOf(trouble, retryAfterMs)),
    });
    return promise;
  };
  return { sent, send };
}

export const failureOf = (trouble: Trouble, retryAfterMs?: number): SubgraphFailure =>
  new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'for a test', { trouble, retryAfterMs });

export function call(kind: 'query' | 'mutation' = 'query', lifetime = new Lifetime()): Call {
  return { subgraph: 'a', body: '{}', kind, context: { requestId: 'r', viewer: null, lifetime } };
}

/** Milliseconds from now, by the clock of deadlines. */
export const inMs = (milliseconds: number): number => performance.now() + milliseconds;
