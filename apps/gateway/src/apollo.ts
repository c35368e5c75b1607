import { ApolloServer } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Logger } from '@dateline/service-kit/logger';
import type { GatewayContext } from './context.ts';
import { deferRule } from './engine/incremental/defer-rules.ts';
import { createGatewayErrorFormatter } from './errors/format-gateway-error.ts';
import { createPlugins } from './plugins/plugins.ts';
import type { GatewaySettings } from './settings.ts';

export interface ApolloOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  readonly gateway: GatewayInterface;
}

/** Apollo Server in front of the engine: it parses, validates, and answers for persisted queries. Started. */
export async function startApollo({ settings, logger, gateway }: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const hideSuggestions = !settings.introspection;
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: hideSuggestions,
    validationRules: [deferRule],
    parseOptions: { maxTokens: settings.limits.MAX_TOKENS },
    maxRecursiveSelections: settings.limits.MAX_RECURSIVE_SELECTIONS,
    validationOptions: { maxErrors: settings.limits.MAX_VALIDATION_ERRORS },
    formatError: createGatewayErrorFormatter(logger, { hideSuggestions }),
    plugins: createPlugins(settings.limits, { isTraced: settings.telemetry.tracing !== null }),
    allowBatchedHttpRequests: false,
    // The front has refused other sites' pages already, by a rule that lets programs ask by GET: http/cross-site.ts.
    csrfPrevention: false,
    // They are answered for before it: admission/.
    persistedQueries: false,
    // Parsed documents: at most 30 MB, least recently used out first.
    cache: 'bounded',
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: settings.nodeEnv,
    logger,
  });
  await apollo.start();
  return apollo;
}
