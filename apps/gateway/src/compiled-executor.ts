import { EngineRefusal, PlanningFailure } from './engine/engine.ts';
import type { GraphqlAnswer, GraphqlExecutor, PlainAnswer } from './http/graphql-executor.ts';
import type { OperationAnswer } from './operations/run-operation.ts';
import type { ServedGraph } from './operations/served-graph.ts';
import { readyAnswer } from './response-cache/ready-answer.ts';
import type { ResponseCache } from './response-cache/response-cache.ts';

export interface CompiledExecutorOptions {
  /** The graph that is served now. */
  readonly graph: () => ServedGraph;
  /** For whatever is not known yet, or is to be refused. */
  readonly next: GraphqlExecutor;
}

/** An answer that is kept, and not yet in any client's form: several may be given it who take different ones. */
interface KeptAnswer extends PlainAnswer {
  readonly place: NonNullable<OperationAnswer['kept']>;
}

const isKept = (answer: GraphqlAnswer): answer is KeptAnswer => 'place' in answer;

/** Answers that are kept in the form that each client takes. It stands before whatever shares answers between clients. */
export function makeReady(next: GraphqlExecutor, responses: ResponseCache): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const answer = await next.execute(operation, context);
      // One that is to be explained is not for the client as it is.
      const isReady = isKept(answer) && !context.observer?.explains;
      return isReady ? readyAnswer(responses, answer.place, operation.accepted) : answer;
    },
  };
}

/**
 * The short way for operations that have been through Apollo Server once: their document need not be looked at again.
 * Nothing is refused here. What may have to be goes the long way, where every refusal has its words.
 */
export function createCompiledExecutor({ graph, next }: CompiledExecutorOptions): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const request = operation.read();
      const { operations, run } = graph();
      const kept = operations.find(request);
      const variables = request.variables ?? {};
      const isMutation = kept?.prepared.definition.operation === 'mutation';
      if (!kept || (isMutation && operation.method === 'GET') || !kept.isAffordable(variables)) {
        return next.execute(operation, context);
      }
      const name = kept.prepared.definition.name?.value;
      if (name !== undefined) context.nameOperation(name);
      try {
        const { prepared, query } = kept;
        const { operationName } = request;
        const asked = {
          prepared,
          query,
          operationName,
          variables,
          text: operation.isFree ? undefined : operation.text,
        };
        const { body, kept: place } = await run(asked, context);
        return place ? { status: 200, body, place } : { status: 200, body };
      } catch (error) {
        if (error instanceof EngineRefusal || error instanceof PlanningFailure) return next.execute(operation, context);
        throw error;
      }
    },
  };
}
