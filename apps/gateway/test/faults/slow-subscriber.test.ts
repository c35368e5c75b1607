import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { figure, isLong } from '../figures.ts';
import { activity, openStream, type StreamingGateway, startStreamingGateway } from '../streams/streaming-gateway.ts';

// F23: one of many readers stops to read. What waits for it is bounded, it is dropped, and nobody else notices.

const readers = isLong ? 999 : 50;
const bufferMaxBytes = 65_536;

/** Opens a reader that takes nothing more after its first bytes. */
type OpenSlow = (world: StreamingGateway) => Promise<{ readonly closed: Promise<unknown>; end(): void }>;

const slowStream: OpenSlow = async ({ port }) => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const search = new URLSearchParams({ query: activity });
  socket.write(`GET /graphql?${search} HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\n\r\n`);
  await once(socket, 'readable');
  return { closed, end: () => socket.destroy() };
};

const slowSocket: OpenSlow = async ({ socketUrl }) => {
  const socket = new WebSocket(socketUrl, 'graphql-transport-ws');
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: activity } }));
  socket.pause();
  return { closed, end: () => socket.terminate() };
};

describe.each([
  ['a stream', 'sse', slowStream],
  ['a socket', 'websocket', slowSocket],
] as const)('%s whose reader does not read', (_name, transport, openSlow) => {
  let world: StreamingGateway;
  beforeAll(async () => {
    world = await startStreamingGateway({ streams: { bufferMaxBytes } });
  });
  afterAll(() => world.close());

  const dropped = async () => {
    const metrics = await (await fetch(`${world.gateway.origin}/metrics`)).text();
    const lines = metrics.split('\n').filter((line) => /slow/.test(line) && line.includes(transport));
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  };

  it('is dropped when more waits than may, while all others get every event', async () => {
    const leave = new AbortController();
    const others = await Promise.all(
      Array.from({ length: readers }, () => openStream(world.url, activity, {}, leave.signal)),
    );
    const received = others.map((other) => countEvents(other));
    const slow = await openSlow(world);
    await expect.poll(() => world.house.state.activity.listeners).toBe(1);
    const text = 'x'.repeat(8_000);
    let published = 0;
    // The systems' own buffers take some megabytes before ours has to hold anything.
    while ((await dropped()) === 0) {
      expect(published).toBeLessThan(5_000);
      for (const start = published; published < start + 50; published++) world.publish(String(published), text);
      await expect
        .poll(() => Math.min(...received.map(({ events }) => events)), { timeout: 15_000, interval: 5 })
        .toBe(published);
    }
    figure('F23', `${transport}: readers dropped with a buffer of ${bufferMaxBytes} bytes, 1 of whom does not read`, {
      seen: await dropped(),
      atLeast: 1,
      atMost: 1,
    });
    figure('F23', `${transport}: of ${readers} others, without one of ${published} events of 8 kB`, {
      seen: received.filter(({ events }) => events !== published).length,
      atMost: 0,
    });
    slow.end();
    leave.abort();
  });
});

/** Reads as fast as it comes. */
function countEvents({ body }: Response): { readonly events: number } {
  const state = { events: 0 };
  let rest = '';
  const read = async () => {
    for await (const part of body ?? []) {
      const pieces = (rest + Buffer.from(part).toString('latin1')).split('\n\n');
      rest = pieces.pop() ?? '';
      state.events += pieces.filter((piece) => piece.startsWith('event: next')).length;
    }
  };
  void read().catch(() => undefined);
  return state;
}
