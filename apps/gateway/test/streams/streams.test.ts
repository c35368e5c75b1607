import { once } from 'node:events';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { activity, heard, openStream, type StreamingGateway, startStreamingGateway } from './streaming-gateway.ts';

let world: StreamingGateway;
beforeAll(async () => {
  world = await startStreamingGateway();
});
afterAll(() => world.close());

const leaving: (() => unknown)[] = [];
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
  await expect.poll(() => world.house.state.activity.listeners).toBe(0);
});

const clients = {
  'graphql-sse, a stream each': () => createSseClient({ url: world.url, retryAttempts: 0 }),
  'graphql-sse, one stream for all': () =>
    createSseClient({ url: world.url, singleConnection: true, retryAttempts: 0 }),
  'graphql-ws': () => createSocketClient({ url: world.socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 }),
};

describe.each(Object.entries(clients))('%s', (_name, create) => {
  it('gets what happens, until it has had enough', async () => {
    const client = create();
    leaving.push(() => client.dispose());
    const events = client.iterate({ query: activity });
    const first = events.next();
    await expect.poll(() => world.house.state.activity.listeners).toBe(1);
    world.publish('1', 'one');
    expect((await first).value).toEqual(heard('1', 'one'));
    world.publish('2', 'two\n\nevent: complete\ndata: ');
    expect((await events.next()).value).toEqual(heard('2', 'two\n\nevent: complete\ndata: '));
    await events.return?.();
    await expect.poll(() => world.house.state.activity.listeners).toBe(0);
  });

  it('gets the one answer of a query, and of a mutation', async () => {
    const client = create();
    leaving.push(() => client.dispose());
    const ask = async (query: string) => (await client.iterate({ query }).next()).value;
    expect(await ask('{ room(id: "r1") { name topic } }')).toEqual({
      data: { room: { name: 'Room r1', topic: 'About r1' } },
    });
    expect(await ask('mutation { rename(id: "r1", name: "x") { name } }')).toEqual({ data: { rename: { name: 'x' } } });
  });

  it('is told by a code what is wrong with an operation', async () => {
    const client = create();
    leaving.push(() => client.dispose());
    const refused = await client
      .iterate({ query: 'subscription { nothing }' })
      .next()
      .then(
        ({ value }) => (value as { errors: unknown }).errors,
        (errors: unknown) => errors,
      );
    expect(refused).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});

it('a plain EventSource is served by GET, and may ask and subscribe but change nothing', async () => {
  const get = (query: string) =>
    fetch(`${world.url}?${new URLSearchParams({ query })}`, {
      headers: { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' },
    });
  expect(await (await get('{ room(id: "r1") { name } }')).text()).toBe(
    ':\n\nevent: next\ndata: {"data":{"room":{"name":"Room r1"}}}\n\nevent: complete\ndata: \n\n',
  );
  const changed = await (await get('mutation { rename(id: "r1", name: "x") { name } }')).text();
  expect(changed).toContain('"errors":[');
  expect(changed).not.toContain('"rename":{');
});

it('streams carry the headers of all answers, and one line of the log with their operation', async () => {
  const leave = new AbortController();
  leaving.push(() => leave.abort());
  const named = 'subscription Talk { activity(room: "r1") { text } }';
  const headers = { origin: 'https://reader.example', 'x-request-id': 'a-request-of-mine' };
  const response = await openStream(world.url, named, headers, leave.signal);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': 'a-request-of-mine',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
  });
  await expect.poll(() => world.house.state.activity.listeners).toBe(1);
  leave.abort();
  const line = { requestId: 'a-request-of-mine', operationName: 'Talk' };
  await expect.poll(() => world.gateway.log.find(({ requestId }) => requestId === line.requestId)).toMatchObject(line);
});

it('who is signed in is who the operation is run for, and a bad token opens nothing', async () => {
  const authorization = `Bearer ${await world.token(Math.floor(Date.now() / 1000) + 60)}`;
  const response = await openStream(world.url, '{ room(id: "r1") { id } }', { authorization });
  expect(await response.text()).toContain('"room":{"id":"r1"}');
  const refused = await openStream(world.url, activity, { authorization: 'Bearer no.such.token' });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toContain('invalid_token');
  const socket = new WebSocket(world.socketUrl, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer no.such.token' } }));
  expect((await once(socket, 'close'))[0]).toBe(4401);
});

it('a stream and a socket end when the token of their reader is good no longer', async () => {
  // Clocks may differ by 30 s, and a token is in whole seconds.
  const authorization = `Bearer ${await world.token(Math.floor(Date.now() / 1000) - 28)}`;
  const response = await openStream(world.url, activity, { authorization });
  const socket = new WebSocket(world.socketUrl, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  const [text, [code]] = await Promise.all([response.text(), once(socket, 'close')]);
  expect(text).toMatch(/^:\n\nretry: \d+\n\n$/);
  expect(code).toBe(4403);
});

it('what is not for a stream is answered as ever at the same address', async () => {
  expect(await world.gateway.ask('{ room(id: "r1") { name } }')).toMatchObject({ status: 200 });
  const preflight = await fetch(world.url, { method: 'OPTIONS' });
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-graphql-event-stream-token');
});

it('a drain ends all streams and sockets at once, and is done', async () => {
  const { gateway, url, socketUrl, house } = await startStreamingGateway();
  const stream = await openStream(url, activity);
  const socket = new WebSocket(socketUrl, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  const closed = once(socket, 'close');
  await expect.poll(() => house.state.activity.listeners).toBe(1);
  const before = performance.now();
  await gateway.close();
  expect(performance.now() - before).toBeLessThan(3_000);
  expect(await stream.text()).toMatch(/^:\n\nretry: \d+\n\n$/);
  expect((await closed)[0]).toBe(1001);
  await house.close();
});
