import type { PlanObserver } from '../engine/run/plan-observer.ts';
import type { CacheEntry } from '../response-cache/entry.ts';
import type { Outcome } from '../response-cache/outcome.ts';

/**
 * Why an answer was not kept. OFF: no answer is. MUTATION: only queries' are. IN_PARTS: none that comes in parts is. ERRORS: it has some. SUBGRAPHS: one that was
 * asked does not allow it, or says nothing. VARIABLES: they have no sure text. PAST_CACHES: the request asked for that.
 * OVERTAKEN: something that it shows was changed meanwhile, or there was no room.
 */
export type NotKept =
  | 'OFF'
  | 'MUTATION'
  | 'IN_PARTS'
  | 'ERRORS'
  | 'SUBGRAPHS'
  | 'VARIABLES'
  | 'PAST_CACHES'
  | 'OVERTAKEN';

/** What the response cache did with a request. */
export interface KeptFacts {
  readonly outcome: Outcome;
  readonly entry: CacheEntry | null;
  readonly ageSeconds: number;
  /** Null where it is kept. */
  readonly notKept: NotKept | null;
}

/** Follows one request on its way through the gateway. Most requests have none, and pay nothing. */
export interface RequestObserver extends PlanObserver {
  /** Will its answer say how it came about? Then it is made for this request alone. */
  readonly explains: boolean;
  /** What is asked for is known, and runs. */
  running(operation: { readonly kind: 'query' | 'mutation' | 'subscription'; readonly name: string | null }): void;
  /** The document was parsed, or validated; by performance.now(). */
  phase(name: 'parse' | 'validate', startedAtMs: number, endedAtMs: number): void;
  kept(facts: KeptFacts): void;
}
