import { setTimeout as wait } from 'node:timers/promises';
import type { Viewer } from '@dateline/service-kit/viewer';
import { createViewerVerifier } from '@dateline/service-kit/viewer-signature';
import { type FaultName, faults } from '@dateline/testing/faults';
import { startFaultySubgraph } from '@dateline/testing/faulty-subgraph';
import { afterEach, describe, expect, it } from 'vitest';
import { Lifetime } from '../src/lifetime.ts';
import { SubgraphFailure } from '../src/subgraphs/subgraph-failure.ts';
import { createSubgraphTransport, type HttpTransport } from '../src/subgraphs/subgraph-transport.ts';
import { type Answer, ok, startServer } from './subgraph-server.ts';
import { deadUrl, viewerSigningSecret } from './test-gateway.ts';

const body = '{"query":"{ a }"}';
const maxBytes = 100_000;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Options {
  readonly http2?: boolean;
  readonly timeoutMs?: number;
  readonly connections?: number;
  readonly secret?: string | null;
}

function transportTo(url: string, { http2 = false, timeoutMs = 5_000, connections = 10, secret = null }: Options = {}) {
  const transport = createSubgraphTransport({
    endpoints: new Map([['a', { url, http2, queryTimeoutMs: timeoutMs, mutationTimeoutMs: timeoutMs }]]),
    connections,
    maxBytes,
    viewerSigningSecret: secret,
  });
  closing.push(() => transport.close());
  return transport;
}

async function serve(answer: Answer, options: { http2?: boolean; port?: number } = {}) {
  const server = await startServer(answer, options);
  closing.push(() => server.close());
  return server;
}

const context = (viewer: Viewer | null = null, lifetime = new Lifetime()) => ({
  requestId: 'request-1',
  viewer,
  lifetime,
});
const query = (transport: HttpTransport, lifetime = new Lifetime()) =>
  transport.send({ subgraph: 'a', body, kind: 'query', context: context(null, lifetime) });
const mutation = (transport: HttpTransport) =>
  transport.send({ subgraph: 'a', body, kind: 'mutation', context: context() });
const codeOf = async (reply: Promise<unknown>) => {
  const failure = await reply.then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(SubgraphFailure);
  return (failure as SubgraphFailure).code;
};

