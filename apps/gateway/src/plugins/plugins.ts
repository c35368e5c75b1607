import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayContext } from '../context.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { keepLimitsPlugin } from './keep-limits.ts';
import { tracePhasesPlugin } from './trace-phases.ts';

/** What happens to an operation beside its execution, in this order. */
export function createPlugins(
  settings: LimitSettings,
  { isTraced }: { readonly isTraced: boolean },
): ApolloServerPlugin<GatewayContext>[] {
  return [
    ...(isTraced ? [tracePhasesPlugin()] : []),
    // Before anything is planned or fetched: is there such an operation, and does it keep to the limits?
    keepLimitsPlugin(settings),
    // The gateway sets its own cache headers, shows its own page, and reports to nobody, whatever the environment says.
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
  ];
}
