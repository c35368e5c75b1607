import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { UpstreamReceiver, UpstreamTransport } from '../../src/subgraphs/subscriptions/upstream.ts';
import { createUpstreamTransport } from '../../src/subgraphs/subscriptions/upstream-transport.ts';
import { type Answer, startServer } from '../subgraph-server.ts';
import { until } from './recorder.ts';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

async function open(answer: Answer, { http2 = false, openTimeoutMs = 10_000 } = {}) {
  const server = await startServer(answer, { http2 });
  const endpoint = { url: server.url, http2, protocol: 'sse', openTimeoutMs } as const;
  const transport: UpstreamTransport = createUpstreamTransport({
    endpoints: new Map([['a', endpoint]]),
    connections: 10,
    maxBytes: 1_000,
    maxSilenceMs: 5_000,
    viewerSigningSecret: null,
  });
  close = async () => {
    await transport.close();
    await server.close();
  };
  const told: string[] = [];
  const receiver: UpstreamReceiver = {
    opened: () => void told.push('opened'),
    event: ({ text }) => void told.push(text),
    complete: () => void told.push('complete'),
    refused: ({ code }) => void told.push(`refused ${code}`),
    broken: ({ code, retryAfterMs = 0 }) => void told.push(`broken ${code} ${retryAfterMs}`),
  };
  const request = { subgraph: 'a', body: '{}', requestId: 'r', viewer: null };
  return { server, told, upstream: transport.open(request, receiver), again: () => transport.open(request, receiver) };
}

const next = (data: string) => `event: next\ndata: ${data}\n\n`;

describe.each([false, true])('a subgraph over server-sent events (HTTP/2: %s)', (http2) => {
  it('is heard, and hears when nobody listens any more', async () => {
    const responses: ServerResponse[] = [];
    const { told, upstream, again, server } = await open(
      (_received, response) => {
        responses.push(response);
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(next('1'));
      },
      { http2 },
    );
    await until(() => told.length === 2);
    const [first] = responses;
    let isClosed = false;
    first?.once('close', () => {
      isClosed = true;
    });
    upstream.close();
    await until(() => isClosed);
    const second = again();
    await until(() => told.length === 4);
    responses[1]?.end(`${next('2')}event: complete\n\n`);
    await until(() => told.length === 6);
    expect(told).toEqual(['opened', '1', 'opened', '1', '2', 'complete']);
    expect(server.received.map(({ headers }) => headers.accept)).toEqual(['text/event-stream', 'text/event-stream']);
    second.close();
  });

  it('that says nothing at all is broken when its time is up', async () => {
    const { told } = await open(() => undefined, { http2, openTimeoutMs: 200 });
    await until(() => told.length > 0);
    expect(told).toEqual(['broken SUBGRAPH_TIMEOUT 0']);
  });

  it('that ends without a word is broken', async () => {
    const { told } = await open(
      (_received, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(next('1')),
      { http2 },
    );
    await until(() => told.length > 2);
    expect(told).toEqual(['opened', '1', 'broken SUBGRAPH_UNAVAILABLE 0']);
  });

  it('that is too busy says for how long', async () => {
    const { told } = await open((_received, response) => void response.writeHead(429, { 'retry-after': '3' }).end(), {
      http2,
    });
    await until(() => told.length > 0);
    expect(told).toEqual(['broken SUBGRAPH_UNAVAILABLE 3000']);
  });

  it('is not read while it is paused', async () => {
    let response: ServerResponse | null = null;
    const { told, upstream } = await open(
      (_received, given) => {
        response = given;
        given.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
      },
      { http2 },
    );
    await until(() => told.length === 1);
    upstream.pause();
    for (let count = 0; count < 5_000; count++) (response as ServerResponse | null)?.write(next('x'.repeat(900)));
    await until(() => ((response as ServerResponse | null)?.writableLength ?? 0) > 1_000_000);
    expect(told.length).toBeLessThan(1_000);
    upstream.resume();
    await until(() => told.length === 5_001);
    upstream.close();
  });
});

it('a subgraph that gives a hint before its answer is no worse for it', async () => {
  const { told } = await open((_received, response) => {
    response.writeEarlyHints({ link: '</a>; rel=preload' });
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`${next('1')}event: complete\n\n`);
  });
  await until(() => told.length > 2);
  expect(told).toEqual(['opened', '1', 'complete']);
});

it('a subgraph that hangs up, or is not there, is broken', async () => {
  const { told, server, again } = await open((_received, response) => void response.destroy());
  await until(() => told.length === 1);
  const closeAll = close;
  await server.close();
  close = () => closeAll().catch(() => undefined);
  again();
  await until(() => told.length === 2);
  expect(told).toEqual(['broken SUBGRAPH_UNAVAILABLE 0', 'broken SUBGRAPH_UNAVAILABLE 0']);
});