describe.each([false, true])('a call to a subgraph (HTTP/2: %s)', (http2) => {
  it('brings the text and its Cache-Control, and sends no header that it was not told to', async () => {
    const server = await serve(ok('{"data":"שלום"}', { 'cache-control': 'max-age=60, public' }), { http2 });
    const transport = transportTo(server.url, { http2 });
    expect(await query(transport)).toEqual({ text: '{"data":"שלום"}', cacheControl: 'max-age=60, public' });
    const [received] = server.received;
    expect(received).toMatchObject({ version: http2 ? '2.0' : '1.1', body });
    const names = Object.keys(received?.headers ?? {}).filter((name) => !name.startsWith(':'));
    const ofTheProtocol = http2 ? [] : ['connection', 'host'];
    expect(names.sort()).toEqual(['accept', 'content-length', 'content-type', 'x-request-id', ...ofTheProtocol].sort());
  });

  it('says who asks under a signature when there is a secret', async () => {
    const server = await serve(ok('{}'), { http2 });
    const viewer: Viewer = { id: 'v', displayName: 'Noa', roles: ['READER'] };
    const transport = transportTo(server.url, { http2, secret: viewerSigningSecret });
    await transport.send({ subgraph: 'a', body, kind: 'query', context: context(viewer) });
    const verify = createViewerVerifier('a', viewerSigningSecret);
    expect(verify(server.received[0]?.headers ?? {}, body, new Date())).toEqual({ ok: true, viewer });
  });

  it('takes an answer as long as it may be, in however many pieces, and none longer', async () => {
    let length = maxBytes;
    const server = await serve(
      (_received, response) => {
        response.writeHead(200);
        for (let sent = 0; sent < length; sent += 1_000) response.write('x'.repeat(Math.min(1_000, length - sent)));
        response.end();
      },
      { http2 },
    );
    const transport = transportTo(server.url, { http2 });
    expect((await query(transport)).text).toHaveLength(maxBytes);
    length = maxBytes + 1;
    expect(await codeOf(query(transport))).toBe('SUBGRAPH_ERROR');
  });

  it('has one deadline over all of it, the wait for a connection included', async () => {
    const server = await serve(() => undefined, { http2 });
    const transport = transportTo(server.url, { http2, timeoutMs: 100, connections: 1 });
    const before = performance.now();
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(query(transport))));
    expect(codes).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT']);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('is cut when its request is over, also before it has begun', async () => {
    const closed = Promise.withResolvers<void>();
    const server = await serve((_received, response) => void response.on('close', closed.resolve), { http2 });
    const transport = transportTo(server.url, { http2 });
    const lifetime = new Lifetime();
    const reply = codeOf(query(transport, lifetime));
    await expect.poll(() => server.received.length).toBe(1);
    lifetime.cut('CLIENT_GONE');
    expect(await reply).toBe('SUBGRAPH_UNAVAILABLE');
    await closed.promise;

    expect(await codeOf(query(transport, lifetime))).toBe('SUBGRAPH_UNAVAILABLE');
    const late = new Lifetime();
    late.cut('TOO_LATE');
    expect(await codeOf(query(transport, late))).toBe('SUBGRAPH_TIMEOUT');
    expect(server.received).toHaveLength(1);
  });

  it.each([
    [500, 'SUBGRAPH_ERROR'],
    [404, 'SUBGRAPH_ERROR'],
    [204, 'SUBGRAPH_ERROR'],
    [502, 'SUBGRAPH_UNAVAILABLE'],
    [503, 'SUBGRAPH_UNAVAILABLE'],
  ])('fails on HTTP %i with %s', async (status, code) => {
    const server = await serve((_received, response) => void response.writeHead(status).end(), { http2 });
    expect(await codeOf(query(transportTo(server.url, { http2 })))).toBe(code);
  });

  it('fails where nobody listens, and works again when somebody does', async () => {
    const { port, url, close } = await startServer(ok('{}'), { http2 });
    await close();
    const transport = transportTo(url, { http2 });
    expect(await codeOf(query(transport))).toBe('SUBGRAPH_UNAVAILABLE');
    await serve(ok('{"data":1}'), { http2, port });
    expect((await query(transport)).text).toBe('{"data":1}');
  });
});

it('carries a hundred calls on one connection of HTTP/2', async () => {
  const server = await serve((_received, response) => void wait(20).then(() => response.end('{}')), { http2: true });
  const transport = transportTo(server.url, { http2: true });
  await query(transport);
  await Promise.all(Array.from({ length: 100 }, () => query(transport)));
  expect([server.received.length, server.connections()]).toEqual([101, 1]);
});

