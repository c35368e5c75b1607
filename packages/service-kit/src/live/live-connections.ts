import { HttpRefusal } from '../http-refusal.ts';
import type { LiveLimits } from './live-limits.ts';

export type LiveTransport = 'sse' | 'websocket';

/** An open stream or socket. */
export interface LiveConnection {
  readonly transport: LiveTransport;
  readonly address: string;
  /** A sign of life; the other side's is looked at too. */
  beat(): void;
  /** Says goodbye at once, so that the client comes back to another process. */
  goAway(): void;
  /** Goodbye was not taken in time. */
  cut(): void;
}

/** All open streams and sockets of a process, of all transports: counted, kept alive by one timer, and sent away together. */
export interface LiveConnections {
  readonly count: number;
  /** @throws HttpRefusal when there are too many, or the process is about to end. */
  enter(connection: LiveConnection): void;
  leave(connection: LiveConnection): void;
  /** More waits for it than may: its reader is too slow. */
  dropSlow(connection: LiveConnection): void;
  /** Everybody goes; who has not gone after a second is cut. Nobody comes any more. */
  drain(): void;
}

/** Told of what happens to connections, to be counted. */
export interface LiveConnectionEvents {
  connected(transport: LiveTransport): void;
  disconnected(transport: LiveTransport): void;
  droppedSlow(transport: LiveTransport): void;
}

type Limits = Pick<LiveLimits, 'heartbeatMs' | 'maxConnections' | 'maxConnectionsPerAddress'>;

/** Heartbeats come in so many turns, a part of the connections in each: ten thousand writes at once would hold up all else. */
const turns = 20;
const goodbyeMs = 1_000;
const retryAfter = { 'retry-after': '5' };

export function createLiveConnections(
  { heartbeatMs, maxConnections, maxConnectionsPerAddress }: Limits,
  events?: LiveConnectionEvents,
): LiveConnections {
  const wheel = Array.from({ length: turns }, () => new Set<LiveConnection>());
  const places = new Map<LiveConnection, Set<LiveConnection>>();
  const perAddress = new Map<string, number>();
  let entered = 0;
  let turn = 0;
  let timer: NodeJS.Timeout | undefined;
  let isDraining = false;

  function beat(): void {
    turn = (turn + 1) % turns;
    for (const connection of wheel[turn] ?? []) connection.beat();
  }

  return {
    get count() {
      return places.size;
    },
    enter(connection) {
      const { address } = connection;
      const fromHere = perAddress.get(address) ?? 0;
      if (isDraining) throw new HttpRefusal(503, 'NOT_READY', { headers: retryAfter });
      if (places.size >= maxConnections) throw new HttpRefusal(503, 'TOO_MANY_STREAMS', { headers: retryAfter });
      if (fromHere >= maxConnectionsPerAddress) {
        throw new HttpRefusal(429, 'TOO_MANY_STREAMS', { headers: retryAfter });
      }
      const place = wheel[entered++ % turns];
      if (!place) return;
      place.add(connection);
      places.set(connection, place);
      perAddress.set(address, fromHere + 1);
      events?.connected(connection.transport);
      timer ??= setInterval(beat, heartbeatMs / turns).unref();
    },
    leave(connection) {
      const place = places.get(connection);
      if (!place) return;
      place.delete(connection);
      places.delete(connection);
      const fromHere = (perAddress.get(connection.address) ?? 1) - 1;
      if (fromHere > 0) perAddress.set(connection.address, fromHere);
      else perAddress.delete(connection.address);
      events?.disconnected(connection.transport);
      if (places.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
    dropSlow(connection) {
      events?.droppedSlow(connection.transport);
      connection.cut();
    },
    drain() {
      isDraining = true;
      for (const connection of [...places.keys()]) connection.goAway();
      if (places.size === 0) return;
      setTimeout(() => {
        for (const connection of [...places.keys()]) connection.cut();
      }, goodbyeMs);
    },
  };
}
