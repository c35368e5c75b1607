import { readEvents } from './event-stream.ts';
import { errorsOf, type GraphAnswer } from './graph-answer.ts';
import type { GraphError } from './graph-error.ts';
import { operationOf } from './operation.ts';
import { createReconnectDelays, type ReconnectDelays } from './reconnect-delay.ts';
import type { TypedDocument } from './typed-document.ts';

export interface LiveClientOptions {
  /** The gateway's graph: 'http://localhost:4000/graphql'. */
  readonly url: string;
  /** Who is calling, as the gateway's logs name it. */
  readonly clientName: string;
  readonly token?: string;
  /** A stream that is silent for longer is dead, and begun anew: servers send a sign of life well before. Default 45 000. */
  readonly silenceTimeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
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

/** What became of one stream. */
type End =
  | { readonly kind: 'complete' | 'broken' }
  | { readonly kind: 'refused'; readonly errors: readonly GraphError[] };

/** A server that is overloaded, about to end, or out of order may be another the next time. */
const passing: ReadonlySet<string> = new Set([
  'TOO_MANY_STREAMS',
  'NOT_READY',
  'OVERLOADED',
  'RATE_LIMITED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_ERROR',
  'INTERNAL_SERVER_ERROR',
]);

/** Subscriptions over server-sent events (graphql-sse, distinct connections), by fetch: small enough for any page. */
export function createLiveClient(options: LiveClientOptions): LiveClient {
  return {
    subscribe<Result, Variables>(
      document: TypedDocument<Result, Variables>,
      variables: Variables,
      subscriber: Subscriber<Result, Variables>,
    ) {
      const { signal = new AbortController().signal } = subscriber;
      const delays = (options.delays ?? createReconnectDelays)();
      let asked = variables;
      const tell = (answer: GraphAnswer<Result>) => {
        if (answer.data !== null) asked = { ...asked, ...subscriber.resume?.(answer.data) };
        subscriber.onNext(answer);
      };
      const keepUp = async () => {
        for (;;) {
          const request = { text: operationOf(document).text, variables: asked, signal };
          const end = await readStream<Result>(options, request, { tell, delays, onOpen: () => subscriber.onOpen?.() });
          if (signal.aborted) return;
          if (end.kind === 'refused') return subscriber.onError?.(end.errors);
          if (end.kind === 'complete' && !subscriber.again) return subscriber.onComplete?.();
          await pause(delays.next(), signal);
          if (signal.aborted) return;
        }
      };
      void keepUp();
    },
  };
}

interface StreamRequest {
  readonly text: string;
  readonly variables: unknown;
  readonly signal: AbortSignal;
}

interface StreamListener<Result> {
  readonly tell: (answer: GraphAnswer<Result>) => void;
  readonly onOpen: () => void;
  readonly delays: ReconnectDelays;
}

async function readStream<Result>(
  options: LiveClientOptions,
  { text, variables, signal }: StreamRequest,
  { tell, onOpen, delays }: StreamListener<Result>,
): Promise<End> {
  const { silenceTimeoutMs = 45_000 } = options;
  const broken = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => broken.abort(), silenceTimeoutMs);
  };
  alive();
  try {
    const request = requestOf(options, JSON.stringify({ query: text, variables }));
    const response = await (options.fetch ?? globalThis.fetch)(request, {
      signal: AbortSignal.any([signal, broken.signal]),
    });
    const { body } = response;
    if (!body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      return await refusalOf(response, delays);
    }
    onOpen();
    for await (const event of readEvents(body)) {
      alive();
      if (event.kind === 'retry') delays.serverAsks(event.afterMs);
      if (event.kind !== 'event' || signal.aborted) continue;
      if (event.name === 'complete') return { kind: 'complete' };
      if (event.name !== 'next') continue;
      const answer = answerOf<Result>(event.data);
      const end = answer.data === null && answer.errors.length > 0 ? endOf(answer.errors) : null;
      if (end) return end;
      delays.works();
      tell(answer);
    }
    return { kind: 'broken' };
  } catch {
    // Not reached, cut, or silent for too long; or the signal.
    return { kind: 'broken' };
  } finally {
    clearTimeout(timer);
    broken.abort();
  }
}

function requestOf({ url, clientName, token }: LiveClientOptions, body: string): Request {
  const headers: Record<string, string> = {
    accept: 'text/event-stream',
    'content-type': 'application/json',
    'apollographql-client-name': clientName,
  };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  return new Request(url, { method: 'POST', headers, body, cache: 'no-store' });
}

/** An answer that is no stream: why there is none. */
async function refusalOf(response: Response, delays: ReconnectDelays): Promise<End> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds)) delays.serverAsks(seconds * 1_000);
  const errors = answerOf(await response.text()).errors;
  if (errors.length > 0) return endOf(errors);
  const message = `The server answered with status ${response.status}.`;
  const isPassing = response.status >= 500 || response.status === 429;
  return isPassing
    ? { kind: 'broken' }
    : { kind: 'refused', errors: [{ message, code: '', path: [], extensions: {} }] };
}

function endOf(errors: readonly GraphError[]): End {
  return errors.some(({ code }) => passing.has(code)) ? { kind: 'broken' } : { kind: 'refused', errors };
}

/** The data is taken to have the type its document promises; the server checked the document against the schema. */
function answerOf<Result>(text: string): GraphAnswer<Result> {
  try {
    const answer = JSON.parse(text) as { data?: Result | null; errors?: unknown };
    return { data: answer.data ?? null, errors: errorsOf(answer.errors) };
  } catch {
    return { data: null, errors: [] };
  }
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