describe('a connection that was kept alive and is found closed', () => {
  /** Answers the first request on each connection, and closes without a word when a second one comes. */
  async function forgetful() {
    const seen = new WeakSet<object>();
    return serve((_received, response) => {
      const { socket } = response;
      if (socket && seen.has(socket)) return void socket.destroy();
      if (socket) seen.add(socket);
      response.end('{"data":1}');
    });
  }

  it('costs a query a second try, on a new connection', async () => {
    const server = await forgetful();
    const transport = transportTo(server.url, { connections: 1 });
    for (let call = 0; call < 3; call++) expect((await query(transport)).text).toBe('{"data":1}');
    // The second and the third came twice.
    expect(server.received).toHaveLength(5);
  });

  it('costs a mutation its answer: it may have been done', async () => {
    const server = await forgetful();
    const transport = transportTo(server.url, { connections: 1 });
    await mutation(transport);
    expect(await codeOf(mutation(transport))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(server.received).toHaveLength(2);
  });

  it('is not blamed when it was new, or when an answer had begun', async () => {
    const reset = await serve((_received, response) => void response.socket?.destroy());
    expect(await codeOf(query(transportTo(reset.url)))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(reset.received).toHaveLength(1);

    let begun = 0;
    const halfway = await serve((_received, response) => {
      if (begun++ === 0) return void response.end('{}');
      response.writeHead(200, { 'content-length': '100' }).write('{');
      response.socket?.end();
    });
    const transport = transportTo(halfway.url, { connections: 1 });
    await query(transport);
    expect(await codeOf(query(transport))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(halfway.received).toHaveLength(2);
  });

  it('is no hindrance when a restart has closed all of them', async () => {
    const server = await serve((_received, response) => void wait(20).then(() => response.end('{}')));
    const transport = transportTo(server.url);
    await Promise.all(Array.from({ length: 10 }, () => query(transport)));
    server.cutConnections();
    const replies = await Promise.all(Array.from({ length: 10 }, () => query(transport)));
    expect(replies).toHaveLength(10);
  });
});

describe('a subgraph at fault', () => {
  const codes: Partial<Record<FaultName, string>> = {
    hang: 'SUBGRAPH_TIMEOUT',
    headerHang: 'SUBGRAPH_TIMEOUT',
    drip: 'SUBGRAPH_TIMEOUT',
    reset: 'SUBGRAPH_UNAVAILABLE',
    html502: 'SUBGRAPH_UNAVAILABLE',
    json500: 'SUBGRAPH_ERROR',
    huge: 'SUBGRAPH_ERROR',
  };

  it.each(Object.keys(faults) as FaultName[])('%s: fails in time, or hands on what it said', async (fault) => {
    const faulty = await startFaultySubgraph(fault);
    closing.push(() => faulty.close());
    // Who is to be late has little time; a machine that is busy does not make the others late.
    const timeoutMs = codes[fault] === 'SUBGRAPH_TIMEOUT' ? 300 : 2_500;
    const transport = transportTo(faulty.url, { timeoutMs });
    const before = performance.now();
    // What is text of a 200 is judged by who reads it.
    if (codes[fault]) expect(await codeOf(query(transport))).toBe(codes[fault]);
    else expect(typeof (await query(transport)).text).toBe('string');
    expect(performance.now() - before).toBeLessThan(3_000);
    await transport.close();
    await expect.poll(() => faulty.connections(), { timeout: 5_000 }).toBe(0);
  });
});

it('hands on the errors of a 400 that are for the client, and takes any other status or body for a fault of the subgraph', async () => {
  const errors = '{"errors":[{"message":"DateTime must be another","extensions":{"code":"BAD_USER_INPUT"}}]}';
  const answering = async (status: number, text: string) => {
    const server = await serve((_received, response) => void response.writeHead(status).end(text));
    return query(transportTo(server.url));
  };
  expect(await answering(400, errors)).toMatchObject({ text: errors });
  for (const [status, text] of [
    [400, '<h1>Bad request</h1>'],
    [400, '{"errors":[]}'],
    [400, '{"errors":[null,{"message":"No field a","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}'],
    [400, '{"errors":[{"message":"No field a"}]}'],
    [400, '{"error":"bad"}'],
    [400, 'null'],
    [401, errors],
    [422, errors],
    [500, errors],
  ] as const) {
    expect(await codeOf(answering(status, text)), `${status} ${text}`).toBe('SUBGRAPH_ERROR');
  }
});

it('fails on a subgraph that the supergraph does not name', async () => {
  const transport = transportTo(deadUrl);
  const call = { subgraph: 'b', body, kind: 'query', context: context() } as const;
  expect(await codeOf(transport.send(call))).toBe('SUBGRAPH_UNAVAILABLE');
});
