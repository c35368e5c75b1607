import type { Viewer } from '@dateline/service-kit/viewer';
import type { SubgraphReply } from '../../engine/engine-types.ts';
import type { SubgraphFailure } from '../subgraph-failure.ts';

/** A subscription as a subgraph is asked for it. */
export interface UpstreamRequest {
  readonly subgraph: string;
  /** JSON: `query` and `variables`. */
  readonly body: string;
  readonly requestId: string;
  /** Null: nobody has signed in. */
  readonly viewer: Viewer | null;
}

/** Takes what a subgraph says. After `complete`, `refused` or `broken` nothing more comes. */
export interface UpstreamReceiver {
  /** The subgraph has taken the subscription: from here on events can be missed. Once, before the first event. */
  opened(): void;
  event(event: SubgraphReply): void;
  complete(): void;
  /** The subgraph does not want it: asking again would not help. */
  refused(failure: SubgraphFailure): void;
  /** The connection failed, or it is silent for too long. */
  broken(failure: SubgraphFailure): void;
}

/** One subscription at one subgraph. */
export interface Upstream {
  /** Not a word more is read until `resume`: what comes meanwhile waits at the subgraph. */
  pause(): void;
  resume(): void;
  /** Nobody listens any more. Nothing is told after it. Idempotent. */
  close(): void;
}

/** Opens subscriptions at subgraphs. */
export interface UpstreamTransport {
  open(request: UpstreamRequest, receiver: UpstreamReceiver): Upstream;
  close(): Promise<void>;
}
