import type { GatewayContext } from '../context.ts';

/** What one request asks for, read and checked. */
export interface GraphqlRequest {
  /** Absent when only the hash of a persisted query is given. */
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** One request as it came, with its text before anybody has read it. */
export interface IncomingOperation {
  readonly method: 'GET' | 'POST';
  /** The body of a POST; of a GET what stands behind the question mark. Whoever knows an answer to it need not read on. */
  readonly text: string;
  /** Reads it, once however often it is called. Throws an HttpRefusal unless it is one GraphQL request. */
  read(): GraphqlRequest;
}

/** One answer, ready to be written. */
export interface GraphqlAnswer {
  /** As for `application/graphql-response+json`: 400 for what was refused. The front writes what another media type wants. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string | Buffer;
  /** The body in other codings, where they are at hand. */
  readonly encoded?: { readonly gzip?: Buffer | undefined; readonly br?: Buffer | undefined } | undefined;
}

/**
 * Whatever stands behind the HTTP front. A cache is one too, with another behind it: it answers by `text` alone or passes
 * the request on.
 */
export interface GraphqlExecutor {
  execute(operation: IncomingOperation, context: GatewayContext): Promise<GraphqlAnswer>;
}
