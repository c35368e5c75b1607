import type { GraphAnswer } from './graph-answer.ts';
import type { GraphError } from './graph-error.ts';
import type { LiveTransport } from './live-transport.ts';
import { operationOf } from './operation.ts';
import { createReconnectDelays, type ReconnectDelays } from './reconnect-delay.ts';
import type { TypedDocument } from './typed-document.ts';

export interface LiveClientOptions {
  /** How the gateway is asked: `overSocket` for pages, `overEventStreams` where sockets cannot go. */
  readonly transport: LiveTransport;
  /** How long to wait before the next try; for tests that cannot wait. */
  readonly delays?: () => ReconnectDelays;
}

export interface Subscriber<Result, Variables> {
  onNext(answer: GraphAnswer<Result>): void;
  /** The server will not have this operation, and would not if it were asked again. Nothing more comes. */
  onError?(errors: readonly GraphError[]): void;
  /** The server has said all. Nothing more comes, unless `again`. */
  onComplete?(): void;
  /** Each time that the stream is there, the first one included: what came before, while it was not, was not told. */
  onOpen?(): void;
  /** With what to come back after a break, from the last answer: a cursor to go on from. */
  resume?(result: Result): Partial<Variables>;
  /** Come back also when the server has said all: it may only have lost its own source. */
  readonly again?: boolean;
  /** Ends it. Nothing is told any more. */
  readonly signal?: AbortSignal;
}

export interface LiveClient {
  /**
   * Begins a subscription and keeps it up: after a break it comes back, a little later each time, where `resume` says. What
   * happens between two streams is lost without `resume`.
   */
  subscribe<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    subscriber: Subscriber<Result, Variables>,
  ): void;
}

/** Subscriptions, small enough for any page. */
export function createLiveClient({
  transport,
  delays: createDelays = createReconnectDelays,
}: LiveClientOptions): LiveClient {
  return {
    subscribe<Result, Variables>(
      document: TypedDocument<Result, Variables>,
      variables: Variables,
      subscriber: Subscriber<Result, Variables>,
    ) {
      const { signal = new AbortController().signal } = subscriber;
      const delays = createDelays();
      let asked = variables;
      const listener = {
        onOpen: () => subscriber.onOpen?.(),
        onDelay: (afterMs: number) => delays.serverAsks(afterMs),
        onAnswer(sent: GraphAnswer<unknown>) {
          delays.works();
          // The data has the type that its document promises: the server checked the document against the schema.
          const answer = sent as GraphAnswer<Result>;
          if (answer.data !== null) asked = { ...asked, ...subscriber.resume?.(answer.data) };
          subscriber.onNext(answer);
        },
      };
      const keepUp = async () => {
        while (!signal.aborted) {
          const end = await transport({ text: operationOf(document).text, variables: asked, signal }, listener);
          if (signal.aborted) return;
          if (end.kind === 'refused') return subscriber.onError?.(end.errors);
          if (end.kind === 'complete' && !subscriber.again) return subscriber.onComplete?.();
          await pause(delays.next(), signal);
        }
      };
      void keepUp();
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
