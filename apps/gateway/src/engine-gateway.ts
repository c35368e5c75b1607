import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from './context.ts';
import { refusalOf } from './errors/engine-refusal.ts';
import type { ServedGraph } from './operations/served-graph.ts';

/** A gateway that can be given another graph to serve. */
export interface EngineGateway extends GatewayInterface {
  /** From here on requests are for this graph; those under way end on the one that they began on. */
  serve(graph: ServedGraph): void;
}

/**
 * The engine as Apollo Server knows a gateway: it has parsed and validated the document, and its plugins have had their
 * say. What passes is kept prepared, so that the next request for it need not come this way.
 */
export function createEngineGateway(first: ServedGraph): EngineGateway {
  type OnSchema = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];
  const listeners = new Set<OnSchema>();
  const graphs = new WeakMap<GraphQLSchema, ServedGraph>();
  let current = first;
  graphs.set(first.engine.supergraph.api, first);

  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      tell(listener);
      return () => void listeners.delete(listener);
    },
    load: async () => ({ executor }),
    stop: async () => listeners.clear(),
    serve(graph) {
      current = graph;
      graphs.set(graph.engine.supergraph.api, graph);
      for (const listener of listeners) tell(listener);
    },
  };

  function tell(listener: OnSchema): void {
    const { api, sdl } = current.engine.supergraph;
    listener({ apiSchema: api, coreSupergraphSdl: sdl });
  }

  async function executor(asked: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { document, request, source, schema } = asked;
    // Its document was validated for the schema of then.
    const { engine, run, operations } = graphs.get(schema) ?? current;
    try {
      const prepared = engine.prepare(document, request.operationName);
      const { operationName, variables = {} } = request;
      const { body } = await run(
        { prepared, query: source, operationName, variables },
        asked.context as GatewayContext,
      );
      operations.keep(prepared, { query: source, operationName });
      const { data, errors } = JSON.parse(body.toString()) as Written;
      return { data, ...(errors ? { errors: errors.map((error) => new SubgraphError(error)) } : {}) };
    } catch (error) {
      throw refusalOf(error);
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
