import type { GraphQLFormattedError } from 'graphql';
import type { CallWatch } from './run/plan-observer.ts';

/** One operation as a client asks for it. */
export interface EngineRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** How long, and for whom, an answer may be kept. */
export interface CachePolicy {
  readonly maxAgeSeconds: number;
  /** PUBLIC: for every viewer of the same class. PRIVATE: for this viewer alone. */
  readonly scope: 'PUBLIC' | 'PRIVATE';
  readonly staleWhileRevalidateSeconds?: number;
  readonly staleIfErrorSeconds?: number;
}

/** A whole answer, ready to be written to the client. */
export interface EngineAnswer {
  readonly status: number;
  /** JSON in UTF-8: `data`, and `errors` when there are some. */
  readonly body: Buffer;
  readonly hasErrors: boolean;
  /** Did a subgraph not answer at all? Then an older answer may be better than this one. */
  readonly isOutage?: boolean;
  /** Null when the answer may not be kept: a mutation, an error, or a subgraph that did not say so. */
  readonly cachePolicy: CachePolicy | null;
  /** What the answer shows: `Type:key` of each entity, and the lists' own tags. Empty when it may not be kept. */
  readonly tags: readonly string[];
}

/** One call to one subgraph. The body is ready to be sent. */
export interface SubgraphCall<Context> {
  readonly subgraph: string;
  /** JSON: `query`, `variables`, and `operationName` when there is one. */
  readonly body: string;
  readonly kind: 'query' | 'mutation';
  readonly context: Context;
  /** The answer must not be one that was asked for before. */
  readonly isFresh?: boolean;
  /** Who follows it, to be told what becomes of it on its way. */
  readonly watch?: CallWatch | null;
}

export interface SubgraphReply {
  /** JSON, not yet parsed. */
  readonly text: string;
  /** The answer's Cache-Control header. */
  readonly cacheControl: string | undefined;
  /** The text, parsed: put here by who first needs it, and never changed, so that requests may share one reply. */
  parsed?: unknown;
}

/** Carries calls to subgraphs. A call that comes to nothing rejects with a SubgraphFailure. */
export interface SubgraphTransport<Context> {
  send(call: SubgraphCall<Context>): Promise<SubgraphReply>;
}

/** Makes a subgraph's errors fit to be seen by a client. */
export type PublishErrors = (errors: unknown, subgraph: string) => readonly GraphQLFormattedError[];
