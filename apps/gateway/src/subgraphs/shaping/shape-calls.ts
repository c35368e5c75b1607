import type { Logger } from '@dateline/service-kit/logger';
import type { BreakerState, SubgraphEvents } from '../../telemetry/events.ts';
import { deadlineOf, type HttpTransport, type SubgraphEndpoint } from '../subgraph-transport.ts';
import { boundConcurrency } from './bound-concurrency.ts';
import { breakCircuit } from './break-circuit.ts';
import { Circuit } from './circuit.ts';
import type { Policy, Send } from './policy.ts';
import { retryQueries } from './retry-queries.ts';
import type { ShapingSettings } from './shaping-settings.ts';

export interface ShapeCallsOptions {
  readonly endpoints: ReadonlyMap<string, SubgraphEndpoint>;
  /** Of one subgraph, by its name. */
  readonly settingsOf: (subgraph: string) => ShapingSettings;
  readonly logger: Logger;
  readonly events: (subgraph: string) => SubgraphEvents;
}

interface Shaped {
  readonly endpoint: SubgraphEndpoint;
  readonly send: Send;
  readonly circuit: Circuit | null;
}

/**
 * A transport whose calls go through the policies of their subgraph. /readyz says which subgraphs are left alone for now.
 * What policies remember lives as long as this: a change of the supergraph that leaves the subgraphs where they are keeps
 * their circuits.
 */
export function shapeCalls(
  transport: HttpTransport,
  { endpoints, settingsOf, logger, events }: ShapeCallsOptions,
): HttpTransport {
  const subgraphs = new Map<string, Shaped>();
  for (const [name, endpoint] of endpoints) {
    const settings = settingsOf(name);
    subgraphs.set(name, shape(name, endpoint, { transport, settings, logger, events: events(name) }));
  }
  return {
    send(call) {
      const shaped = subgraphs.get(call.subgraph);
      if (!shaped) return transport.send(call);
      return shaped.send(call, performance.now() + deadlineOf(shaped.endpoint, call.kind));
    },
    checks: Object.fromEntries(
      Object.entries(transport.checks).map(([name, check]) => {
        const circuit = subgraphs.get(name)?.circuit;
        return [name, async () => (circuit && circuit.state !== 'closed' ? `circuit ${circuit.state}` : check())];
      }),
    ),
    close: () => transport.close(),
  };
}

interface ShapeOptions {
  readonly transport: HttpTransport;
  readonly settings: ShapingSettings;
  readonly logger: Logger;
  readonly events: SubgraphEvents;
}

/**
 * In this order, from the call to the wire. Retries stand before the circuit, so that each sending counts, and none goes to
 * a subgraph that is left alone. The circuit stands before the queue: who is refused by it takes no place there.
 */
function shape(
  name: string,
  endpoint: SubgraphEndpoint,
  { transport, settings, logger, events }: ShapeOptions,
): Shaped {
  const { retries, attemptTimeoutMs, breaker, maxConcurrent, maxQueued } = settings;
  const circuit = breaker ? new Circuit({ onTurn: turnTeller(name, logger, events) }) : null;
  const policies: Policy[] = [
    ...(retries ? [retryQueries({ attemptTimeoutMs, events })] : []),
    ...(circuit ? [breakCircuit(circuit, events)] : []),
    boundConcurrency({ maxConcurrent, maxQueued, events }),
  ];
  const attempt: Send = (call, deadlineAt) => transport.send(call, Math.max(1, deadlineAt - performance.now()));
  return { endpoint, circuit, send: policies.reduceRight((next, policy) => policy(next), attempt) };
}

/** Every turn is counted. The log hears when it fails and when it is well again, not of each probe between. */
function turnTeller(subgraph: string, logger: Logger, events: SubgraphEvents): (state: BreakerState) => void {
  let isKnownOpen = false;
  return (state) => {
    events.breakerTurned(state);
    if (state === 'half-open' || isKnownOpen === (state === 'open')) return;
    isKnownOpen = state === 'open';
    if (isKnownOpen) logger.warn({ subgraph }, 'the circuit is open: it is not asked any more but for probes');
    else logger.info({ subgraph }, 'the circuit is closed: it is asked again');
  };
}
