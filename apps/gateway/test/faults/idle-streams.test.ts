import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { figure, isLong } from '../figures.ts';
import { activity, type StreamingGateway, startStreamingGateway } from '../streams/streaming-gateway.ts';

// F22, the short form: bench/live has ten thousand, a process of its own for them, and the memory of each.

const each = isLong ? 2_000 : 200;
const heartbeatMs = 1_000;

let world: StreamingGateway;
const sockets: Socket[] = [];
const webSockets: WebSocket[] = [];
beforeAll(async () => {
  world = await startStreamingGateway({ streams: { heartbeatMs, maxConnectionsPerAddress: 100_000 } });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  for (const socket of webSockets) socket.terminate();
  await world.close();
});

it('idle streams and sockets stay open by heartbeats, share one subscription, and get one event within two seconds', {
  timeout: 60_000,
}, async () => {
  const state = { beats: 0, pings: 0, receivedAt: [] as number[] };
  const search = new URLSearchParams({ query: activity });
  for (let number = 0; number < each; number++) {
    const socket = connect(world.port, '127.0.0.1');
    sockets.push(socket);
    socket.write(`GET /graphql?${search} HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\n\r\n`);
    socket.on('data', (part) => {
      if (part.includes('event: next')) state.receivedAt.push(performance.now());
      else if (part.includes(':\n\n')) state.beats++;
    });
    await once(socket, 'data');
    const webSocket = new WebSocket(world.socketUrl, 'graphql-transport-ws');
    webSockets.push(webSocket);
    webSocket.on('ping', () => state.pings++);
    await once(webSocket, 'open');
    webSocket.send('{"type":"connection_init"}');
    await once(webSocket, 'message');
    webSocket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: activity } }));
    webSocket.on('message', () => state.receivedAt.push(performance.now()));
  }
  const [beats, pings] = [state.beats, state.pings];
  // Three times as long as a heartbeat may be away.
  await expect.poll(() => state.beats - beats, { timeout: 20_000 }).toBeGreaterThan(each * 3);
  await expect.poll(() => state.pings - pings, { timeout: 20_000 }).toBeGreaterThan(each * 3);
  const closed = [
    ...sockets.filter(({ destroyed }) => destroyed),
    ...webSockets.filter((one) => one.readyState !== one.OPEN),
  ];
  figure('F22', `of ${each} streams and ${each} sockets closed while idle`, { seen: closed.length, atMost: 0 });
  figure('F22', 'subscriptions at the subgraph for them', { seen: world.house.state.activity.listeners, atMost: 1 });
  const publishedAt = performance.now();
  world.publish('1', 'to all');
  await expect.poll(() => state.receivedAt.length, { timeout: 20_000 }).toBe(each * 2);
  const lastMs = Math.max(...state.receivedAt) - publishedAt;
  figure('F22', 'one event to all of them', { seen: lastMs, unit: 'ms', atMost: 2_000, failAbove: 10_000 });
});
