import type { Viewer } from '@dateline/service-kit/viewer';
import { signViewer } from '@dateline/service-kit/viewer-signature';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SignedGraphOptions } from './signed-graph.ts';

/** One answer of a subscription, as far as tests look at it. */
export interface StreamedAnswer {
  // Tests read deep into answers whose shape each of them knows.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

export type SignedStreams = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  viewer?: Viewer | null,
) => AsyncGenerator<StreamedAnswer, void>;

/** Subscribes to a subgraph over server-sent events as the gateway does: each request signed for its viewer. Comes back by nothing. */
export function signedEventStreams({
  subgraph,
  url,
  secret,
  clock = () => new Date(),
}: SignedGraphOptions): SignedStreams {
  return (query, variables = {}, viewer = null) => {
    const signedFetch: typeof fetch = (address, init) => {
      const body = String(init?.body);
      const headers = new Headers(init?.headers);
      const signed = signViewer(viewer, { subgraph, secret, body, now: clock() });
      for (const [name, value] of Object.entries(signed)) headers.set(name, value);
      return fetch(address, { ...init, headers, body });
    };
    const client = createSseClient({ url: `${url}/graphql`, retryAttempts: 0, fetchFn: signedFetch });
    return client.iterate({ query, variables }) as AsyncGenerator<StreamedAnswer, void>;
  };
}

/** The same over a WebSocket: `connection_init` is signed, over an empty body. */
export function signedSockets({ subgraph, url, secret, clock = () => new Date() }: SignedGraphOptions): SignedStreams {
  return (query, variables = {}, viewer = null) => {
    const client = createWsClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: () => signViewer(viewer, { subgraph, secret, body: '', now: clock() }),
    });
    return client.iterate({ query, variables }) as AsyncGenerator<StreamedAnswer, void>;
  };
}
