/**
 * What parts of the gateway tell of themselves, to be counted. Each method is an increment and never throws: call it where
 * the thing happens. A part that is built alone (in a test, say) is given `unheard...`.
 */

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Of one subgraph; get it once, by name. */
export interface SubgraphEvents {
  /** A query was sent once more. */
  retried(): void;
  /** It would have been sent once more, but the budget for that is spent. */
  retryWithheld(): void;
  breakerTurned(state: BreakerState): void;
  /** Not sent at all: the breaker is open, or as many as may be are under way. */
  refused(because: 'breaker' | 'bulkhead'): void;
  /** Somebody else's call, under way already, answered it. */
  shared(): void;
}

/** At the door, before anything is worked on. */
export interface DoorEvents {
  /** Turned away with 503, because the process has too much to do. */
  shed(because: 'event-loop' | 'in-flight'): void;
  /** Turned away with 429. */
  rateLimited(by: 'address' | 'viewer' | 'client'): void;
}

export type LiveTransport = 'sse' | 'websocket';

/** Streams. What was opened is closed once. */
export interface LiveEvents {
  connected(transport: LiveTransport): void;
  disconnected(transport: LiveTransport): void;
  subscribed(): void;
  unsubscribed(): void;
  /** A reader was too slow, and its stream was ended. */
  droppedSlow(transport: LiveTransport): void;
  /** One upstream subscription was opened to a subgraph, or ended. */
  upstreamOpened(subgraph: string): void;
  upstreamClosed(subgraph: string): void;
}

/** Changes of what is served. */
export interface GraphEvents {
  supergraphServed(): void;
  supergraphRefused(): void;
  /** A plan was made (or could not be), and the operation compiled. */
  compiled(times: { readonly planMs: number; readonly compileMs: number }): void;
  planFailed(planMs: number): void;
}

export interface GatewayEvents {
  readonly door: DoorEvents;
  readonly live: LiveEvents;
  readonly graph: GraphEvents;
  subgraph(name: string): SubgraphEvents;
  /** A whole request was answered by another one that was under way. */
  requestShared(): void;
}

const ignore = () => undefined;

export const unheardSubgraph: SubgraphEvents = {
  retried: ignore,
  retryWithheld: ignore,
  breakerTurned: ignore,
  refused: ignore,
  shared: ignore,
};

export const unheardLive: LiveEvents = {
  connected: ignore,
  disconnected: ignore,
  subscribed: ignore,
  unsubscribed: ignore,
  droppedSlow: ignore,
  upstreamOpened: ignore,
  upstreamClosed: ignore,
};

/** Nobody listens. */
export const unheard: GatewayEvents = {
  door: { shed: ignore, rateLimited: ignore },
  live: unheardLive,
  graph: { supergraphServed: ignore, supergraphRefused: ignore, compiled: ignore, planFailed: ignore },
  subgraph: () => unheardSubgraph,
  requestShared: ignore,
};
