import type { Logger } from '@dateline/service-kit/logger';
import type { ReadinessCheck } from '@dateline/service-kit/readiness';
import type { Admission } from './admission/admission.ts';
import { type Admit, admitRequests } from './admission/admit-requests.ts';
import { startApollo } from './apollo.ts';
import { createApolloExecutor } from './apollo-executor.ts';
import type { Caches } from './caches.ts';
import { createCompiledExecutor, makeReady } from './compiled-executor.ts';
import type { TagRules } from './engine/caching/answer-tags.ts';
import { entitiesOfGraph } from './engine/caching/entity-cache.ts';
import { choosePlanner } from './engine/planner/choose-planner.ts';
import { createPlannerProcesses } from './engine/planner/native/planner-processes.ts';
import { entityKeysOf } from './engine/supergraph/entity-keys.ts';
import type { Supergraph } from './engine/supergraph/supergraph.ts';
import { createEngineGateway } from './engine-gateway.ts';
import type { DoorExecutor } from './http/graphql-executor.ts';
import { shareRequests } from './http/share-requests.ts';
import type { Shedding } from './http/shedding/shedding.ts';
import { grantsOfViewer } from './identity/viewer-grants.ts';
import { createIncrementalExecutor } from './incremental-executor.ts';
import { cacheTagsOf } from './invalidation/cache-tags.ts';
import type { Purgeable } from './invalidation/purgeable.ts';
import { createGatewayLive, type GatewayLive } from './live/gateway-live.ts';
import { refuseSubscriptions } from './live/refuse-subscriptions.ts';
import { createRefusedOf } from './live/refused.ts';
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
import { explainAnswers } from './telemetry/explain/explain-answers.ts';
import { explainRule } from './telemetry/explain/explain-rule.ts';
import type { GatewayMetrics } from './telemetry/gateway-metrics.ts';

export interface GraphsOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  readonly supergraph: Supergraph;
  readonly caches: Caches;
  readonly shedding: Pick<Shedding, 'bound' | 'boundNew' | 'takeOn'>;
  readonly admission: Admission;
  readonly metrics: GatewayMetrics;
}

export interface Graphs {
  readonly executor: DoorExecutor;
  /** Operations over streams. */
  readonly live: GatewayLive;
  /** Which subgraphs cannot answer now. The gateway is ready without them: it answers what the others give. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  /** What is under way and shared: who asks after a change is not given what was begun before it. */
  readonly flights: Purgeable;
  /** Serves another supergraph, once it is ready to be served. */
  reload(supergraph: Supergraph): Promise<void>;
  /** Reads again which documents and which clients are known. */
  reloadDocuments(): Promise<void>;
  close(): Promise<void>;
}

/** A graph with its way to the subgraphs. */
interface Standing {
  readonly graph: ServedGraph;
  readonly wire: Wire;
  /** Subscriptions over it. */
  readonly hub: SubscriptionHub;
  closeFlights(): void;
}

interface Wire {
  readonly transport: HttpTransport;
  readonly upstreams: UpstreamTransport;
  /** Where it goes, to see whether another graph needs another one. */
  readonly addresses: string;
}

/** Operations made ready again for another supergraph: those that were asked for last. */
const maxWarmed = 200;
/** Persisted documents that are made ready ahead; more are when they are asked for. */
const maxListed = 1_000;

