import { readEvents } from './event-stream.ts';
import { answerOf, endOf, endOfAnswer, type LiveEnd, type LiveTransport, parseJson } from './live-transport.ts';

export interface EventStreamsOptions {
  /** The gateway's graph: 'http://localhost:4000/graphql'. */
  readonly url: string;
  /** Who is calling, as the gateway's logs name it. */
  readonly clientName: string;
  readonly token?: string;
  /** A stream that is silent for longer is dead: servers send a sign of life well before. Default 45 000. */
  readonly silenceTimeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Server-sent events (graphql-sse, distinct connections), by fetch. A stream for each operation: over HTTP/1.1 browsers open
 * six connections to a host, for all its pages together.
 */
export function overEventStreams(options: EventStreamsOptions): LiveTransport {
  const { silenceTimeoutMs = 45_000 } = options;
  return async ({ text, variables, signal }, listener) => {
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
        const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
        if (Number.isFinite(seconds)) listener.onDelay(seconds * 1_000);
        return await refusalOf(response);
      }
      listener.onOpen();
      for await (const event of readEvents(body)) {
        alive();
        if (event.kind === 'retry') listener.onDelay(event.afterMs);
        if (event.kind !== 'event' || signal.aborted) continue;
        if (event.name === 'complete') return { kind: 'complete' };
        if (event.name !== 'next') continue;
        const answer = answerOf(parseJson(event.data));
        const end = endOfAnswer(answer);
        if (end) return end;
        listener.onAnswer(answer);
      }
      return { kind: 'broken' };
    } catch {
      // Not reached, cut, or silent for too long; or the signal.
      return { kind: 'broken' };
    } finally {
      clearTimeout(timer);
      broken.abort();
    }
  };
}

function requestOf({ url, clientName, token }: EventStreamsOptions, body: string): Request {
  const headers: Record<string, string> = {
    accept: 'text/event-stream',
    'content-type': 'application/json',
    'apollographql-client-name': clientName,
  };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  return new Request(url, { method: 'POST', headers, body, cache: 'no-store' });
}

/** An answer that is no stream: why there is none. */
async function refusalOf(response: Response): Promise<LiveEnd> {
  const { errors } = answerOf(parseJson(await response.text()));
  if (errors.length > 0) return endOf(errors);
  const message = `The server answered with status ${response.status}.`;
  const isPassing = response.status >= 500 || response.status === 429;
  return isPassing
    ? { kind: 'broken' }
    : { kind: 'refused', errors: [{ message, code: '', path: [], extensions: {} }] };
}
