import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type LiveServiceOptions, startLiveService } from './live-service.ts';

const started: { drain(): Promise<void> }[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.drain();
});

async function start(options: LiveServiceOptions = {}) {
  const service = await startLiveService(options);
  started.push(service);
  return { ...service, ws: service.url.replace('http', 'ws') };
}

type Message = { readonly type: string; readonly id?: string; readonly payload?: unknown };

/** A client that says exactly what a test wants said. */
async function open(url: string, { headers = {}, init = {} as object | null } = {}) {
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
  const messages: Message[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  const closed = once(socket, 'close').then(([code, reason]) => ({ code: Number(code), reason: String(reason) }));
  await once(socket, 'open');
  const say = (message: object) => socket.send(JSON.stringify(message));
  if (init) {
    say({ type: 'connection_init', payload: init });
    await Promise.race([expect.poll(() => messages[0]).toEqual({ type: 'connection_ack' }), closed]);
  }
  const subscribe = (id: string, query: string) => say({ id, type: 'subscribe', payload: { query } });
  return { socket, messages, closed, say, subscribe };
}

/** A socket whose protocol is kept by nobody but the test. */
function openByHand(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const head = [
    'GET /graphql HTTP/1.1',
    'host: a',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol: graphql-transport-ws',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return socket;
}

/** As a client sends it, masked with zeros: RFC 6455, section 5.2. */
function frame(opcode: number, text: string): Buffer {
  const payload = Buffer.from(text);
  const length =
    payload.byteLength < 126
      ? [payload.byteLength | 0x80]
      : [126 | 0x80, payload.byteLength >> 8, payload.byteLength & 0xff];
  return Buffer.concat([Buffer.from([0x80 | opcode, ...length, 0, 0, 0, 0]), payload]);
}

const heard = 'subscription { heard(topic: "a") }';

describe('as the client of graphql-ws sees it', () => {
  it('answers queries, mutations and subscriptions on one socket', async () => {
    const { ws, topics, connections } = await start();
    const client = createClient({
      url: ws,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'Bearer ada' },
    });
    const ask = async (query: string) => {
      const results: unknown[] = [];
      for await (const result of client.iterate({ query })) results.push(result);
      return results;
    };
    const counts = Array.from({ length: 100 }, (_, at) => ({ data: { count: at + 1 } }));
    const answers = await Promise.all(
      ['{ hello }', 'mutation { say(text: "x") }', 'subscription { count(to: 100) }'].map(ask),
    );
    expect(answers).toEqual([[{ data: { hello: 'hello ada' } }], [{ data: { say: 'x' } }], counts]);
    await expect(ask('{ nothing }')).rejects.toMatchObject([{ message: expect.stringContaining('nothing') }]);
    await client.dispose();
    await expect.poll(() => connections.count).toBe(0);
    expect(topics.state.open).toBe(0);
  });

  it('stops an operation when the client has had enough, and goes on with the others', async () => {
    const { ws, topics } = await start();
    const { messages, subscribe, say } = await open(ws);
    subscribe('1', heard);
    subscribe('2', heard);
    await expect.poll(() => topics.listening('a')).toBe(2);
    say({ id: '1', type: 'complete' });
    await expect.poll(() => topics.state.open).toBe(1);
    topics.say('a', 'for 2');
    await expect.poll(() => messages).toHaveLength(2);
    expect(messages[1]).toEqual({ id: '2', type: 'next', payload: { data: { heard: 'for 2' } } });
  });
});

describe('who comes in', () => {
  it('closes with 4408 on who says nothing, and with 4401 on who is nobody', async () => {
    const { ws, connections } = await start({ limits: { greetingTimeoutMs: 50 } });
    expect((await (await open(ws, { init: null })).closed).code).toBe(4408);
    const nobody = await open(ws, { init: { authorization: 'Bearer nobody' } });
    expect(await nobody.closed).toEqual({ code: 4401, reason: 'Sign in first.' });
    const early = await open(ws, { init: null });
    early.subscribe('1', '{ hello }');
    expect((await early.closed).code).toBe(4401);
    await expect.poll(() => connections.count).toBe(0);
  });

  it('takes a token from the request too, for clients that are no browsers', async () => {
    const { ws } = await start();
    const { messages, subscribe } = await open(ws, { headers: { authorization: 'Bearer ada' } });
    subscribe('1', '{ hello }');
    await expect
      .poll(() => messages)
      .toContainEqual({ id: '1', type: 'next', payload: { data: { hello: 'hello ada' } } });
  });

  it('answers as HTTP what it does not let become a socket', async () => {
    const { ws } = await start();
    const refusal = async (url: string, headers: Record<string, string> = {}) => {
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
      const [, response] = await once(socket, 'unexpected-response');
      return { status: response.statusCode, body: JSON.parse(String(await response.toArray())) };
    };
    expect(await refusal(`${ws}/else`)).toMatchObject({ status: 404 });
    expect(await refusal(ws, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  });

  it('closes when the token ends', async () => {
    const { ws, topics } = await start();
    const { closed, subscribe } = await open(ws, { init: { authorization: `Bearer ada@${Date.now() + 150}` } });
    subscribe('1', heard);
    expect(await closed).toEqual({ code: 4403, reason: 'The token has ended.' });
    await expect.poll(() => topics.state.open).toBe(0);
  });

  it('begins nothing for who goes on asking when the token has ended', async () => {
    const { port, topics, connections } = await start();
    const peer = openByHand(port);
    let heardOf = '';
    peer.on('data', (bytes) => {
      heardOf += bytes.toString('latin1');
    });
    const init = { type: 'connection_init', payload: { authorization: `Bearer ada@${Date.now() + 150}` } };
    peer.write(frame(0x1, JSON.stringify(init)));
    await expect.poll(() => heardOf).toContain('The token has ended.');
    const late = { id: '1', type: 'subscribe', payload: { query: 'mutation { say(text: "x") }' } };
    peer.end(frame(0x1, JSON.stringify(late)));
    await expect.poll(() => connections.count).toBe(0);
    expect(topics.state.contexts).toEqual([]);
  });

  it('speaks HTTP with who offers another upgrade', async () => {
    const { url } = await start();
    const headers = { connection: 'upgrade, http2-settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' };
    const request = httpRequest(url.replace('/graphql', '/livez'), { headers });
    request.end();
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(200);
    response.resume();
  });
});

describe('limits', () => {
  it('runs fifty operations on one socket and refuses the next, until one has ended', async () => {
    const { ws, topics } = await start();
    const { messages, subscribe, say } = await open(ws);
    for (let at = 1; at <= 51; at++) subscribe(String(at), heard);
    await expect.poll(() => messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({
      id: '51',
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_STREAMS' } }],
    });
    expect(topics.state.open).toBe(50);
    say({ id: '1', type: 'complete' });
    subscribe('52', '{ hello }');
    await expect.poll(() => messages.at(-1)).toEqual({ id: '52', type: 'complete' });
  });

  it('takes a message of 16 KB and closes on one byte more', async () => {
    const { ws } = await start();
    const { messages, closed, socket } = await open(ws);
    const empty = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ hello } #' } });
    const ofBytes = (bytes: number) => empty.replace('#', `#${'-'.repeat(bytes - empty.length)}`);
    socket.send(ofBytes(16_384));
    await expect.poll(() => messages.at(-1)).toEqual({ id: '1', type: 'complete' });
    socket.send(ofBytes(16_385));
    expect((await closed).code).toBe(1009);
  });

  it('closes on what is no message: bytes, no JSON, JSON that is nested too deeply', async () => {
    const { ws } = await start();
    const codeFor = async (message: string | Buffer) => {
      const { socket, closed } = await open(ws);
      socket.send(message);
      return (await closed).code;
    };
    expect(await codeFor(Buffer.from('{"type":"ping"}'))).toBe(1003);
    expect(await codeFor('{')).toBe(4400);
    expect(await codeFor('['.repeat(65))).toBe(4400);
    expect(await codeFor('{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}')).toBe(4400);
  });

  it('counts sockets with all other streams', async () => {
    const { ws, connections } = await start({ limits: { maxConnectionsPerAddress: 1 } });
    const { socket } = await open(ws);
    const second = await open(ws);
    expect((await second.closed).code).toBe(1013);
    socket.close();
    await expect.poll(() => connections.count).toBe(0);
    await open(ws);
    expect(connections.count).toBe(1);
  });

  it('drops a reader who does not read, and no other', async () => {
    const { ws, topics, connections } = await start();
    const slow = await open(ws);
    slow.subscribe('1', heard);
    const reader = await open(ws);
    reader.subscribe('1', heard);
    await expect.poll(() => topics.listening('a')).toBe(2);
    slow.socket.pause();
    slow.socket.on('error', () => {});
    const text = 'x'.repeat(10_000);
    let said = 0;
    while (connections.count === 2) {
      for (const start = said; said < start + 20; said++) topics.say('a', text);
      expect(said).toBeLessThan(10_000);
      await expect.poll(() => reader.messages, { interval: 1, timeout: 5_000 }).toHaveLength(said + 1);
    }
    expect(topics.listening('a')).toBe(1);
    slow.socket.terminate();
  });

  it('drops a peer that answers no ping', async () => {
    const { port, connections } = await start({ limits: { heartbeatMs: 40 } });
    const mute = openByHand(port);
    mute.resume();
    await expect.poll(() => connections.count).toBe(1);
    await new Promise((resolve) => mute.once('close', resolve));
    await expect.poll(() => connections.count).toBe(0);
  });

  it('keeps a peer that answers pings', async () => {
    const { ws, connections } = await start({ limits: { heartbeatMs: 40 } });
    const { socket } = await open(ws);
    for (let pings = 0; pings < 4; pings++) await once(socket, 'ping');
    expect(connections.count).toBe(1);
  });
});

describe('drain', () => {
  it('closes all sockets with 1001 at once, and leaves one line in the log for each', async () => {
    const { ws, drain, topics, log } = await start();
    const { closed, subscribe } = await open(ws);
    subscribe('1', heard);
    await expect.poll(() => topics.listening('a')).toBe(1);
    await drain();
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
    await expect.poll(() => topics.state.open).toBe(0);
    expect(log.filter(({ msg }) => msg === 'socket')).toMatchObject([{ code: 1001 }]);
  });

  it('waits a second for a peer that does not say goodbye, and no longer', async () => {
    const { ws, drain } = await start();
    const { socket } = await open(ws);
    socket.pause();
    const before = performance.now();
    await drain();
    expect(performance.now() - before).toBeLessThan(3_000);
    socket.terminate();
  });
});
