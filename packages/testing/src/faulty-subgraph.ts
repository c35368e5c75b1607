import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Words that stand in every faulty answer and must never be seen outside the gateway. */
export const canaries = ['hunter2', 'postgres://secret-host', 'at Object.<anonymous>', 'SELECT * FROM'] as const;

const secrets = canaries.join(' ');

type Fault = (response: ServerResponse) => void;

const json = (body: string): Fault => respond(200, 'application/json', body);

/** How a subgraph can fail, by name. */
export const faults = {
  /** Takes the request and never answers. */
  hang: () => undefined,
  /** Sends its headers and the beginning of a body, then nothing. */
  stalledBody: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":');
  },
  /** A byte now and then: never silent for long, and never done. */
  drip: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
  reset: (response) => void response.socket?.resetAndDestroy(),
  html: respond(200, 'text/html', `<html><body>Welcome ${secrets}</body></html>`),
  badGateway: respond(502, 'text/html', `<html><body>nginx ${secrets}</body></html>`),
  internalError: respond(500, 'application/json', `{"errors":[{"message":"${secrets}"}]}`),
  truncated: json('{"data":{"article":{"id":"'),
  null: json('null'),
  nullData: json('{"data":null}'),
  emptyData: json('{"data":{}}'),
  empty: json(''),
  wrongTypes: json(`{"data":{"article":"${secrets}","articles":7,"_entities":{"thread":1}}}`),
  wrongList: json(`{"data":{"article":{"id":"a1","bylines":"${secrets}"},"_entities":["${secrets}"]}}`),
  wrongErrors: json(`{"data":null,"errors":"${secrets}"}`),
  prototypeKeys: json('{"data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}'),
  secretError: json(
    JSON.stringify({
      data: null,
      errors: [
        {
          message: secrets,
          path: [secrets],
          extensions: { code: secrets, stacktrace: [secrets], exception: { message: secrets }, field: ['x'] },
        },
      ],
    }),
  ),
  huge: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(1_000_000, 'x');
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

function respond(status: number, contentType: string, body: string): Fault {
  return (response) => void response.writeHead(status, { 'content-type': contentType }).end(body);
}

export interface FaultySubgraph {
  readonly url: string;
  /** What is done to every request from now on. */
  fault: FaultName;
  /** Requests whose connection the other side closed before they were answered. */
  readonly abandoned: number;
  /** Open connections. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** A server that speaks HTTP and fails in a chosen way, as a broken subgraph or what stands before it. */
export async function startFaultySubgraph(fault: FaultName): Promise<FaultySubgraph> {
  let abandoned = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned++;
    });
    request.resume().on('end', () => faults[faulty.fault](response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const faulty: FaultySubgraph = {
    url: `http://127.0.0.1:${port}/graphql`,
    fault,
    get abandoned() {
      return abandoned;
    },
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
  return faulty;
}
