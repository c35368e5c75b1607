import type { GatewayContext } from './context.ts';
import { EngineRefusal, PlanningFailure, type PreparedOperation } from './engine/engine.ts';
import type { AnswerInParts } from './engine/incremental/answer-parts.ts';
import { Refusal } from './errors/refusal.ts';
import type {
  DoorExecutor,
  GraphqlAnswer,
  GraphqlExecutor,
  IncomingOperation,
  StreamedAnswer,
} from './http/graphql-executor.ts';
import {
  type IncrementalFormat,
  isWithoutRepeats,
  type PartText,
  writeParts,
} from './http/incremental/incremental-format.ts';
import { type AdmitOptions, admitOperation, InvalidDocument } from './operations/admit-operation.ts';
import type { ServedGraph } from './operations/served-graph.ts';
import { followParts } from './telemetry/follow-parts.ts';

export interface IncrementalExecutorOptions extends AdmitOptions {
  /** The graph that is served now. */
  readonly graph: () => ServedGraph;
  /** For whatever is answered in one, or is to be refused. */
  readonly next: GraphqlExecutor;
  /** A mutation was done: what was begun before it is given to nobody any more. */
  readonly onMutation: () => void;
  /** Takes on work, and is told when it is done, as often as it likes. Throws when there is too much of it. */
  readonly takeOn: () => () => void;
}

/**
 * Answers operations with @defer in parts, where the client takes parts. Nothing is refused here: what may have to be goes
 * on, to where every refusal has its words.
 */
export function createIncrementalExecutor({
  graph,
  next,
  onMutation,
  takeOn,
  ...admitting
}: IncrementalExecutorOptions): DoorExecutor {
  return {
    execute(operation, context) {
      const format = operation.accepted.incremental;
      // Nearly all requests: they are not to wait a turn for this.
      return format ? inParts(operation, context, format) : next.execute(operation, context);
    },
  };

  async function inParts(
    operation: IncomingOperation,
    context: GatewayContext,
    format: IncrementalFormat,
  ): Promise<GraphqlAnswer | StreamedAnswer> {
    const served = graph();
    const prepared = admitted(served, operation);
    if (!prepared) return next.execute(operation, context);
    const { definition } = prepared;
    if (definition.name) context.nameOperation(definition.name.value);
    const done = takeOn();
    try {
      const variables = operation.read().variables ?? {};
      const { observer } = context;
      observer?.running({ kind: definition.operation, name: definition.name?.value ?? null });
      const options = { variables, context, observer, isWithoutRepeats: isWithoutRepeats(format) };
      const given = await served.inParts.execute(prepared, options);
      const answer = observer ? followParts(given, observer) : given;
      // Parts that nobody has begun to take are given up in no other way.
      context.lifetime.onCut(done);
      return answerOf(answer, format, done);
    } catch (error) {
      done();
      if (!isRefusal(error)) throw error;
      return next.execute(operation, context);
    } finally {
      if (definition.operation === 'mutation') onMutation();
    }
  }

  /** Null for what is not to be answered here. */
  function admitted(served: ServedGraph, operation: IncomingOperation): PreparedOperation | null {
    const request = operation.read();
    const { operationName } = request;
    const variables = request.variables ?? {};
    const { query } = request;
    // The sign may stand in a string or before another name: then it is looked at in vain.
    if (!query?.includes('@')) return null;
    try {
      const prepared = admitOperation(served, { query, operationName, variables }, admitting);
      const isChangeByGet = operation.method === 'GET' && prepared.definition.operation !== 'query';
      const isForHere = prepared.definition.operation !== 'subscription' && served.inParts.isDeferred(prepared);
      return isForHere && !isChangeByGet ? prepared : null;
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }
}

function answerOf(answer: AnswerInParts, format: IncrementalFormat, done: () => void): GraphqlAnswer | StreamedAnswer {
  const { data, errors, pending } = answer.first;
  if (pending.length === 0) {
    done();
    return { status: 200, body: JSON.stringify(errors.length === 0 ? { data } : { errors, data }) };
  }
  return {
    isStreamed: true,
    status: 200,
    format,
    parts: counted(writeParts(answer, format), done),
  };
}

/** It is work until its last part is made, or nobody takes any more. */
async function* counted(parts: AsyncGenerator<PartText, void, undefined>, done: () => void) {
  try {
    yield* parts;
  } finally {
    done();
  }
}

/** Is it one that is said again, with words, where the request goes on to? */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof InvalidDocument ||
    error instanceof Refusal ||
    error instanceof EngineRefusal ||
    error instanceof PlanningFailure
  );
}
