import { errorsOf } from './graph-answer.ts';
import { answerOf, endOf, endOfAnswer, type LiveEnd, type LiveTransport, parseJson } from './live-transport.ts';

export interface SocketOptions {
  /** The gateway's graph, as for everything else: 'http://localhost:4000/graphql'. */
  readonly url: string;
  readonly token?: string;
  /** A socket that does not even answer a ping for so long is dead. Default 45 000. */
  readonly silenceTimeoutMs?: number;
}

/** Messages of graphql-transport-ws that a server sends. */
interface Message {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly payload?: unknown;
}

/** An operation of a socket. */
interface Asked {
  readonly ask: () => void;
  readonly hear: (message: Message) => void;
  readonly end: (end: LiveEnd) => void;
}

/** Closed with one of these, it would be again: the token is not valid (any more), or we do not speak the protocol. */
const finalCodes: ReadonlySet<number> = new Set([4400, 4401, 4403, 4406]);

/**
 * One WebSocket (graphql-transport-ws) for all operations, open as long as there are any. Browsers allow some hundreds of
 * sockets where they allow six requests, so a page that follows something takes none of these away from the others.
 */
export function overSocket(options: SocketOptions): LiveTransport {
  let socket: OpenSocket | null = null;
  let lastId = 0;

  return ({ text, variables, signal }, { onOpen, onAnswer }) =>
    new Promise((settle) => {
      if (signal.aborted) return settle({ kind: 'broken' });
      socket ??= openSocket(options, () => {
        socket = null;
      });
      const mine = socket;
      const id = String(++lastId);
      const end = (how: LiveEnd) => {
        signal.removeEventListener('abort', leave);
        mine.forget(id);
        settle(how);
      };
      const leave = () => {
        mine.send({ id, type: 'complete' });
        end({ kind: 'broken' });
      };
      signal.addEventListener('abort', leave);
      mine.remember(id, {
        end,
        ask() {
          mine.send({ id, type: 'subscribe', payload: { query: text, variables } });
          onOpen();
        },
        hear({ type, payload }) {
          if (type === 'complete') return end({ kind: 'complete' });
          if (type === 'error') return end(endOf(errorsOf(payload)));
          if (type !== 'next') return;
          const answer = answerOf(payload);
          const over = endOfAnswer(answer);
          if (!over) return onAnswer(answer);
          mine.send({ id, type: 'complete' });
          end(over);
        },
      });
    });
}

interface OpenSocket {
  send(message: Message): void;
  /** Asks for it, now or when the server has let us in. */
  remember(id: string, asked: Asked): void;
  /** The last one to be forgotten closes the socket. */
  forget(id: string): void;
}

function openSocket({ url, token, silenceTimeoutMs = 45_000 }: SocketOptions, onGone: () => void): OpenSocket {
  const web = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws');
  const all = new Map<string, Asked>();
  let isIn = false;
  let isGone = false;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const send = (message: Message) => {
    if (web.readyState === web.OPEN) web.send(JSON.stringify(message));
  };
  const gone = (end: LiveEnd) => {
    if (isGone) return;
    isGone = true;
    for (const timer of timers) clearTimeout(timer);
    onGone();
    web.close();
    for (const { end: tell } of [...all.values()]) tell(end);
  };
  // Pings of the server are answered by the browser, and no page hears of them: we ask for a sign of life ourselves.
  const alive = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [
      setTimeout(() => send({ type: 'ping' }), (silenceTimeoutMs * 2) / 3),
      setTimeout(() => gone({ kind: 'broken' }), silenceTimeoutMs),
    ];
  };

  alive();
  web.onopen = () =>
    send({ type: 'connection_init', payload: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  web.onclose = ({ code, reason: message }) =>
    gone(
      finalCodes.has(code)
        ? { kind: 'refused', errors: [{ message, code: '', path: [], extensions: {} }] }
        : { kind: 'broken' },
    );
  web.onmessage = ({ data }) => {
    if (isGone) return;
    alive();
    const message = (parseJson(String(data)) ?? {}) as Message;
    if (message.type === 'ping') send({ type: 'pong' });
    if (message.type === 'connection_ack' && !isIn) {
      isIn = true;
      for (const { ask } of [...all.values()]) ask();
    }
    all.get(String(message.id))?.hear(message);
  };

  return {
    send,
    remember(id, asked) {
      all.set(id, asked);
      if (isIn) asked.ask();
    },
    forget(id) {
      all.delete(id);
      if (all.size === 0) gone({ kind: 'complete' });
    },
  };
}
