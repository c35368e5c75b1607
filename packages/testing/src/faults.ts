import type { ServerResponse } from 'node:http';

/** Words that stand in every faulty answer and must never be seen outside the gateway. */
export const canaries = ['hunter2', 'postgres://secret-host', 'at Object.<anonymous>', 'SELECT * FROM'] as const;

const secrets = canaries.join(' ');

/** Answers a request that has been read, or does not. */
export type Fault = (response: ServerResponse) => void;

/** How a subgraph can fail, by name; whatever was asked. The one list: faulty-subgraph.ts and fault-proxy.ts do what it says. */
export const faults = {
  /** Takes the request and never answers. */
  hang: () => undefined,
  /** Sends its headers and the beginning of a body, then nothing. */
  headerHang: (response) => {
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
  html200: respond(200, 'text/html', `<html><body>Welcome ${secrets}</body></html>`),
  html502: respond(502, 'text/html', `<html><body>nginx ${secrets}</body></html>`),
  json500: respond(500, 'application/json', `{"errors":[{"message":"${secrets}"}]}`),
  truncated: json('{"data":{"article":{"id":"'),
  null: json('null'),
  nullData: json('{"data":null}'),
  emptyData: json('{"data":{}}'),
  empty: json(''),
  wrongType: json(`{"data":{"article":"${secrets}","articles":7,"_entities":{"thread":1}}}`),
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
  huge: huge(Number.POSITIVE_INFINITY),
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** So many bytes of an answer, as fast as they are taken. */
export function huge(bytes: number): Fault {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(1_000_000, 'x');
    let left = bytes;
    const more = () => {
      while (!response.destroyed && left > 0) {
        left -= chunk.byteLength;
        if (!response.write(chunk)) return;
      }
      if (left <= 0) response.end();
    };
    response.on('drain', more);
    more();
  };
}

/** A status with a word on when to come again. */
export function refuse(status: number, retryAfter: string): Fault {
  return (response) => void response.writeHead(status, { 'retry-after': retryAfter }).end();
}

function json(body: string): Fault {
  return respond(200, 'application/json', body);
}

function respond(status: number, contentType: string, body: string): Fault {
  return (response) => void response.writeHead(status, { 'content-type': contentType }).end(body);
}
