import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly version: string;
}

export type Answer = (received: Received, response: ServerResponse) => void;

/** A server of the test's own words: what it receives is kept, what it answers is given. */
export async function startServer(answer: Answer, { http2 = false, port = 0 } = {}) {
  const received: Received[] = [];
  let connections = 0;
  const server = http2 ? createHttp2Server() : createServer({ keepAliveTimeout: 60_000 });
  server.on('request', async (request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString(), version: request.httpVersion };
      received.push(one);
      answer(one, response as ServerResponse);
    });
  });
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    connections++;
    sockets.add(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const at = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${at}/graphql`,
    port: at,
    received,
    connections: () => connections,
    /** Ends all connections, and goes on listening. */
    cutConnections() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

export const ok =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_received, response) =>
    void response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
