import cluster from 'node:cluster';
import type { MetricsRegistry } from '@dateline/service-kit/meters';
import { AggregatorRegistry } from 'prom-client';
import { isMessage, type Purge, type ToPrimary, type ToWorker } from './messages.ts';

/** The other workers of this gateway, as one of them knows them: by way of the primary. */
export interface Siblings {
  /** Its part of what all of them count together. */
  countIn(own: MetricsRegistry): void;
  /** The metrics of all together, in Prometheus' text; this one's own when they cannot be had. */
  metrics(own: MetricsRegistry): Promise<string>;
  /** Has the others purge their caches too. */
  purge(purge: Purge): void;
  onPurge(listener: (purge: Purge) => void): void;
  /** Called when another one has taken the place of this one. */
  onRetire(listener: () => void): void;
}

const metricsTimeoutMs = 5_000;

/** Null: this process is no worker of a cluster, and is alone. */
export function findSiblings(): Siblings | null {
  if (!cluster.isWorker) return null;
  const asked = new Map<number, (text: string) => void>();
  const onPurge: ((purge: Purge) => void)[] = [];
  const onRetire: (() => void)[] = [];
  let count = 0;

  process.on('message', (message: unknown) => {
    if (!isMessage(message)) return;
    const told = message as ToWorker;
    if (told.kind === 'metrics') asked.get(told.id)?.(told.text);
    else if (told.kind === 'purge') for (const listener of onPurge) listener(told.purge);
    else for (const listener of onRetire) listener();
  });
  const tell = (message: ToPrimary) => void process.send?.(message, undefined, undefined, () => {});

  return {
    countIn(own) {
      AggregatorRegistry.setRegistries([own]);
      // From here on it answers the primary.
      new AggregatorRegistry();
    },
    async metrics(own) {
      const id = ++count;
      const { promise, resolve } = Promise.withResolvers<string | null>();
      const late = setTimeout(resolve, metricsTimeoutMs, null);
      asked.set(id, resolve);
      tell({ kind: 'metrics', id });
      const text = await promise;
      clearTimeout(late);
      asked.delete(id);
      // One of them does not answer: its own is better than nothing.
      return text || own.metrics();
    },
    purge: (purge) => tell({ kind: 'purge', purge }),
    onPurge: (listener) => void onPurge.push(listener),
    onRetire: (listener) => void onRetire.push(listener),
  };
}
