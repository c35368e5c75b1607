import { createHash } from 'node:crypto';
import type { GatewayContext } from '../context.ts';
import { leastPolicy, type PolicyDefaults } from '../engine/caching/cache-policy.ts';
import type { Engine, PreparedOperation } from '../engine/engine.ts';
import type { EngineAnswer } from '../engine/engine-types.ts';
import { Lifetime } from '../lifetime.ts';
import { viewerKeys } from '../response-cache/cache-key.ts';
import type { CacheEntry } from '../response-cache/entry.ts';
import type { Outcome } from '../response-cache/outcome.ts';
import type { ResponseCache } from '../response-cache/response-cache.ts';

export interface RunOperationOptions {
  readonly engine: Engine<GatewayContext>;
  /** Null: no answer is kept. */
  readonly responses: ResponseCache | null;
  readonly policyDefaults: PolicyDefaults;
  /** What making an answer that is kept may take, whoever waits for it. */
  readonly timeoutMs: number;
}

export interface AskedOperation {
  readonly prepared: PreparedOperation;
  /** The document as it came. */
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The whole request as it came, so that the cache knows it the next time. */
  readonly text?: string;
}

export interface OperationAnswer {
  /** JSON. */
  readonly body: Buffer;
  /** Where it is kept; null when it is not. */
  readonly kept: { readonly entry: CacheEntry; readonly outcome: Outcome } | null;
}

export type RunOperation = (asked: AskedOperation, context: GatewayContext) => Promise<OperationAnswer>;

/** An operation to its answer: from the response cache, or executed. Throws what the engine throws. */
export function createRunOperation(options: RunOperationOptions): RunOperation {
  const { engine, responses } = options;
  const schemaId = createHash('sha256').update(engine.supergraph.sdl).digest('base64url');

  return async (asked, context) => {
    const { prepared, variables } = asked;
    if (!responses || prepared.definition.operation !== 'query') {
      const { text } = await engine.execute(prepared, { variables, context });
      // Bytes once, though many may share it.
      return { body: Buffer.from(text), kept: null };
    }
    const { query: operation, operationName, text } = asked;
    const viewer = viewerKeys(context.viewer);
    const request = { schemaId, operation, operationName, kind: 'query' as const, variables, viewer, text };
    const { body, entry, outcome } = await responses.answer(request, () => fill(asked, context));
    return { body, kept: entry ? { entry, outcome } : null };
  };

  /** It is made for all who wait for it, so it does not end when one of them goes away. */
  async function fill({ prepared, variables }: AskedOperation, asker: GatewayContext): Promise<EngineAnswer> {
    const lifetime = new Lifetime();
    const deadline = setTimeout(() => lifetime.cut('TOO_LATE'), options.timeoutMs);
    const { requestId, viewer, logger, nameOperation } = asker;
    try {
      const context = { requestId, viewer, logger, nameOperation, lifetime };
      const { text, hasErrors, isOutage, cacheControls, tags } = await engine.execute(prepared, { variables, context });
      const cachePolicy = hasErrors ? null : leastPolicy(cacheControls, options.policyDefaults);
      const body = Buffer.from(text);
      return { status: 200, body, hasErrors, isOutage, cachePolicy, tags: cachePolicy ? tags() : [] };
    } finally {
      clearTimeout(deadline);
    }
  }
}
