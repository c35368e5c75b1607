import type { Meters } from '@dateline/service-kit/meters';
import type { LiveEvents, LiveTransport } from './events.ts';

/** Counts streams: how many are open now, and how many were ended because their reader was too slow. */
export function createLiveMeters({ counter, read }: Meters): LiveEvents {
  const open: Record<LiveTransport, number> = { sse: 0, websocket: 0 };
  const upstream = new Map<string, number>();
  let subscriptions = 0;
  read({ name: 'gateway_live_connections', help: 'Open streams of clients, by transport.' }, () =>
    Object.entries(open).map(([transport, value]) => [{ transport }, value]),
  );
  read({ name: 'gateway_live_subscriptions', help: 'Subscriptions of clients.' }, () => [[{}, subscriptions]]);
  read({ name: 'gateway_live_upstream_subscriptions', help: 'Subscriptions to subgraphs.' }, () =>
    [...upstream].map(([subgraph, value]) => [{ subgraph }, value]),
  );
  const dropped = counter({
    name: 'gateway_live_slow_readers_dropped_total',
    help: 'Streams that were ended because their reader was too slow.',
  });
  const droppedBy = { sse: dropped.of({ transport: 'sse' }), websocket: dropped.of({ transport: 'websocket' }) };
  const addUpstream = (subgraph: string, step: number) =>
    void upstream.set(subgraph, (upstream.get(subgraph) ?? 0) + step);

  return {
    connected: (transport) => void open[transport]++,
    disconnected: (transport) => void open[transport]--,
    subscribed: () => void subscriptions++,
    unsubscribed: () => void subscriptions--,
    droppedSlow: (transport) => void droppedBy[transport].value++,
    upstreamOpened: (subgraph) => addUpstream(subgraph, 1),
    upstreamClosed: (subgraph) => addUpstream(subgraph, -1),
  };
}
