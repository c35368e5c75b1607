import { EngineRefusal } from './engine/engine.ts';
import type { GraphqlExecutor, GraphqlRequest } from './http/graphql-executor.ts';
import type { ServedGraph } from './operations/served-graph.ts';
import { readyAnswer } from './response-cache/ready-answer.ts';
import type { ResponseCache } from './response-cache/response-cache.ts';

export interface CompiledExecutorOptions {
  /** The graph that is served now. */
  readonly graph: () => ServedGraph;
  readonly responses: ResponseCache | null;
  /** For whatever is not known yet, or is to be refused. */
  readonly next: GraphqlExecutor;
}

/**
 * The short way for operations that have been through Apollo Server once: their document need not be looked at again.
 * Nothing is refused here. What may have to be goes the long way, where every refusal has its words.
 */
export function createCompiledExecutor({ graph, responses, next }: CompiledExecutorOptions): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const request = operation.read();
      const { operations, run } = graph();
      const kept = operations.find({ ...request, hash: hashOf(request) });
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
        const asked = { prepared, query, operationName, variables, text: operation.text };
        const answer = await run(asked, context);
        return answer.kept && responses
          ? readyAnswer(responses, answer.kept, operation.accepted)
          : { status: 200, body: answer.body };
      } catch (error) {
        if (error instanceof EngineRefusal) return next.execute(operation, context);
        throw error;
      }
    },
  };
}

function hashOf({ extensions }: GraphqlRequest): string | undefined {
  const persisted = extensions?.['persistedQuery'];
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return undefined;
  return String(persisted.sha256Hash);
}
