import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { Logger } from '@dateline/service-kit/logger';
import type { GatewayContext } from './context.ts';
import type { SubgraphTransport } from './engine/engine-types.ts';
import { disableApolloTelemetry } from './env.ts';
import { createGatewayErrorFormatter } from './errors/format-gateway-error.ts';
import { createPlugins } from './plugins/plugins.ts';
import type { GatewaySettings } from './settings.ts';
import { createSubgraphDataSource } from './subgraphs/subgraph-data-source.ts';
import type { Supergraph } from './supergraph.ts';

export interface ApolloOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  readonly supergraph: Supergraph;
  readonly transport: SubgraphTransport<GatewayContext>;
}

/** Apollo Server over the supergraph: parsing, validation, planning, execution. Started; it polls nothing. */
export async function startApollo({
  settings,
  logger,
  supergraph,
  transport,
}: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  disableApolloTelemetry();
  const hideSuggestions = !settings.introspection;
  const apollo = new ApolloServer<GatewayContext>({
    gateway: new ApolloGateway({
      // The hook form leaves room for a later `update` with another file.
      supergraphSdl: async () => ({ supergraphSdl: supergraph.sdl }),
      buildService: ({ name }) => createSubgraphDataSource({ name, transport, schema: supergraph.schema }),
      // By Apollo's own count: in memory a plan is several times that.
      experimental_approximateQueryPlanStoreMiB: 8,
      // A client could ask for the plan by a header otherwise.
      __exposeQueryPlanExperimental: false,
      logger,
    }),
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: hideSuggestions,
    parseOptions: { maxTokens: settings.limits.MAX_TOKENS },
    maxRecursiveSelections: settings.limits.MAX_RECURSIVE_SELECTIONS,
    validationOptions: { maxErrors: settings.limits.MAX_VALIDATION_ERRORS },
    formatError: createGatewayErrorFormatter(logger, { hideSuggestions }),
    plugins: createPlugins(settings.limits),
    allowBatchedHttpRequests: false,
    // The front has refused other sites' pages already, by a rule that lets programs ask by GET: http/cross-site.ts.
    csrfPrevention: false,
    // Documents and persisted queries share two caches of at most 30 MB each, least recently used out first.
    cache: 'bounded',
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: settings.nodeEnv,
    logger,
  });
  await apollo.start();
  return apollo;
}
