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
import { type IncrementalFormat, isWithoutRepeats, writeParts } from './http/incremental/incremental-format.ts';
import { asMultipart, multipartType } from './http/incremental/multipart.ts';
import { type AdmitOptions, admitOperation, InvalidDocument } from './operations/admit-operation.ts';
import type { ServedGraph } from './operations/served-graph.ts';

export interface IncrementalExecutorOptions extends AdmitOptions {
  /** The graph that is served now. */
  readonly graph: () => ServedGraph;
  /** For whatever is answered in one, or is to be refused. */
  readonly next: GraphqlExecutor;
  /** A mutation was done: what was begun before it is given to nobody any more. */
  readonly onMutation: () => void;
}

/**
 * Answers operations with @defer in parts, where the client takes parts. Nothing is refused here: what may have to be goes
 * on, to where every refusal has its words.
 */
export function createIncrementalExecutor({
  graph,
  next,
  onMutation,
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
    const isMutation = definition.operation === 'mutation';
    if (definition.name) context.nameOperation(definition.name.value);
    try {
      const variables = operation.read().variables ?? {};
      const options = { variables, context, isWithoutRepeats: isWithoutRepeats(format) };
      return answerOf(await served.inParts.execute(prepared, options), format);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return next.execute(operation, context);
    } finally {
      if (isMutation) onMutation();
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

function answerOf(answer: AnswerInParts, format: IncrementalFormat): GraphqlAnswer | StreamedAnswer {
  const { data, errors, pending } = answer.first;
  if (pending.length === 0) {
    return { status: 200, body: JSON.stringify(errors.length === 0 ? { data } : { errors, data }) };
  }
  return {
    isStreamed: true,
    status: 200,
    contentType: multipartType(format),
    pieces: asMultipart(writeParts(answer, format)),
  };
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
