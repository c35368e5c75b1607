import { createMeters, type Meters, type MetricsRegistry, type Spread } from '@dateline/service-kit/meters';
import type { Observer } from '@dateline/service-kit/watch-requests';
import type { GatewayEvents } from './events.ts';
import { createLiveMeters } from './live-meters.ts';
import { createOperationLabels } from './operation-label.ts';
import { createSubgraphMeters, type SubgraphMeter } from './subgraph-meters.ts';

/** All that the gateway counts and does not count elsewhere. docs/observability.md lists the names; a test holds it to this. */
export interface GatewayMetrics extends GatewayEvents {
  /** For what others keep count of. */
  readonly meters: Meters;
  subgraph(name: string): SubgraphMeter;
  /** Operations that are known beforehand: they have series of their own, whatever else is asked. */
  knowOperations(names: Iterable<string>): void;
  /** An operation's answer has left. */
  operationAnswered(name: string | undefined, seconds: number): void;
  operationErred(name: string | undefined, code: string): void;
}

/** Names that clients chose and that have series of their own. */
const maxOperationNames = 200;

export function createGatewayMetrics(registry: MetricsRegistry): GatewayMetrics {
  const meters = createMeters(registry);
  const { counter, histogram } = meters;
  const operations = createOperationLabels(maxOperationNames);

  const operationSeconds = histogram({
    name: 'gateway_operation_duration_seconds',
    help: 'Time from the first byte of a request for an operation to the last of its answer.',
  });
  const operationErrors = counter({
    name: 'gateway_operation_errors_total',
    help: 'Errors in answers, by operation and code.',
  });
  const planSeconds = histogram({
    name: 'gateway_plan_duration_seconds',
    help: 'Time that making a plan took, by whether there was one in the end.',
  });
  const compileSeconds = histogram({
    name: 'gateway_compile_duration_seconds',
    help: 'Time that compiling a planned operation took.',
  });
  const sharedRequests = counter({
    name: 'gateway_requests_shared_total',
    help: 'Requests answered by another one that was under way.',
  }).of({});
  const shed = counter({ name: 'gateway_requests_shed_total', help: 'Requests turned away because of too much load.' });
  const limited = counter({
    name: 'gateway_requests_rate_limited_total',
    help: 'Requests turned away because their sender asks too often.',
  });
  const changes = counter({
    name: 'gateway_supergraph_changes_total',
    help: 'Other supergraphs that were served, or refused.',
  });
  const spreads = new Map<string, Spread>();
  const secondsOf = (operation: string): Spread => {
    const known = spreads.get(operation);
    if (known) return known;
    const made = operationSeconds.of({ operation });
    spreads.set(operation, made);
    return made;
  };
  const okPlan = planSeconds.of({ outcome: 'ok' });
  const failedPlan = planSeconds.of({ outcome: 'failed' });
  const compiledSpread = compileSeconds.of({});
  const served = changes.of({ outcome: 'served' });
  const refused = changes.of({ outcome: 'refused' });
  const shedBy = { 'event-loop': shed.of({ reason: 'event-loop' }), 'in-flight': shed.of({ reason: 'in-flight' }) };
  const limitedBy = {
    address: limited.of({ by: 'address' }),
    viewer: limited.of({ by: 'viewer' }),
    client: limited.of({ by: 'client' }),
  };

  return {
    meters,
    knowOperations: operations.know,
    subgraph: createSubgraphMeters(meters),
    live: createLiveMeters(meters),
    operationAnswered: (name, seconds) => secondsOf(operations.labelOf(name)).observe(seconds),
    operationErred: (name, code) => void operationErrors.of({ operation: operations.labelOf(name), code }).value++,
    requestShared: () => void sharedRequests.value++,
    door: { shed: (because) => void shedBy[because].value++, rateLimited: (by) => void limitedBy[by].value++ },
    graph: {
      supergraphServed: () => void served.value++,
      supergraphRefused: () => void refused.value++,
      compiled({ planMs, compileMs }) {
        okPlan.observe(planMs / 1_000);
        compiledSpread.observe(compileMs / 1_000);
      },
      planFailed: (planMs) => failedPlan.observe(planMs / 1_000),
    },
  };
}

/** Counts each request for an operation, whoever answered it. What was no operation is only in the metrics of HTTP. */
export function countOperations({ operationAnswered }: GatewayMetrics): Observer {
  return ({ method, url, route, operationName, isStream }, { durationMs }) => {
    // Without a search a GET is for the page.
    const asks = method === 'POST' || (method === 'GET' && url.includes('?'));
    if (asks && route === '/graphql' && !isStream) operationAnswered(operationName, durationMs / 1_000);
  };
}
