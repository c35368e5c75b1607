import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { UpstreamReceiver } from '../../src/subgraphs/subscriptions/upstream.ts';
import { openWsUpstream } from '../../src/subgraphs/subscriptions/ws-upstream.ts';
import { until } from './recorder.ts';

/** A peer of the test's own words, so that it can say what no library would. */
let server: WebSocketServer;
let told: string[];
let peers: WebSocket[];

const receiver: UpstreamReceiver = {
  opened: () => void told.push('opened'),
  event: ({ text }) => void told.push(text),
  complete: () => void told.push('complete'),
  refused: ({ code }) => void told.push(`refused ${code}`),
  broken: ({ code }) => void told.push(`broken ${code}`),
};

beforeEach(async () => {
  told = [];
  peers = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});
afterEach(async () => {
  await until(() => peers.every(({ readyState }) => readyState === 3));
  server.close();
});

/** @param reply the peer's answers to a message, by its type. */
function open(
  reply: Partial<Record<'connection_init' | 'subscribe' | 'ping', (peer: WebSocket, id: string) => void>>,
  bounds: { readonly openTimeoutMs?: number; readonly maxSilenceMs?: number } = {},
) {
  server.on('connection', (peer) => {
    peers.push(peer);
    peer.on('message', (data) => {
      const { type, id } = JSON.parse(String(data));
      reply[type as keyof typeof reply]?.(peer, id);
    });
  });
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const usual = { openTimeoutMs: 10_000, maxSilenceMs: 10_000, headers: {}, payload: () => ({}) };
  const options = { url, maxBytes: 1_000, ...usual, ...bounds };
  return openWsUpstream('{"query":"subscription { a }","variables":{}}', options, receiver);
}

const say = (peer: WebSocket, message: object) => peer.send(JSON.stringify(message));
const ack = (peer: WebSocket) => say(peer, { type: 'connection_ack' });
const next = (peer: WebSocket, id: string, data: unknown) => say(peer, { id, type: 'next', payload: { data } });

describe('a subgraph over WebSocket', () => {
  it('that never acknowledges is broken', async () => {
    open({}, { openTimeoutMs: 200 });
    await until(() => told.length > 0);
    expect(told).toEqual(['broken SUBGRAPH_UNAVAILABLE']);
  });

  it('that answers pings is not, however long nothing happens; that no longer does is', async () => {
    let pings = 0;
    open(
      {
        connection_init: ack,
        ping(peer) {
          if (++pings < 5) say(peer, { type: 'pong' });
        },
      },
      { maxSilenceMs: 500 },
    );
    await until(() => told.length > 1);
    expect(told).toEqual(['opened', 'broken SUBGRAPH_UNAVAILABLE']);
    expect(pings).toBeGreaterThanOrEqual(5);
  });

  it.each([
    [4403, 'refused SUBGRAPH_ERROR'],
    [4400, 'refused SUBGRAPH_ERROR'],
    [4408, 'broken SUBGRAPH_UNAVAILABLE'],
    [1001, 'broken SUBGRAPH_UNAVAILABLE'],
    [1011, 'broken SUBGRAPH_UNAVAILABLE'],
  ])('that closes with %i is %s', async (code, end) => {
    open({ connection_init: (peer) => peer.close(code) });
    await until(() => told.length > 0);
    expect(told).toEqual([end]);
  });

  it('that closes in order in the middle of a subscription is broken: it was not complete', async () => {
    open({ connection_init: ack, subscribe: (peer) => peer.close(1000) });
    await until(() => told.length > 1);
    expect(told).toEqual(['opened', 'broken SUBGRAPH_UNAVAILABLE']);
  });

  it('that says an error has said its one answer', async () => {
    open({
      connection_init: ack,
      subscribe: (peer, id) => say(peer, { id, type: 'error', payload: [{ message: 'no' }] }),
    });
    await until(() => told.length > 2);
    expect(told).toEqual(['opened', '{"errors":[{"message":"no"}]}', 'complete']);
  });

  it.each([
    ['no JSON', '{'],
    ['no message', '{"type":"other"}'],
    ['nothing of an event', '{"id":"x","type":"next"}'],
  ])('that sends %s is broken', async (_what, text) => {
    open({ connection_init: ack, subscribe: (peer) => peer.send(text) });
    await until(() => told.length > 1);
    expect(told).toEqual(['opened', 'broken SUBGRAPH_UNAVAILABLE']);
  });

  it.each([
    [0, 'complete'],
    [1, 'broken SUBGRAPH_UNAVAILABLE'],
  ])('may send messages up to the bound, and %i bytes more is %s', async (over, end) => {
    open({
      connection_init: ack,
      subscribe(peer, id) {
        const frame = JSON.stringify({ id, type: 'next', payload: { data: '' } }).length;
        next(peer, id, 'x'.repeat(1_000 - frame + over));
        say(peer, { id, type: 'complete' });
      },
    });
    await until(() => ['complete', 'broken SUBGRAPH_UNAVAILABLE'].includes(told.at(-1) ?? ''));
    expect(told.at(-1)).toBe(end);
    expect(told).toHaveLength(over === 0 ? 3 : 2);
  });

  it('is not heard any more once it was closed, nor read while it is paused', async () => {
    let ids: readonly [WebSocket, string] | null = null;
    const upstream = open(
      {
        connection_init: ack,
        subscribe(peer, id) {
          ids = [peer, id];
        },
      },
      { maxSilenceMs: 1_000 },
    );
    await until(() => ids !== null);
    const [peer, id] = ids as unknown as readonly [WebSocket, string];
    upstream.pause();
    next(peer, id, 1);
    // Longer than silence may be: who does not listen cannot tell.
    await until(() => told.length > 1, 1_500).catch(() => undefined);
    expect(told).toEqual(['opened']);
    upstream.resume();
    await until(() => told.length === 2);
    upstream.close();
    next(peer, id, 2);
    await until(() => peer.readyState === 3);
    expect(told).toEqual(['opened', '{"data":1}']);
  });
});
