import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { errorCatalogue } from '@dateline/service-kit/error-catalogue';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from './context.ts';
import { type Engine, EngineRefusal } from './engine/engine.ts';
import { Refusal } from './errors/refusal.ts';
import type { OperationStore } from './operations/operation-store.ts';

/**
 * The engine as Apollo Server knows a gateway: it has parsed and validated the document, and its plugins have had their
 * say. What passes is kept prepared, so that the next request for it need not come this way.
 */
export function createEngineGateway(engine: Engine<GatewayContext>, operations: OperationStore): GatewayInterface {
  const { api, sdl } = engine.supergraph;
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: api, coreSupergraphSdl: sdl });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };

  async function executor(asked: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { document, request, source, queryHash } = asked;
    try {
      const prepared = engine.prepare(document, request.operationName);
      const execution = await engine.execute(prepared, {
        variables: request.variables ?? {},
        context: asked.context as GatewayContext,
      });
      operations.keep(prepared, {
        query: source,
        operationName: request.operationName,
        hash: request.extensions?.['persistedQuery'] ? queryHash : null,
      });
      const { data, errors } = JSON.parse(execution.text) as Written;
      return { data, ...(errors ? { errors: errors.map((error) => new SubgraphError(error)) } : {}) };
    } catch (error) {
      if (error instanceof EngineRefusal) throw refusalOf(error);
      throw error;
    }
  }
}

interface Written {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** An error of an answer, fit to be seen by clients since it came in: see subgraphs/public-errors.ts. */
export class SubgraphError extends GraphQLError {
  override readonly name = 'SubgraphError';
  readonly formatted: GraphQLFormattedError;

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message, { extensions: { ...formatted.extensions } });
    this.formatted = formatted;
  }
}

function refusalOf({ reason, errors: [first] }: EngineRefusal): Refusal {
  switch (reason) {
    case 'TOO_MANY_SELECTIONS':
      return new Refusal('MAX_RECURSIVE_SELECTIONS');
    case 'VARIABLES':
      return new Refusal('BAD_USER_INPUT', { message: first?.message ?? errorCatalogue.BAD_USER_INPUT.message });
    default:
      return new Refusal('OPERATION_RESOLUTION_FAILURE');
  }
}
