import { once } from 'node:events';
import { connect } from 'node:net';
import { createClient } from 'graphql-sse';
import { afterEach, describe, expect, it } from 'vitest';
import { type LiveServiceOptions, startLiveService } from './live-service.ts';

const started: { drain(): Promise<void> }[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.drain();
});

async function start(options: LiveServiceOptions = {}) {
  const service = await startLiveService(options);
  started.push(service);
  return service;
}

const stream = (
  url: string,
  query: string,
  { signal, ...headers }: { signal?: AbortSignal; authorization?: string } = {},
) =>
  fetch(url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    ...(signal ? { signal } : {}),
  });
const searchOf = (query: string) => `?query=${encodeURIComponent(query)}`;

describe('one operation, one stream', () => {
  it('gives every answer as an event, and says when it is over', async () => {
    const { url, topics } = await start();
    const response = await stream(url, 'subscription { count(to: 3) }');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
    const event = (json: string) => `event: next\ndata: ${json}\n\n`;
    expect(await response.text()).toBe(
      `:\n\n${[1, 2, 3].map((count) => event(`{"data":{"count":${count}}}`)).join('')}event: complete\ndata: \n\n`,
    );
    expect(topics.state.open).toBe(0);
  });

  it('takes a query by GET from a plain EventSource, and tells the operations that it may change nothing', async () => {
    const { url } = await start();
    const headers = { accept: 'text/event-stream' };
    const asked = await fetch(url + searchOf('{ hello }'), { headers });
    expect(await asked.text()).toContain('data: {"data":{"hello":"hello anonymous"}}\n');
    const changed = await fetch(url + searchOf('mutation { say(text: "no") }'), { headers });
    expect(await changed.text()).toContain('data: {"errors":[{"message":"Ask by POST."}]}\n');
  });

  it('says what is wrong with an operation as an event, for an EventSource cannot read a status', async () => {
    const { url } = await start();
    const response = await stream(url, '{ nothing }');
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(
      /^:\n\nevent: next\ndata: \{"errors":\[\{"message":"Cannot query.*\n\nevent: complete\ndata: \n\n$/,
    );
  });

  it('refuses who may not come in, and what is no request, before the stream begins', async () => {
    const { url, topics } = await start();
    const refused = await stream(url, '{ hello }', { authorization: 'Bearer nobody' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(await refused.json()).toEqual({
      errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const accept = 'text/event-stream';
    const bad = await fetch(`${url}?query=x&variables=%7B`, { headers: { accept } });
    expect(bad.status).toBe(400);
    expect(await bad.json()).toMatchObject({ errors: [{ message: 'variables is not JSON.' }] });
    const deep = await fetch(`${url}?query=x&variables=${'['.repeat(65)}`, { headers: { accept } });
    expect(await deep.json()).toMatchObject({ errors: [{ message: 'The request is nested too deeply.' }] });
    expect(topics.state.contexts).toEqual([]);
  });

  it('stops the operation when its client goes away', async () => {
    const { url, topics, connections } = await start();
    const leave = new AbortController();
    const response = await stream(url, 'subscription { heard(topic: "a") }', { signal: leave.signal });
    await expect.poll(() => topics.listening('a')).toBe(1);
    expect(connections.count).toBe(1);
    leave.abort();
    await expect(response.text()).rejects.toThrow();
    await expect.poll(() => topics.state.open).toBe(0);
    expect(connections.count).toBe(0);
  });

  it('works for a client that speaks HTTP/1.0', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET /graphql${searchOf('{ hello }')} HTTP/1.0\r\naccept: text/event-stream\r\n\r\n`);
    let text = '';
    socket.setEncoding('utf8').on('data', (data) => (text += data));
    await once(socket, 'end');
    const [head = '', body] = text.split('\r\n\r\n');
    expect(head).not.toContain('chunked');
    expect(body).toBe(':\n\nevent: next\ndata: {"data":{"hello":"hello anonymous"}}\n\nevent: complete\ndata: \n\n');
  });

  it('will not wait behind another answer on its connection', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    const ask = (query: string) =>
      `GET /graphql${searchOf(query)} HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\n\r\n`;
    socket.write(`GET /livez HTTP/1.1\r\nhost: a\r\n\r\n${ask('subscription { heard(topic: "a") }')}`);
    let text = '';
    socket.setEncoding('utf8').on('data', (data) => (text += data));
    await expect.poll(() => text).toContain('without other requests');
    socket.destroy();
  });

  it('ends a stream when the token of its reader does', async () => {
    const { url, topics } = await start();
    const authorization = `Bearer ada@${Date.now() + 200}`;
    const response = await stream(url, 'subscription { heard(topic: "a") }', { authorization });
    expect(await response.text()).toMatch(/^:\n\nretry: \d+\n\n$/);
    expect(topics.state.open).toBe(0);
  });

  it('gives a sign of life on a silent stream', async () => {
    const { url } = await start({ limits: { heartbeatMs: 40 } });
    const response = await stream(url, 'subscription { heard(topic: "a") }');
    let text = '';
    for await (const part of response.body ?? []) {
      text += Buffer.from(part);
      if (text.length >= 12) break;
    }
    expect(text).toMatch(/^(:\n\n){4}/);
  });
});

describe('limits', () => {
  it('holds a process and an address to their numbers, and takes the next when one has left', async () => {
    const { url, connections } = await start({ limits: { maxConnections: 3, maxConnectionsPerAddress: 2 } });
    const leave = new AbortController();
    const query = 'subscription { heard(topic: "a") }';
    const first = await stream(url, query, { signal: leave.signal });
    const second = await stream(url, query);
    const third = await stream(url, query);
    expect([first.status, second.status, third.status]).toEqual([200, 200, 429]);
    expect(third.headers.get('retry-after')).toBe('5');
    expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_STREAMS' } }] });
    leave.abort();
    await expect.poll(() => connections.count).toBe(1);
    const fourth = await stream(url, query);
    expect(fourth.status).toBe(200);
    // A body that nobody holds is cancelled by fetch.
    await Promise.all([second, fourth].map((open) => open.body?.cancel()));
  });

  it('drops a reader who does not read, and no other', async () => {
    const { url, port, topics, connections } = await start();
    const query = 'subscription { heard(topic: "a") }';
    const slow = connect(port, '127.0.0.1');
    slow.on('error', () => {});
    slow.write(`GET /graphql${searchOf(query)} HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\n\r\n`);
    await once(slow, 'readable');
    const reader = await stream(url, query);
    await expect.poll(() => topics.listening('a')).toBe(2);
    const text = 'x'.repeat(10_000);
    let sent = 0;
    let read = 0;
    const body = reader.body?.getReader();
    // The system's own buffers take some megabytes before ours has to hold anything.
    while (connections.count === 2) {
      topics.say('a', text);
      sent += text.length;
      expect(sent).toBeLessThan(100_000_000);
      while (read < sent) read += (await body?.read())?.value?.length ?? Number.NaN;
    }
    expect(topics.listening('a')).toBe(1);
    slow.destroy();
  });
});

describe('drain', () => {
  it('ends all streams at once with a time to come back after, and takes no new one', async () => {
    const { url, drain, topics } = await start();
    const open = await Promise.all([1, 2, 3].map(() => stream(url, 'subscription { heard(topic: "a") }')));
    await expect.poll(() => topics.listening('a')).toBe(3);
    const before = performance.now();
    const drained = drain();
    const texts = await Promise.all(open.map((response) => response.text()));
    await drained;
    expect(performance.now() - before).toBeLessThan(2_000);
    for (const text of texts) expect(text).toMatch(/^:\n\nretry: \d{3,4}\n\n$/);
    expect(topics.state.open).toBe(0);
  });
});

describe('as the client of graphql-sse sees it', () => {
  const collect = async (url: string, singleConnection: boolean, query: string) => {
    const client = createClient({ url, singleConnection: singleConnection as true, retryAttempts: 0 });
    const results: unknown[] = [];
    for await (const result of client.iterate({ query })) results.push(result);
    client.dispose();
    return results;
  };

  for (const singleConnection of [false, true]) {
    it(`${singleConnection ? 'single connection' : 'distinct connections'} mode: queries and subscriptions`, async () => {
      const { url, topics, connections } = await start();
      expect(await collect(url, singleConnection, '{ hello }')).toEqual([{ data: { hello: 'hello anonymous' } }]);
      const counts = await collect(url, singleConnection, 'subscription { count(to: 100) }');
      expect(counts).toEqual(Array.from({ length: 100 }, (_, at) => ({ data: { count: at + 1 } })));
      await expect.poll(() => connections.count).toBe(0);
      expect(topics.state.open).toBe(0);
    });
  }
});
