import { createHash } from 'node:crypto';
import type { GatewayContext } from '../context.ts';
import { leastPolicy, type PolicyDefaults } from '../engine/caching/cache-policy.ts';
import type { Engine, PreparedOperation } from '../engine/engine.ts';
import type { EngineAnswer } from '../engine/engine-types.ts';
import type { Lifetime } from '../lifetime.ts';
import { keysWithin, viewerKeys } from '../response-cache/cache-key.ts';
import type { CacheEntry } from '../response-cache/entry.ts';
import type { Outcome } from '../response-cache/outcome.ts';
import type { ResponseCache } from '../response-cache/response-cache.ts';
import type { KeptFacts, NotKept } from '../telemetry/request-observer.ts';

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
  readonly text?: string | undefined;
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
    const { observer } = context;
    const { operation: kind, name: node } = prepared.definition;
    const name = node?.value;
    const isQuery = kind === 'query';
    observer?.running({ kind, name: name ?? null });
    if (!responses || !isQuery || observer?.readsPastCaches) {
      const { text } = await engine.execute(prepared, { variables, context, observer });
      observer?.kept(neverKept(!responses ? 'OFF' : isQuery ? 'PAST_CACHES' : 'MUTATION'));
      // Bytes once, though many may share it.
      return { body: Buffer.from(text), kept: null };
    }
    const { query: operation, operationName } = asked;
    // What an explained request is answered is never what is kept: it must not be found again by its text.
    const text = observer?.explains ? undefined : asked.text;
    const viewer = keysWithin(viewerKeys(context.viewer), engine.accessVariant(prepared, context));
    const until = () => context.lifetime;
    const request = {
      schemaId,
      operation,
      operationName,
      kind: 'query' as const,
      name,
      variables,
      viewer,
      text,
      until,
    };
    let filled: EngineAnswer | null = null;
    const { body, entry, outcome } = await responses.answer(request, async (lifetime) => {
      filled = await fill(asked, context, lifetime);
      return filled;
    });
    observer?.kept({
      outcome,
      entry,
      ageSeconds: ageOf(entry, responses),
      notKept: entry ? null : notKept(outcome, filled),
    });
    return { body, kept: entry ? { entry, outcome } : null };
  };

  /** It is made for all who wait for it: so it has a lifetime of its own, and does not end when one of them goes away. */
  async function fill(
    { prepared, variables }: AskedOperation,
    asker: GatewayContext,
    lifetime: Lifetime,
  ): Promise<EngineAnswer> {
    const deadline = setTimeout(() => lifetime.cut('TOO_LATE'), options.timeoutMs);
    const { requestId, viewer, client, logger, nameOperation, observer } = asker;
    try {
      const context = { requestId, viewer, client, logger, nameOperation, lifetime, observer };
      const execution = await engine.execute(prepared, { variables, context, observer });
      const { text, hasErrors, isOutage, cacheControls, tags } = execution;
      const cachePolicy = hasErrors ? null : leastPolicy(cacheControls, options.policyDefaults);
      const body = Buffer.from(text);
      return { status: 200, body, hasErrors, isOutage, cachePolicy, tags: cachePolicy ? tags() : [] };
    } finally {
      clearTimeout(deadline);
    }
  }
}

const neverKept = (notKept: NotKept): KeptFacts => ({ outcome: 'BYPASS', entry: null, ageSeconds: 0, notKept });

function notKept(outcome: Outcome, filled: EngineAnswer | null): NotKept {
  if (outcome === 'BYPASS') return 'VARIABLES';
  if (!filled) return 'OVERTAKEN';
  return filled.hasErrors ? 'ERRORS' : filled.cachePolicy === null ? 'SUBGRAPHS' : 'OVERTAKEN';
}

function ageOf(entry: CacheEntry | null, responses: ResponseCache): number {
  return entry ? Math.max(0, Math.round((responses.now() - entry.storedAtMs) / 1_000)) : 0;
}
