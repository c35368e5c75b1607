import type { SubgraphReply } from '../engine/engine-types.ts';
import type { CutReason, Lifetime } from '../lifetime.ts';
import { createConnectionPool } from './connection-pool.ts';
import { Exchange, type Outcome } from './exchange.ts';
import { cutFailure, SubgraphFailure } from './subgraph-failure.ts';

export interface SubgraphClientOptions {
  /** Where its graph stands. */
  readonly url: string;
  readonly http2: boolean;
  readonly connections: number;
  /** An answer with more is cut. */
  readonly maxBytes: number;
}

export interface SubgraphRequest {
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
  /** From the wait for a connection to the last byte of the answer. */
  readonly timeoutMs: number;
  /** The whole request's; when it is cut, so is this one. */
  readonly lifetime: Lifetime;
  /** May it be asked twice? Then it is sent once more when the connection was found closed. */
  readonly repeatable: boolean;
}

/** Speaks HTTP with one subgraph over a bounded pool of connections. Every fault is a SubgraphFailure. */
export function createSubgraphClient({ url, http2, connections, maxBytes }: SubgraphClientOptions) {
  const { origin, pathname, search } = new URL(url);
  const pool = createConnectionPool({ origin, connections, http2 });
  const path = `${pathname}${search}`;

  return {
    /** Posts JSON; resolves to what a 200 answer brought. */
    post({ headers, body, timeoutMs, lifetime, repeatable }: SubgraphRequest): Promise<SubgraphReply> {
      return new Promise((resolve, reject) => {
        let done = false;
        let mayRepeat = repeatable;
        let exchange: Exchange | undefined;
        const finish = () => {
          done = true;
          clearTimeout(deadline);
          lifetime.forget(cut);
        };
        const cut = (reason: CutReason) => {
          const failure = cutFailure(reason);
          finish();
          reject(failure);
          exchange?.cut(failure);
        };
        const onEnd = (outcome: Outcome) => {
          if (done) return;
          if (outcome.kind === 'broken' && outcome.stale && mayRepeat) {
            mayRepeat = false;
            // Its neighbours may have been closed in the same moment: first let that be seen.
            setImmediate(send);
            return;
          }
          finish();
          if (outcome.kind === 'reply') resolve(outcome.reply);
          else reject(outcome.kind === 'failure' ? outcome.failure : brokenFailure(outcome));
        };
        const send = () => {
          if (done) return;
          exchange = new Exchange(maxBytes, onEnd);
          pool.dispatch({ method: 'POST', path, headers: [...headers], body }, exchange);
        };
        const deadline = setTimeout(cut, timeoutMs, 'TOO_LATE');
        lifetime.onCut(cut);
        send();
      });
    },

    /** Is it ready by its own account? Null, or why not. */
    async probe(timeoutMs: number): Promise<string | null> {
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const { statusCode, body } = await pool.request({ method: 'GET', path: '/readyz', signal });
        await body.dump();
        return statusCode === 200 ? null : 'not ready';
      } catch {
        return 'no answer';
      }
    },

    close: () => pool.destroy(),
  };
}

export type SubgraphClient = ReturnType<typeof createSubgraphClient>;

function brokenFailure({ reached, cause }: Extract<Outcome, { kind: 'broken' }>): SubgraphFailure {
  const trouble = reached ? 'BROKEN' : 'UNREACHED';
  return new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'no connection, or it broke', { trouble, cause });
}
