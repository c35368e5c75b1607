import { type Client, createClient } from 'graphql-ws/client';
import { WebSocket } from 'ws';
import { SubgraphFailure } from '../subgraph-failure.ts';
import { Silence } from './silence.ts';
import type { Upstream, UpstreamReceiver } from './upstream.ts';

export interface WsUpstreamOptions {
  readonly url: string;
  /** Of one message. */
  readonly maxBytes: number;
  /** Until the connection is acknowledged. */
  readonly openTimeoutMs: number;
  /** Without a message; pings are sent three times as often. */
  readonly maxSilenceMs: number;
  /** Of the HTTP request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of connection_init. */
  readonly payload: () => Record<string, unknown>;
}

/** For the other side to agree that it is over. */
const closingMs = 1_000;

function endSocket(socket: WebSocket): void {
  const deadline = setTimeout(() => socket.terminate(), closingMs).unref();
  socket.once('close', () => clearTimeout(deadline));
  if (socket.isPaused) socket.resume();
  socket.close(1000);
}

/** 4400 to 4499 say that the other side does not want what was said; but 4408 is that it waited in vain. */
const refusals = new Set([4400, 4401, 4403, 4404, 4406, 4409, 4429]);

/** One subscription over a connection of its own: graphql-transport-ws. */
export function openWsUpstream(body: string, options: WsUpstreamOptions, receiver: UpstreamReceiver): Upstream {
  const { maxSilenceMs, maxBytes, headers, openTimeoutMs } = options;
  let socket: WebSocket | null = null;
  let client: Client | null = null;
  let isOver = false;
  let isPaused = false;

  const end = (tell: () => void): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(opening);
    silence.ignore();
    if (socket) endSocket(socket);
    // It rejects where the connection never came to be.
    Promise.resolve(client?.dispose()).catch(() => undefined);
    tell();
  };
  const breakOff = (why: string, cause?: unknown): void =>
    end(() => receiver.broken(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', why, { cause, trouble: 'BROKEN' })));
  const silence = new Silence(maxSilenceMs, () => breakOff(`silent for ${maxSilenceMs} ms`));
  const opening = setTimeout(() => breakOff('no acknowledged connection in time'), openTimeoutMs).unref();

  class BoundedSocket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { maxPayload: maxBytes, headers, perMessageDeflate: false, followRedirects: false });
      socket = this;
    }
  }

  client = createClient({
    url: options.url,
    webSocketImpl: BoundedSocket,
    retryAttempts: 0,
    keepAlive: maxSilenceMs / 3,
    connectionParams: options.payload,
    on: {
      connected() {
        clearTimeout(opening);
        silence.heard();
        receiver.opened();
      },
      message() {
        if (!isOver && !isPaused) silence.heard();
      },
      // Here and not where the subscription ends: a connection that was closed in order is no subscription that is complete.
      closed(event) {
        const { code = 1006, reason = '' } = event as { readonly code?: number; readonly reason?: string };
        const why = `the connection was closed with ${code}`;
        if (!refusals.has(code)) return breakOff(why, reason);
        end(() => receiver.refused(new SubgraphFailure('SUBGRAPH_ERROR', why, { cause: reason })));
      },
      error: (error) => breakOff('the connection failed', error),
    },
  });

  client.subscribe(JSON.parse(body) as { query: string }, {
    next(payload) {
      if (isOver) return;
      receiver.event({ text: JSON.stringify(payload), parsed: payload, cacheControl: undefined });
    },
    error(error) {
      // What the protocol calls an error is the subgraph's answer to the whole subscription.
      if (!Array.isArray(error)) return breakOff('the connection failed', error);
      end(() => {
        receiver.event({ text: JSON.stringify({ errors: error }), cacheControl: undefined });
        receiver.complete();
      });
    },
    complete: () => end(() => receiver.complete()),
  });

  return {
    pause() {
      isPaused = true;
      silence.ignore();
      socket?.pause();
    },
    resume() {
      isPaused = false;
      if (isOver) return;
      silence.heard();
      socket?.resume();
    },
    close: () => end(() => undefined),
  };
}
