import type { GraphQLFormattedError } from 'graphql';
import type { PlanProgram } from '../compile/positions.ts';

/** What was made ready of an operation, and what that took. */
export interface PlannedFacts {
  readonly program: PlanProgram;
  readonly planMs: number;
  readonly compileMs: number;
  /** When all was ready, by performance.now(): before a request began, or while it waited. */
  readonly readyAtMs: number;
}

/** What a call asks of entities. */
export interface AskedEntities {
  /** Sent to the subgraph. */
  readonly asked: number;
  /** Found in the entity cache. */
  readonly kept: number;
}

/** One call as those see it who carry it. */
export interface CallWatch {
  /** To be sent with it, as W3C Trace Context has it; null: not traced. */
  readonly traceparent: string | null;
  /** It is sent once more. */
  retried(): void;
  /** The same call of somebody else, under way already, answers it. */
  shared(): void;
}

/** Follows one call of a plan to its end. */
export interface CallObserver extends CallWatch {
  /** An answer came; with errors perhaps. */
  answered(reply: { readonly bytes: number; readonly cacheControl: string | undefined }): void;
  /** Errors within the answer, as clients may see them. */
  erred(errors: readonly GraphQLFormattedError[]): void;
  /** It came to nothing. `isStale`: what was kept of before stands in for it. */
  failed(error: GraphQLFormattedError, isStale: boolean): void;
  /** Nothing more comes. */
  done(): void;
}

/** Follows one request through its plan. Where nobody follows, nothing is done for it. */
export interface PlanObserver {
  /** Does it want to see everything fetched? Then no entity comes from the cache. */
  readonly readsPastCaches: boolean;
  planned(facts: PlannedFacts): void;
  callBegan(call: number, entities: AskedEntities, sentBytes: number): CallObserver;
  /** Nothing had to be asked: no entity stands where it would ask, or all are kept. */
  callSpared(call: number, kept: number): void;
  /** The answer's errors, each with the object of its `extensions` that came with the call. */
  completed(errors: readonly GraphQLFormattedError[]): void;
}
