import type { Logger } from '@dateline/service-kit/logger';
import type { ReadinessCheck } from '@dateline/service-kit/readiness';
import type { Admission } from './admission/admission.ts';
import { type Admit, admitRequests } from './admission/admit-requests.ts';
import { startApollo } from './apollo.ts';
import { createApolloExecutor } from './apollo-executor.ts';
import type { Caches } from './caches.ts';
import { createCompiledExecutor, makeReady } from './compiled-executor.ts';
import { createPlannerProcesses } from './engine/planner/native/planner-processes.ts';
import type { Supergraph } from './engine/supergraph/supergraph.ts';
import { createEngineGateway } from './engine-gateway.ts';
import type { DoorExecutor } from './http/graphql-executor.ts';
import { shareRequests } from './http/share-requests.ts';
import type { Shedding } from './http/shedding/shedding.ts';
import { createIncrementalExecutor } from './incremental-executor.ts';
import type { Purgeable } from './invalidation/purgeable.ts';
import { createGatewayLive, type GatewayLive } from './live/gateway-live.ts';
import { refuseSubscriptions } from './live/refuse-subscriptions.ts';
import { createRefusedOf } from './live/refused.ts';
import { type WarmOperation, warm } from './operations/served-graph.ts';
import type { GatewaySettings } from './settings.ts';
import { closeWire, createStand, type Wire } from './standing-graph.ts';
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
  const stand = createStand({ settings, logger, caches, metrics, planners, refusedOf });
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
    takeOn: shedding.takeOn,
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
}
