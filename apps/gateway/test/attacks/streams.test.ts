import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { figure, isLong } from '../figures.ts';
import {
  activity,
  heard,
  openStream,
  type StreamingGateway,
  startStreamingGateway,
} from '../streams/streaming-gateway.ts';

// A41: what can be done to a gateway by who holds a stream or a socket of it.

const leaving: (() => unknown)[] = [];
let world: StreamingGateway;
beforeAll(async () => {
  world = await startStreamingGateway();
});
afterAll(() => world.close());
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  await expect.poll(() => world.house.state.activity.listeners, { timeout: 5_000 }).toBe(0);
});

async function openSocket({ origin }: { origin?: string } = {}) {
  const socket = new WebSocket(world.socketUrl, 'graphql-transport-ws', origin ? { origin } : {});
  leaving.push(() => socket.terminate());
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  return { socket, messages, closed, say: (message: object) => socket.send(JSON.stringify(message)) };
}

async function greeted() {
  const opened = await openSocket();
  opened.say({ type: 'connection_init' });
  await expect.poll(() => opened.messages).toEqual([{ type: 'connection_ack' }]);
  return opened;
}

it('a socket that says nothing is closed within three seconds', async () => {
  const before = performance.now();
  const { closed } = await openSocket();
  expect(await closed).toBe(4408);
  const tookMs = performance.now() - before;
  expect(tookMs).toBeGreaterThan(2_900);
  // Three seconds from when the gateway has it, and as long as it takes to hear of it.
  figure('A41', 'a socket without connection_init closed after', {
    seen: tookMs,
    unit: 'ms',
    atMost: 3_100,
    failAbove: 6_000,
  });
});

it('of a thousand operations on one socket fifty run', async () => {
  const { messages, say } = await greeted();
  for (let id = 1; id <= 1_000; id++) say({ id: String(id), type: 'subscribe', payload: { query: activity } });
  await expect.poll(() => messages.length, { timeout: 10_000 }).toBe(951);
  const refused = messages.filter(({ type }) => type === 'error');
  figure('A41', 'of 1,000 operations on one socket that run', { seen: 1_000 - refused.length, atMost: 50 });
  expect(refused).toHaveLength(950);
  expect(refused[0]?.payload).toMatchObject([{ extensions: { code: 'TOO_MANY_STREAMS' } }]);
  // They come to their subscription one after the other.
  const answered = () => {
    world.publish('1', 'to all');
    return new Set(messages.filter(({ type }) => type === 'next').map(({ id }) => id)).size;
  };
  await expect.poll(answered, { timeout: 10_000 }).toBe(50);
});

it('a message of 16 KB is read, one of 16 KB and a byte closes its socket, and one of 1 MB is not even taken', async () => {
  const sized = (bytes: number) => {
    const empty = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ room(id: "r1") { id } } #' } });
    return empty.replace('#', `#${'-'.repeat(bytes - empty.length)}`);
  };
  const under = await greeted();
  under.socket.send(sized(16_384));
  await expect.poll(() => under.messages.at(-1)).toEqual({ id: '1', type: 'complete' });
  for (const bytes of [16_385, 1_048_576]) {
    const { socket, closed } = await greeted();
    socket.on('error', () => undefined);
    socket.send(sized(bytes));
    const code = await closed;
    // The closing frame of one that goes on sending may be lost with the connection.
    expect(bytes > 100_000 ? [1009, 1006] : [1009]).toContain(code);
    figure('A41', 'bytes of a message that closed its socket', { seen: bytes, atLeast: 16_385 });
  }
});

