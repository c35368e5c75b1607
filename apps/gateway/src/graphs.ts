import type { LiveOperations } from '@dateline/service-kit/live/live-operations';
import type { Logger } from '@dateline/service-kit/logger';
import type { ReadinessCheck } from '@dateline/service-kit/readiness';
import { startApollo } from './apollo.ts';
import { createApolloExecutor } from './apollo-executor.ts';
import type { Caches } from './caches.ts';
import { createCompiledExecutor, makeReady } from './compiled-executor.ts';
import type { GatewayContext } from './context.ts';
import type { TagRules } from './engine/caching/answer-tags.ts';
import { entitiesOfGraph } from './engine/caching/entity-cache.ts';
import { choosePlanner } from './engine/planner/choose-planner.ts';
import { createPlannerProcess } from './engine/planner/native/planner-process.ts';
import { entityKeysOf } from './engine/supergraph/entity-keys.ts';
import type { Supergraph } from './engine/supergraph/supergraph.ts';
import { createEngineGateway } from './engine-gateway.ts';
import type { GraphqlExecutor } from './http/graphql-executor.ts';
import { shareRequests } from './http/share-requests.ts';
import { cacheTagsOf } from './invalidation/cache-tags.ts';
import type { Purgeable } from './invalidation/purgeable.ts';
import { createGatewayLive } from './live/gateway-live.ts';
import { createServedGraph, type ServedGraph, type WarmOperation, warm } from './operations/served-graph.ts';
import type { GatewaySettings } from './settings.ts';
import { callFailure, mismatch } from './subgraphs/call-failure.ts';
import { resolveEndpoints } from './subgraphs/endpoints.ts';
import { publicErrors } from './subgraphs/public-errors.ts';
import { shapeCalls } from './subgraphs/shaping/shape-calls.ts';
import { shapingOf } from './subgraphs/shaping/shaping-settings.ts';
import { shareInFlight } from './subgraphs/share-in-flight.ts';
import { createSubgraphTransport, type HttpTransport } from './subgraphs/subgraph-transport.ts';
import { unheard } from './telemetry/events.ts';

export interface GraphsOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  readonly supergraph: Supergraph;
  readonly caches: Caches;
}

export interface Graphs {
  readonly executor: GraphqlExecutor;
  /** Operations over streams. */
  readonly live: LiveOperations<GatewayContext>;
  /** Which subgraphs cannot answer now. The gateway is ready without them: it answers what the others give. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  /** What is under way and shared: who asks after a change is not given what was begun before it. */
  readonly flights: Purgeable;
  /** Serves another supergraph, once it is ready to be served. */
  reload(supergraph: Supergraph): Promise<void>;
  close(): Promise<void>;
}

/** A graph with its way to the subgraphs. */
interface Standing {
  readonly graph: ServedGraph;
  readonly wire: Wire;
  closeFlights(): void;
}

interface Wire {
  readonly transport: HttpTransport;
  /** Where it goes, to see whether another graph needs another one. */
  readonly addresses: string;
}

/** Operations made ready again for another supergraph: those that were asked for last. */
const maxWarmed = 200;

/** The graph that is served, and the change to another one: nothing is dropped, and no answer is made of two graphs. */
export async function startGraphs({ settings, logger, supergraph, caches }: GraphsOptions): Promise<Graphs> {
  const native = createPlannerProcess({ logger });
  const retiring = new Set<Wire>();
  let graphCount = 0;
  let standing = await stand(supergraph, settings.warmOperations, null).catch(async (error: unknown) => {
    await native.close();
    throw error;
  });
  const gateway = createEngineGateway(standing.graph);
  const apollo = await startApollo({ settings, logger, gateway });
  const compiled = createCompiledExecutor({
    graph: () => standing.graph,
    next: createApolloExecutor(apollo),
  });
  const sharing = settings.sharing.requests ? shareRequests(compiled, { timeoutMs: settings.requestTimeoutMs }) : null;
  const shared = sharing ?? compiled;
  const live = createGatewayLive({ graph: () => standing.graph, executor: shared, settings, logger });
  const executor = caches.responses ? makeReady(shared, caches.responses) : shared;
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
    async close() {
      await apollo.stop();
      await native.close();
      for (const { transport } of [standing.wire, ...retiring]) await transport.close();
    },
  };

  /** Nothing of theirs is kept, so nothing goes. */
  function closeFlights(): number {
    sharing?.closeFlights();
    standing.closeFlights();
    return 0;
  }

  async function serve(next: Supergraph): Promise<void> {
    const before = standing;
    const after = await stand(next, before.graph.operations.all().slice(0, maxWarmed), before.wire);
    try {
      gateway.serve(after.graph);
    } catch (error) {
      gateway.serve(before.graph);
      if (after.wire !== before.wire) await after.wire.transport.close();
      throw error;
    }
    standing = after;
    closeFlights();
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
      void wire.transport.close();
    }, settings.requestTimeoutMs).unref();
  }

  function wireTo(asked: Supergraph, before: Wire | null): Wire {
    const endpoints = resolveEndpoints(asked.subgraphs, settings);
    const addresses = JSON.stringify([...endpoints]);
    if (before?.addresses === addresses) return before;
    const overHttp = createSubgraphTransport({
      endpoints,
      connections: settings.subgraphConnections,
      maxBytes: settings.subgraphMaxBytes,
      viewerSigningSecret: settings.viewerSigningSecret,
    });
    const settingsOf = (name: string) => shapingOf(settings.subgraphs[name]?.shaping, settings.shaping);
    const transport = shapeCalls(overHttp, { endpoints, settingsOf, logger, events: unheard.subgraph });
    return { transport, addresses };
  }

  async function stand(asked: Supergraph, warmed: readonly WarmOperation[], before: Wire | null): Promise<Standing> {
    const { planner, insteadBecause } = await choosePlanner(asked, settings, native);
    if (insteadBecause) logger.warn({ planner: planner.name }, insteadBecause);
    const wire = wireTo(asked, before);
    const sharedCalls = settings.sharing.subgraphCalls ? shareInFlight(wire.transport) : null;
    const graph = createServedGraph({
      supergraph: asked,
      planner,
      transport: sharedCalls ?? wire.transport,
      publishErrors: publicErrors,
      failureOf: callFailure,
      mismatch,
      maxSelections: settings.limits.MAX_RECURSIVE_SELECTIONS,
      tagRules: caches.responses || caches.entities ? tagRulesOf(asked) : null,
      entityCache: caches.entities && entitiesOfGraph(caches.entities, ++graphCount),
      limits: settings.limits,
      responses: caches.responses,
      policyDefaults: caches.policyDefaults,
      requestTimeoutMs: settings.requestTimeoutMs,
    });
    const ready = await warm(graph, warmed, settings.limits);
    if (warmed.length > 0) logger.info({ asked: warmed.length, ready }, 'operations were made ready');
    return { graph, wire, closeFlights: () => sharedCalls?.closeFlights() };
  }
}

function tagRulesOf({ sdl, document, api, graphNames }: Supergraph): TagRules {
  return { keys: entityKeysOf(document), cacheTags: cacheTagsOf(sdl), graphNames, api };
}
