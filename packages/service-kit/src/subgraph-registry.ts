import { Gauge, Registry } from 'prom-client';

/** What /metrics of a subgraph says beside what every process says: how many subscriptions wait for events. */
export function createSubgraphRegistry(openSubscriptions: () => number): Registry {
  const registry = new Registry();
  new Gauge({
    name: 'live_subscriptions',
    help: 'Subscriptions that wait for events.',
    registers: [registry],
    collect() {
      this.set(openSubscriptions());
    },
  });
  return registry;
}
