import { once } from 'node:events';
import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ProxyMode, pass, type RealAnswer } from './proxy-modes.ts';

export interface FaultProxyOptions {
  /** The real subgraph's graph. */
  readonly target: string;
  /** `pass` by default. */
  readonly mode?: ProxyMode;
  /** 0, any free one, by default; a number to come back at the same place. */
  readonly port?: number;
}

export interface FaultProxy {
  /** In place of the subgraph's own. */
  readonly url: string;
  /** What is done to every POST from now on. */
  mode: ProxyMode;
  /** POSTs that came, each with what was asked. */
  readonly received: readonly ReceivedCall[];
  /** Requests whose connection the other side closed before they were answered, and when that was seen. */
  readonly abandoned: readonly AbandonedCall[];
  /** Open connections. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

export interface ReceivedCall {
  /** By `performance.now()`. */
  readonly at: number;
  readonly body: string;
}

export interface AbandonedCall {
  readonly at: number;
}

const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/**
 * Stands between the gateway and a real subgraph, and spoils what passes, in a way that may be changed at any time. What is
 * no POST (the probe of /readyz) passes always.
 */
export async function startFaultProxy({ target, mode = pass, port = 0 }: FaultProxyOptions): Promise<FaultProxy> {
  const { origin, pathname } = new URL(target);
  const agent = new Agent({ keepAlive: true });
  const received: ReceivedCall[] = [];
  const abandoned: AbandonedCall[] = [];

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const isCall = request.method === 'POST';
    response.on('close', () => {
      if (isCall && !response.writableFinished) abandoned.push({ at: performance.now() });
    });
    try {
      const body = await read(request);
      if (isCall) received.push({ at: performance.now(), body: body.toString() });
      await (isCall ? proxy.mode : pass)({ response, forward: () => forward(request, body) });
    } catch {
      // The subgraph is away: so is what stands before it.
      response.socket?.destroy();
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    mode,
    received,
    abandoned,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async close() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      if (server.listening) await once(server, 'close');
    },
  };
  return proxy;

  function forward(
    { method, url = '', headers: { host: _proxy, ...headers } }: IncomingMessage,
    body: Buffer,
  ): Promise<RealAnswer> {
    return new Promise((resolve, reject) => {
      const sent = ask(`${origin}${url}`, { method, headers, agent }, (answer) => {
        const flat = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
          ofConnection.has(name) ? [] : values.flatMap((value) => [name, value]),
        );
        read(answer).then((read) => resolve({ status: answer.statusCode ?? 0, headers: flat, body: read }), reject);
      });
      sent.on('error', reject).end(body);
    });
  }
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
