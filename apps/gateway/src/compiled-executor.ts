import type { GatewayContext } from './context.ts';
import { type Engine, EngineRefusal } from './engine/engine.ts';
import type { GraphqlAnswer, GraphqlExecutor, GraphqlRequest } from './http/graphql-executor.ts';
import type { OperationStore } from './operations/operation-store.ts';

export interface CompiledExecutorOptions {
  readonly engine: Engine<GatewayContext>;
  readonly operations: OperationStore;
  /** For whatever is not known yet, or is to be refused. */
  readonly next: GraphqlExecutor;
}

/**
 * The short way for operations that have been through Apollo Server once: their document need not be looked at again.
 * Nothing is refused here. What may have to be goes the long way, where every refusal has its words.
 */
export function createCompiledExecutor({ engine, operations, next }: CompiledExecutorOptions): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const request = operation.read();
      const kept = operations.find({ ...request, hash: hashOf(request) });
      const variables = request.variables ?? {};
      const isMutation = kept?.prepared.definition.operation === 'mutation';
      if (!kept || (isMutation && operation.method === 'GET') || !kept.isAffordable(variables)) {
        return next.execute(operation, context);
      }
      const name = kept.prepared.definition.name?.value;
      if (name !== undefined) context.nameOperation(name);
      try {
        const { text } = await engine.execute(kept.prepared, { variables, context });
        return { status: 200, body: text } satisfies GraphqlAnswer;
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
