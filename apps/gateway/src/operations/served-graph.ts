import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { PolicyDefaults } from '../engine/caching/cache-policy.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import { createIncrementalEngine, type IncrementalEngine } from '../engine/incremental/incremental-engine.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { brokenLimit } from '../limits/limits.ts';
import type { Operation } from '../limits/operation.ts';
import { reservedNameLimit } from '../limits/reserved-names.ts';
import type { ResponseCache } from '../response-cache/response-cache.ts';
import { createOperationStore, type OperationStore } from './operation-store.ts';
import { createRunOperation, type RunOperation } from './run-operation.ts';

/** One supergraph being served, with all that was compiled for it. Another supergraph is another one of these. */
export interface ServedGraph {
  readonly engine: Engine<GatewayContext>;
  readonly operations: OperationStore;
  readonly run: RunOperation;
  /** For operations whose answers are given in parts. */
  readonly inParts: IncrementalEngine<GatewayContext>;
}

export interface ServedGraphOptions extends EngineOptions<GatewayContext> {
  readonly limits: LimitSettings;
  readonly responses: ResponseCache | null;
  readonly policyDefaults: PolicyDefaults;
  readonly requestTimeoutMs: number;
}

/** Whether the schema may be asked for is not known here. */
const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule];

/** Documents whose compiled form is kept: a thousand long ones, or many thousands as they usually are. */
const maxCharacters = 1_000_000;

export function createServedGraph(options: ServedGraphOptions): ServedGraph {
  const { limits, responses, policyDefaults, requestTimeoutMs: timeoutMs } = options;
  const engine = createEngine<GatewayContext>(options);
  const operations = createOperationStore({ schema: engine.supergraph.api, limits, maxCharacters });
  const run = createRunOperation({ engine, responses, policyDefaults, timeoutMs });
  return { engine, operations, run, inParts: createIncrementalEngine<GatewayContext>(options) };
}

/** An operation to be made ready before anybody asks for it. */
export interface WarmOperation {
  readonly query: string;
  readonly operationName: string | null | undefined;
}

/**
 * Prepares, plans and compiles operations ahead. What is not valid here any more, or breaks a limit, is left for when it is
 * asked for: then it is refused with words. Returns how many are ready.
 */
export async function warm(
  { engine, operations }: ServedGraph,
  asked: readonly WarmOperation[],
  limits: LimitSettings,
): Promise<number> {
  const { api: schema } = engine.supergraph;
  let count = 0;
  for (const { query, operationName } of asked) {
    const document = validDocument(query, schema, limits);
    if (!document) continue;
    try {
      const prepared = engine.prepare(document, operationName);
      if (breaksLimits({ schema, ...prepared.operation, variables: {} }, limits)) continue;
      await engine.warm(prepared);
      operations.keep(prepared, { query, operationName });
      // By its id it is asked for without a name.
      if (operationName && isSingle(document)) operations.keep(prepared, { query, operationName: null });
      count++;
    } catch {
      // It has its say when somebody asks for it.
    }
  }
  return count;
}

function isSingle({ definitions }: DocumentNode): boolean {
  return definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
}

/** With any variables? Which of them are missing here is for whoever asks. */
function breaksLimits(operation: Operation, limits: LimitSettings): boolean {
  const refusal = brokenLimit(operation, limits);
  return (refusal !== null && refusal.code !== 'BAD_USER_INPUT') || reservedNameLimit(operation, limits) !== null;
}

function validDocument(
  query: string,
  schema: GraphQLSchema,
  { MAX_TOKENS: maxTokens }: LimitSettings,
): DocumentNode | null {
  try {
    const document = parse(query, { maxTokens });
    return validate(schema, document, rules).length === 0 ? document : null;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