describe('where only some origins may read', () => {
  let strict: StreamingGateway;
  const page = 'https://reader.example';
  beforeAll(async () => {
    strict = await startStreamingGateway({ settings: { corsOrigins: [page] } });
  });
  afterAll(() => strict.close());

  const upgrade = async (origin: string) => {
    const socket = new WebSocket(strict.socketUrl, 'graphql-transport-ws', { origin });
    const opened = once(socket, 'open').then(() => 101);
    const refused = once(socket, 'unexpected-response').then(([, { statusCode }]) => Number(statusCode));
    socket.on('error', () => undefined);
    const status = await Promise.race([opened, refused]);
    socket.terminate();
    return status;
  };
  const stream = async (headers: Record<string, string>) => {
    const response = await fetch(`${strict.url}?${new URLSearchParams({ query: '{ room(id: "r1") { id } }' })}`, {
      headers: { accept: 'text/event-stream', ...headers },
    });
    return response.status;
  };

  it('a page of another origin opens neither socket nor stream; ours, and programs, do', async () => {
    const seen = [
      await upgrade('https://evil.example'),
      await upgrade('null'),
      await upgrade(page),
      await upgrade(new URL(strict.url).origin),
    ];
    expect(seen).toEqual([403, 403, 101, 101]);
    figure('A41', 'of 2 foreign origins that opened a socket', {
      seen: seen.slice(0, 2).filter((status) => status === 101).length,
      atMost: 0,
    });
    expect(await stream({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect((await openStream(strict.url, activity, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await stream({ origin: page, 'sec-fetch-site': 'cross-site' })).toBe(200);
    expect(await stream({})).toBe(200);
  });
});

it('where every origin may read, a GET that a page of another site makes without leave opens no stream all the same', async () => {
  const get = (headers: Record<string, string>) =>
    fetch(`${world.url}?${new URLSearchParams({ query: '{ room(id: "r1") { id } }' })}`, {
      headers: { accept: 'text/event-stream', ...headers },
    });
  expect((await get({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).status).toBe(400);
  expect((await get({ referer: 'https://evil.example/', 'user-agent': 'Mozilla/5.0' })).status).toBe(400);
});

it('what a subgraph tells cannot begin an event of its own in anybody’s stream', async () => {
  const hostile = [
    '\n\nevent: complete\ndata: ',
    '\r\rdata: {"data":null}',
    '\u2028event: next',
    'id: 1\nretry: 1\n\n',
  ];
  const leave = new AbortController();
  leaving.push(() => leave.abort());
  const response = await openStream(world.url, activity, {}, leave.signal);
  await expect.poll(() => world.house.state.activity.listeners).toBe(1);
  for (const text of hostile) world.publish('1', text);
  let text = '';
  for await (const part of response.body ?? []) {
    text += Buffer.from(part);
    if (text.split('event: next\n').length > hostile.length) break;
  }
  const expected = hostile.map((told) => `event: next\ndata: ${JSON.stringify(heard('1', told))}\n\n`);
  expect(text).toBe(`:\n\n${expected.join('')}`);
  figure('A41', `events made of ${hostile.length} hostile texts`, {
    seen: text.split('event: next\n').length - 1,
    atLeast: hostile.length,
    atMost: hostile.length,
  });
});

it('a token of a stream is of no use to who guesses, and no stream is opened twice', async () => {
  const { url } = world;
  const accept = 'text/event-stream';
  const reserve = async () => (await fetch(url, { method: 'PUT' })).text();
  const token = await reserve();
  expect(token).toMatch(/^[\w-]{32}$/);
  expect((await fetch(`${url}?token=${token.slice(0, -1)}A`, { headers: { accept } })).status).toBe(404);
  const leave = new AbortController();
  leaving.push(() => leave.abort());
  const stream = await fetch(`${url}?token=${token}`, { headers: { accept }, signal: leave.signal });
  // A body that nobody holds is cancelled by fetch.
  const reader = stream.body?.getReader();
  expect(stream.status).toBe(200);
  expect((await fetch(`${url}?token=${token}`, { headers: { accept } })).status).toBe(409);
  const begin = (id: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-graphql-event-stream-token': token },
      body: JSON.stringify({ query: activity, extensions: { operationId: id } }),
    });
  const statuses: number[] = [];
  for (let id = 1; id <= 51; id++) statuses.push((await begin(String(id))).status);
  figure('A41', 'of 51 operations on one stream that begin', {
    seen: statuses.filter((status) => status === 202).length,
    atMost: 50,
  });
  expect(statuses).toEqual([...Array.from({ length: 50 }, () => 202), 429]);
  expect((await begin('1')).status).toBe(409);
  expect((await begin('')).status).toBe(400);
  expect((await fetch(`${url}?operationId=1`, { method: 'DELETE' })).status).toBe(400);
  expect(String(Buffer.from((await reader?.read())?.value ?? []))).toBe(':\n\n');
});

it('requests that are cut off half way open nothing that stays', async () => {
  const attempts = isLong ? 10_000 : 300;
  const head = `POST /graphql HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\ncontent-type: application/json\r\n`;
  const body = JSON.stringify({ query: activity });
  const cut = async (at: number) => {
    const socket: Socket = connect(world.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const whole = `${head}content-length: ${body.length}\r\n\r\n${body}`;
    await new Promise((written) => socket.write(whole.slice(0, at % (whole.length + 1)), written));
    socket.destroy();
  };
  for (let at = 0; at < attempts; at += 20) await Promise.all(Array.from({ length: 20 }, (_, part) => cut(at + part)));
  await expect.poll(() => world.house.state.activity.listeners, { timeout: 5_000 }).toBe(0);
  figure('A41', `streams that stay of ${attempts} cut off half way`, {
    seen: world.house.state.activity.listeners,
    atMost: 0,
  });
  expect((await world.gateway.ask('{ room(id: "r1") { id } }')).status).toBe(200);
});
