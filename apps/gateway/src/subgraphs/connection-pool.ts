import { Client, type Dispatcher, Pool } from 'undici';
import { Exchange } from './exchange.ts';

export interface ConnectionPoolOptions {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Open connections at most. */
  readonly connections: number;
  /** HTTP/2: agreed on by TLS, or for `http:` spoken at once (h2c with prior knowledge). HTTP/1.1 otherwise. */
  readonly http2: boolean;
}

/** How many requests share one connection of HTTP/2, which most servers allow. */
const maxConcurrentStreams = 100;

/** One connection; it is opened again when it was closed. It tells an exchange by whom it is carried. */
class CountingClient extends Client {
  /** By the present connection. */
  answers = 0;

  constructor(origin: string | URL, options: Client.Options) {
    super(origin, options);
    this.on('connect', () => {
      this.answers = 0;
    });
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if (handler instanceof Exchange) handler.carrier = this;
    return super.dispatch(options, handler);
  }
}

/** A bounded pool of connections to one place. Deadlines are the caller's: undici's own would be a second word on them. */
export function createConnectionPool({ origin, connections, http2 }: ConnectionPoolOptions): Pool {
  const isH2c = http2 && origin.startsWith('http:');
  return new Pool(origin, {
    connections,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: http2,
    ...(isH2c ? { useH2c: true } : {}),
    ...(http2 ? { pipelining: maxConcurrentStreams, maxConcurrentStreams } : {}),
    factory: (url, options) => new CountingClient(url, options as Client.Options),
  });
}