/** The graph that is served, and the change to another one: nothing is dropped, and no answer is made of two graphs. */
export async function startGraphs(options: GraphsOptions): Promise<Graphs> {
  const { settings, logger, supergraph, caches, admission, shedding, metrics } = options;
  const planners = createPlannerProcesses(logger);
  const refusedOf = createRefusedOf(logger, { hideSuggestions: !settings.introspection });
  const retiring = new Set<Wire>();
  let graphCount = 0;
  let standing = await stand(supergraph, [...settings.warmOperations, ...listed()], null).catch(
    async (error: unknown) => {
      await planners.close();
      throw error;
    },
  );
  const gateway = createEngineGateway(standing.graph);
  const apollo = await startApollo({ settings, logger, gateway });
  const compiled = shedding.bound(
    createCompiledExecutor({
      graph: () => standing.graph,
      next: shedding.boundNew(refuseSubscriptions(createApolloExecutor(apollo), settings.limits)),
    }),
  );
  const sharing = settings.sharing.requests
    ? shareRequests(compiled, { timeoutMs: settings.requestTimeoutMs, onShared: metrics.requestShared })
    : null;
  const shared = sharing ?? compiled;
  const admit: Admit = (operation, context) =>
    admission.admit(operation, context, standing.graph.engine.supergraph.api);
  const deferring = {
    graph: () => standing.graph,
    limits: settings.limits,
    introspection: settings.introspection,
    onMutation: () => sharing?.closeFlights(),
    takeOn: shedding.takeOn,
  } as const;
  const ready = caches.responses ? makeReady(shared, caches.responses) : shared;
  const explained = explainAnswers(createIncrementalExecutor({ ...deferring, next: ready }), {
    isAllowed: explainRule(settings.telemetry.explainedTo),
    graph: () => standing.graph,
    maxCost: settings.limits.MAX_COST,
  });
  const executor = admitRequests(explained, admit);
  const overStreams = createIncrementalExecutor({ ...deferring, next: shared });
  const live = createGatewayLive({
    current: () => standing,
    admit,
    executor: overStreams,
    settings,
    refusedOf,
    events: metrics.live,
  });
  let reloading: Promise<unknown> = Promise.resolve();

  return {
    executor,
    live,
    flights: { purge: closeFlights, purgeAll: closeFlights, expireAll: closeFlights },
    get checks() {
      return standing.wire.transport.checks;
    },
    reload(next) {
      // One after the other: the one asked for last is served in the end.
      const reloaded = reloading.then(() => serve(next));
      reloading = reloaded.catch(() => undefined);
      return reloaded;
    },
    async reloadDocuments() {
      const before = new Set(listed().map(({ query }) => query));
      if (admission.reload()) {
        closeFlights();
        caches.responses?.clear();
      }
      await warm(
        standing.graph,
        listed().filter(({ query }) => !before.has(query)),
        settings.limits,
      );
    },
    async close() {
      await apollo.stop();
      await planners.close();
      live.end();
      for (const wire of [standing.wire, ...retiring]) await closeWire(wire);
    },
  };

  function listed(): readonly WarmOperation[] {
    return admission.listed.slice(0, maxListed);
  }

  /** Nothing of theirs is kept, so nothing goes. */
  function closeFlights(): number {
    sharing?.closeFlights();
    standing.closeFlights();
    return 0;
  }

  async function serve(next: Supergraph): Promise<void> {
    const before = standing;
    const recent = before.graph.operations.all().slice(0, maxWarmed);
    const listedTexts = new Set(listed().map(({ query }) => query));
    const others = recent.filter(({ query }) => !listedTexts.has(query));
    const after = await stand(next, [...listed(), ...others], before.wire);
    try {
      gateway.serve(after.graph);
    } catch (error) {
      gateway.serve(before.graph);
      if (after.wire !== before.wire) await closeWire(after.wire);
      throw error;
    }
    standing = after;
    closeFlights();
    // Whoever subscribes again is answered by the new graph.
    before.hub.end();
    // What was kept may show what the new graph does not.
    caches.responses?.clear();
    caches.entities?.purgeAll();
    logger.info({ subgraphs: [...next.subgraphs.keys()] }, 'another supergraph is served');
    if (before.wire !== after.wire) retire(before.wire);
  }

  /** A request that began on it may have more calls to make, as long as requests may take. */
  function retire(wire: Wire): void {
    retiring.add(wire);
    setTimeout(() => {
      retiring.delete(wire);
      void closeWire(wire);
    }, settings.requestTimeoutMs).unref();
  }

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

  async function stand(asked: Supergraph, warmed: readonly WarmOperation[], before: Wire | null): Promise<Standing> {
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
  }
}

async function closeWire({ transport, upstreams }: Wire): Promise<void> {
  await Promise.all([transport.close(), upstreams.close()]);
}

function tagRulesOf({ sdl, document, api, graphNames }: Supergraph): TagRules {
  return { keys: entityKeysOf(document), cacheTags: cacheTagsOf(sdl), graphNames, api };
}
