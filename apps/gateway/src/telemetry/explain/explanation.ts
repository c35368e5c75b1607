import type { Outcome } from '../../response-cache/outcome.ts';
import type { NotKept } from '../request-observer.ts';

/**
 * What `extensions.dateline` of an explained answer says: how it came about. docs/observability.md tells clients; the
 * playground draws it. It holds names of subgraphs and what they were asked, and no address, variable or inner error.
 */
export interface Explanation {
  readonly requestId: string;
  readonly operation: ExplainedOperation | null;
  /** Null when nothing needed to be fetched, or no plan was made. */
  readonly plan: ExplainedNode | null;
  readonly compiled: ExplainedCompiling | null;
  readonly cache: ExplainedCache | null;
  /** In the order in which they began. Empty for a kept answer. */
  readonly fetches: readonly ExplainedFetch[];
  /** Why places of the answer are null. */
  readonly nulls: readonly ExplainedNull[];
  /** From the end of reading the request to the whole answer. */
  readonly totalMs: number;
}

export interface ExplainedOperation {
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Estimated objects, as the cost limit counts them. */
  readonly cost: number;
  readonly maxCost: number;
}

export type ExplainedNode =
  | { readonly kind: 'sequence' | 'parallel'; readonly nodes: readonly ExplainedNode[] }
  | ExplainedCall;

export interface ExplainedCall {
  readonly kind: 'call';
  /** The number that fetches and nulls name it by. */
  readonly call: number;
  readonly subgraph: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly document: string;
  /** Where in the answer the entities stand that it asks for; empty for one that asks the root. */
  readonly entities: readonly string[];
}

export interface ExplainedCompiling {
  /** Was it ready when the request came? Then the times are of back then. */
  readonly wasReady: boolean;
  readonly planMs: number;
  readonly compileMs: number;
}

export interface ExplainedCache {
  readonly outcome: Outcome;
  readonly isKept: boolean;
  readonly notKept: NotKept | null;
  readonly ageSeconds: number;
  readonly maxAgeSeconds: number | null;
  readonly scope: 'PUBLIC' | 'PRIVATE' | null;
}

/** SPARED: it was not sent, because nothing had to be asked. */
export type FetchOutcome = 'OK' | 'ERRORS' | 'FAILED' | 'STALE' | 'SPARED' | 'UNDER_WAY';

export interface ExplainedFetch {
  readonly call: number;
  readonly subgraph: string;
  readonly outcome: FetchOutcome;
  /** What clients are told of its errors. */
  readonly codes: readonly string[];
  readonly startMs: number;
  readonly durationMs: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly retries: number;
  /** Answered by the same call of another request. */
  readonly isShared: boolean;
  readonly entities: { readonly asked: number; readonly kept: number };
  /** As the subgraph said it. */
  readonly cacheControl: string | null;
}

export interface ExplainedNull {
  readonly path: readonly (string | number)[] | null;
  readonly code: string;
  readonly subgraph: string | null;
  /** The call that it came with; null: with none, for it was never asked. */
  readonly call: number | null;
}
