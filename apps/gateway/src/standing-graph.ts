import type { Logger } from '@dateline/service-kit/logger';
import type { Caches } from './caches.ts';
import type { TagRules } from './engine/caching/answer-tags.ts';
import { entitiesOfGraph } from './engine/caching/entity-cache.ts';
import { choosePlanner } from './engine/planner/choose-planner.ts';
import type { PlannerProcesses } from './engine/planner/native/planner-processes.ts';
import { entityKeysOf } from './engine/supergraph/entity-keys.ts';
import type { Supergraph } from './engine/supergraph/supergraph.ts';
import { grantsOfViewer } from './identity/viewer-grants.ts';
import { cacheTagsOf } from './invalidation/cache-tags.ts';
import type { RefusedOf } from './live/refused.ts';
import { SubscriptionHub } from './live/subscription-hub.ts';
import { createServedGraph, type ServedGraph, type WarmOperation, warm } from './operations/served-graph.ts';
import type { GatewaySettings } from './settings.ts';
import { callFailure, mismatch } from './subgraphs/call-failure.ts';
import { resolveEndpoints } from './subgraphs/endpoints.ts';
import { measureCalls } from './subgraphs/measure-calls.ts';
import { publicErrors } from './subgraphs/public-errors.ts';
import { shapeCalls } from './subgraphs/shaping/shape-calls.ts';
import { shapingOf } from './subgraphs/shaping/shaping-settings.ts';
import { shareInFlight } from './subgraphs/share-in-flight.ts';
import { createSubgraphTransport, type HttpTransport } from './subgraphs/subgraph-transport.ts';
import { usualBackoff } from './subgraphs/subscriptions/backoff.ts';
import type { UpstreamTransport } from './subgraphs/subscriptions/upstream.ts';
import { upstreamEndpoints } from './subgraphs/subscriptions/upstream-endpoints.ts';
import { createUpstreamTransport } from './subgraphs/subscriptions/upstream-transport.ts';
import { countCallErrors } from './telemetry/count-call-errors.ts';
import type { GatewayMetrics } from './telemetry/gateway-metrics.ts';

/** A graph with its way to the subgraphs. */
export interface StandingGraph {
  readonly graph: ServedGraph;
  readonly wire: Wire;
  /** Subscriptions over it. */
  readonly hub: SubscriptionHub;
  closeFlights(): void;
}

export interface Wire {
  readonly transport: HttpTransport;
  readonly upstreams: UpstreamTransport;
  /** Where it goes, to see whether another graph needs another one. */
  readonly addresses: string;
}

export interface StandOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  readonly caches: Caches;
  readonly metrics: GatewayMetrics;
  readonly planners: PlannerProcesses;
  readonly refusedOf: RefusedOf;
}

/**
 * A supergraph made ready to be served, with the operations that are to be known from the first request on. The way to its
 * subgraphs is that of the one before, where it goes to the same places.
 */
export type Stand = (
  supergraph: Supergraph,
  warmed: readonly WarmOperation[],
  before: Wire | null,
) => Promise<StandingGraph>;

export function createStand(options: StandOptions): Stand {
  const { settings, logger, caches, metrics, planners, refusedOf } = options;
  let graphCount = 0;

  return async (asked, warmed, before) => {
    const { planner, insteadBecause } = await choosePlanner(asked, settings, planners);
    if (insteadBecause) logger.warn({ planner: planner.name }, insteadBecause);
    const wire = wireTo(asked, before);
    const measured = measureCalls(wire.transport, metrics.subgraph);
    const onShared = (subgraph: string) => metrics.subgraph(subgraph).shared();
    const sharedCalls = settings.sharing.subgraphCalls ? shareInFlight(measured, onShared) : null;
    const graph = createServedGraph({
      supergraph: asked,
      planner,
      transport: sharedCalls ?? measured,
      ...countCallErrors({ publishErrors: publicErrors, failureOf: callFailure }, metrics.subgraph),
      onCompiled: metrics.graph,
      mismatch,
      maxSelections: settings.limits.MAX_RECURSIVE_SELECTIONS,
      tagRules: caches.responses || caches.entities ? tagRulesOf(asked) : null,
      entityCache: caches.entities && entitiesOfGraph(caches.entities, ++graphCount),
      limits: settings.limits,
      responses: caches.responses,
      policyDefaults: caches.policyDefaults,
      requestTimeoutMs: settings.requestTimeoutMs,
      grantsOf: grantsOfViewer,
    });
    const ready = await warm(graph, warmed, settings.limits);
    if (warmed.length > 0) logger.info({ asked: warmed.length, ready }, 'operations were made ready');
    const hub = new SubscriptionHub({
      transport: wire.upstreams,
      backoff: usualBackoff,
      isSharing: settings.sharing.subscriptions,
      timeoutMs: settings.requestTimeoutMs,
      maxWaitingBytes: settings.subgraphMaxBytes,
      refusedOf,
      events: metrics.live,
    });
    return { graph, wire, hub, closeFlights: () => sharedCalls?.closeFlights() };
  };

  function wireTo(asked: Supergraph, before: Wire | null): Wire {
    const endpoints = resolveEndpoints(asked.subgraphs, settings);
    const upstreamsAt = upstreamEndpoints(endpoints, settings.subgraphs);
    const addresses = JSON.stringify([...endpoints, ...upstreamsAt]);
    if (before?.addresses === addresses) return before;
    const overHttp = createSubgraphTransport({
      endpoints,
      connections: settings.subgraphConnections,
      maxBytes: settings.subgraphMaxBytes,
      viewerSigningSecret: settings.viewerSigningSecret,
    });
    const settingsOf = (name: string) => shapingOf(settings.subgraphs[name]?.shaping, settings.shaping);
    const transport = shapeCalls(overHttp, { endpoints, settingsOf, logger, events: metrics.subgraph });
    const upstreams = createUpstreamTransport({
      endpoints: upstreamsAt,
      connections: settings.live.maxSubscriptions,
      maxBytes: settings.subgraphMaxBytes,
      maxSilenceMs: settings.live.maxSilenceMs,
      viewerSigningSecret: settings.viewerSigningSecret,
    });
    return { transport, upstreams, addresses };
  }
}

export async function closeWire({ transport, upstreams }: Wire): Promise<void> {
  await Promise.all([transport.close(), upstreams.close()]);
}

function tagRulesOf({ sdl, document, api, graphNames }: Supergraph): TagRules {
  return { keys: entityKeysOf(document), cacheTags: cacheTagsOf(sdl), graphNames, api };
}
