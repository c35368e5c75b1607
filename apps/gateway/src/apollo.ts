import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { Logger } from '@dateline/service-kit/logger';
import type { GatewayContext } from './context.ts';
import { disableApolloTelemetry, type GatewayEnv } from './env.ts';
import { createGatewayErrorFormatter } from './errors/format-gateway-error.ts';
import { createPlugins } from './plugins/plugins.ts';
import { createSubgraphDataSource } from './subgraphs/subgraph-data-source.ts';
import type { Subgraphs } from './subgraphs/subgraphs.ts';
import type { Supergraph } from './supergraph.ts';

export interface ApolloOptions {
  readonly env: GatewayEnv;
  readonly logger: Logger;
  readonly supergraph: Supergraph;
  readonly subgraphs: Subgraphs;
}

/** Apollo Server over the supergraph: parsing, validation, planning, execution. Started; it polls nothing. */
export async function startApollo({
  env,
  logger,
  supergraph,
  subgraphs,
}: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  disableApolloTelemetry();
  const hideSuggestions = !env.INTROSPECTION;
  const apollo = new ApolloServer<GatewayContext>({
    gateway: new ApolloGateway({
      // The hook form leaves room for a later `update` with another file.
      supergraphSdl: async () => ({ supergraphSdl: supergraph.sdl }),
      buildService: ({ name, url }) =>
        createSubgraphDataSource({
          name,
          client: subgraphs.clientOf(name, url),
          schema: supergraph.schema,
          viewerSigningSecret: env.VIEWER_SIGNING_SECRET,
          queryTimeoutMs: env.SUBGRAPH_TIMEOUT_MS,
          mutationTimeoutMs: env.SUBGRAPH_MUTATION_TIMEOUT_MS,
        }),
      // By Apollo's own count: in memory a plan is several times that.
      experimental_approximateQueryPlanStoreMiB: 8,
      // A client could ask for the plan by a header otherwise.
      __exposeQueryPlanExperimental: false,
      logger,
    }),
    introspection: env.INTROSPECTION,
    hideSchemaDetailsFromClientErrors: hideSuggestions,
    parseOptions: { maxTokens: env.MAX_TOKENS },
    maxRecursiveSelections: env.MAX_RECURSIVE_SELECTIONS,
    validationOptions: { maxErrors: env.MAX_VALIDATION_ERRORS },
    formatError: createGatewayErrorFormatter(logger, { hideSuggestions }),
    plugins: createPlugins(env),
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    // Documents and persisted queries share two caches of at most 30 MB each, least recently used out first.
    cache: 'bounded',
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: env.NODE_ENV,
    logger,
  });
  await apollo.start();
  return apollo;
}
