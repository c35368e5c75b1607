import type { GatewayContext } from '../context.ts';
import type { IncrementalFormat, PartText } from './incremental/incremental-format.ts';
import type { GraphqlMediaType } from './media-type.ts';

/** What one request asks for, read and checked. */
export interface GraphqlRequest {
  /** Absent when only the hash of a persisted query is given. */
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
  /** The name of a persisted document, in place of a query. Nobody behind the door sees it: admission/ puts the text in its place. */
  readonly documentId?: string | null | undefined;
}

/** In what forms a client takes the answer. */
export interface Accepted {
  readonly mediaType: GraphqlMediaType;
  /** The header of that name, as the next one. */
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** In which format it takes an answer in parts; absent or null when it takes none. */
  readonly incremental?: IncrementalFormat | null;
}

/** One request as it came, with its text before anybody has read it. */
export interface IncomingOperation {
  readonly method: 'GET' | 'POST';
  /** The body of a POST; of a GET what stands behind the question mark. Whoever knows an answer to it need not read on. */
  readonly text: string;
  readonly accepted: Accepted;
  /** Not everybody may ask for it: its answer must not be found by the text of the request alone. */
  readonly isFree?: boolean;
  /** Reads it, once however often it is called. Throws an HttpRefusal unless it is one GraphQL request. */
  read(): GraphqlRequest;
}

/** One answer, to be written in the form that the client takes. */
export interface PlainAnswer {
  /** As for `application/graphql-response+json`: 400 for what was refused. The front writes what another media type wants. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string | Buffer;
}

/** One answer in just the form that this client takes: it is written as it is. */
export interface ReadyAnswer {
  readonly isReady: true;
  readonly status: number;
  /** All that speak of the body (type, coding, length, tag) and of who may keep it, `vary` too. In small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** For the log line of a request that nobody has read. */
  readonly operationName?: string | undefined;
}

export type GraphqlAnswer = PlainAnswer | ReadyAnswer;

/** An answer that comes in parts, each to be written as soon as it is there and the client takes it. */
export interface StreamedAnswer {
  readonly isStreamed: true;
  readonly status: 200;
  readonly format: IncrementalFormat;
  readonly headers?: Readonly<Record<string, string>>;
  /** To be gone through once. With its `return` nothing more is made of it. */
  readonly parts: AsyncGenerator<PartText, void, undefined>;
}

/**
 * Whatever stands behind the HTTP front. A cache is one too, with another behind it: it answers by `text` alone or passes
 * the request on.
 */
export interface GraphqlExecutor {
  execute(operation: IncomingOperation, context: GatewayContext): Promise<GraphqlAnswer>;
}

/** What stands right behind the door: the only one whose answers may come in parts. */
export interface DoorExecutor {
  execute(operation: IncomingOperation, context: GatewayContext): Promise<GraphqlAnswer | StreamedAnswer>;
}
