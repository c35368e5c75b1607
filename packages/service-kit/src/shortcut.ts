import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** An answer that is at hand. */
export interface ShortcutAnswer {
  readonly status: number;
  /** All of them, names and values in turn; the request id is added. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** For the request's log line. */
  readonly operationName?: string | undefined;
}

/**
 * Answers requests before the router, from what is at hand: kept answers go out at the speed of bare node:http, past hooks,
 * parsers and handlers. It must let pass whatever needs one of them. What it answers is logged, measured and waited for
 * by a drain as any other request.
 */
export interface Shortcut {
  /** The route whose requests it may answer, as the metrics name it. */
  readonly route: string;
  /** By the request's headers: may an answer be at hand? Then its body is read first. */
  takes(request: IncomingMessage): boolean;
  /** The answer, or undefined to let it pass to the router. `text` is the whole body. */
  answer(request: IncomingMessage, text: string): ShortcutAnswer | undefined;
  /** By its headers: what no answer is at hand for may be turned away before the router, and before its body is read. */
  turnAway?(request: IncomingMessage): ShortcutAnswer | undefined;
}

export interface ShortcutPlace {
  /** Longer bodies are the router's. */
  readonly bodyMaxBytes: number;
  /** Watches a request; what it returns lets go of it again, when the router watches it instead. */
  readonly watch: (request: IncomingMessage, response: ServerResponse) => Watched;
}

export interface Watched {
  readonly requestId: string;
  answered(answer: ShortcutAnswer): void;
  passOn(): void;
}

const readAhead = new WeakMap<IncomingMessage, string>();

/** The body of a request that a shortcut has read and let pass: its stream is at its end. */
export function bodyReadAhead(request: IncomingMessage): string | undefined {
  return readAhead.get(request);
}

/** A listener that tries the shortcut first. */
export function throughShortcut(
  { takes, answer, turnAway = () => undefined }: Shortcut,
  { bodyMaxBytes, watch }: ShortcutPlace,
  router: RequestListener,
): RequestListener {
  return (request, response) => {
    const length = lengthOf(request);
    if (length === null || length > bodyMaxBytes || !takes(request)) {
      const refused = safely(() => turnAway(request));
      if (!refused) return router(request, response);
      // A long body is not waited for: better a new connection than that.
      if (length === null || length > bodyMaxBytes) response.shouldKeepAlive = false;
      return write(refused, response, watch(request, response));
    }
    const watched = watch(request, response);
    const attempt = (text: string) => {
      const given = safely(() => answer(request, text)) ?? safely(() => turnAway(request));
      if (given) return write(given, response, watched);
      readAhead.set(request, text);
      router(request, response);
      watched.passOn();
    };
    if (length === 0) attempt('');
    else readText(request, attempt);
  };
}

function write(given: ShortcutAnswer, response: ServerResponse, watched: Watched): void {
  watched.answered(given);
  response.writeHead(given.status, [...given.headers, 'x-request-id', watched.requestId]);
  response.end(given.body);
}

/** A shortcut that fails is none: the router answers, and tells of what is wrong. */
function safely<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** What the headers say: Node holds the body to it. Null: it is sent in pieces of unknown number. */
function lengthOf({ headers }: IncomingMessage): number | null {
  if (headers['transfer-encoding'] !== undefined) return null;
  return Number(headers['content-length'] ?? 0);
}

/** Calls back at the end of the body; never when the client goes away before. */
function readText(request: IncomingMessage, onText: (text: string) => void): void {
  let first: Buffer | undefined;
  let more: Buffer[] | undefined;
  request.on('data', (chunk: Buffer) => {
    if (!first) first = chunk;
    else if (more) more.push(chunk);
    else more = [chunk];
  });
  request.on('end', () => onText(first && more ? Buffer.concat([first, ...more]).toString() : String(first ?? '')));
}
