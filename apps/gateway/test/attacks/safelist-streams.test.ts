import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { figure } from '../figures.ts';
import { activity, type StreamingGateway, startStreamingGateway } from '../streams/streaming-gateway.ts';
import { partnerKey, sha256 } from './safelist-house.ts';

// A21 and A12, over streams and sockets: there is one door.

const listed = `query Room { room(id: "r1") { name } }`;
const unlisted = [`${activity} `, '{ room(id: "r1") { topic } }', 'mutation { rename(id: "r1", name: "x") { name } }'];
const withKey = { 'x-api-key': partnerKey };
const folder = mkdtempSync(join(tmpdir(), 'dateline-admission-'));
const leaving: (() => unknown)[] = [];
let world: StreamingGateway;

beforeAll(async () => {
  const [documents, keys] = [join(folder, 'documents.json'), join(folder, 'keys.json')];
  writeFileSync(documents, JSON.stringify({ activity, room: listed }));
  writeFileSync(keys, JSON.stringify({ keys: [{ name: 'partner', sha256: sha256(partnerKey), perMinute: 20 }] }));
  world = await startStreamingGateway({
    settings: {
      shedding: { maxInFlight: 1_000, maxEventLoopDelayMs: 0 },
      admission: {
        documentFiles: [documents],
        safelist: true,
        registering: 'anyone',
        keysFile: keys,
        trustedProxies: ['127.0.0.1'],
        rates: { perAddress: 5, perViewer: 0, mutations: 0, exempt: ['127.0.0.0/8'] },
      },
    },
  });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  await expect.poll(() => world.house.state.activity.listeners, { timeout: 5_000 }).toBe(0);
});

async function stream(body: object, headers: Record<string, string> = {}) {
  const cut = new AbortController();
  leaving.push(() => cut.abort());
  const init = { accept: 'text/event-stream', 'content-type': 'application/json', ...headers };
  return fetch(world.url, { method: 'POST', headers: init, body: JSON.stringify(body), signal: cut.signal });
}

async function socket(headers: Record<string, string> = {}) {
  const opened = new WebSocket(world.socketUrl, 'graphql-transport-ws', { headers });
  leaving.push(() => opened.terminate());
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  opened.on('message', (data) => messages.push(JSON.parse(String(data))));
  await once(opened, 'open');
  opened.send(JSON.stringify({ type: 'connection_init' }));
  await expect.poll(() => messages.length).toBe(1);
  let id = 0;
  /** The first word about an operation. A message of this protocol must have a query: an empty one beside an id. */
  const ask = async (payload: object) => {
    const own = String(++id);
    opened.send(JSON.stringify({ id: own, type: 'subscribe', payload: { query: '', ...payload } }));
    const mine = () => messages.find((message) => message.id === own);
    await expect.poll(mine).toBeDefined();
    return mine();
  };
  return { messages, ask, say: (message: object) => opened.send(JSON.stringify(message)) };
}

it('refuses over streams and sockets what is not listed, and asks no subgraph for it', async () => {
  const before = world.house.state.calls.length;
  const { ask } = await socket();
  let [asked, refused] = [0, 0];
  for (const query of unlisted) {
    const persistedQuery = { version: 1, sha256Hash: sha256(query) };
    for (const body of [{ query }, { query, extensions: { persistedQuery } }, { extensions: { persistedQuery } }]) {
      const answer = await stream(body);
      const byStream = [answer.status, await answer.text()];
      const bySocket = await ask(body);
      asked += 2;
      refused += JSON.stringify([byStream, bySocket]).split('DOCUMENT_NOT_LISTED').length - 1;
      expect(bySocket).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'DOCUMENT_NOT_LISTED' } }] });
    }
  }
  const unknown = await ask({ documentId: 'nothing' });
  expect(unknown).toMatchObject({ payload: [{ extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }] });
  const calls = world.house.state.calls.length - before;
  figure('A21', `of ${asked} unlisted operations over streams and sockets, not refused`, {
    seen: asked - refused,
    atMost: 0,
  });
  figure('A21', 'subgraph calls for them', { seen: calls, atMost: 0 });
  expect(world.house.state.activity.listeners).toBe(0);
});

it('answers a listed document by its id and by its text, subscriptions and queries', async () => {
  const { ask, say, messages } = await socket();
  expect(await ask({ documentId: 'room' })).toMatchObject({
    type: 'next',
    payload: { data: { room: { name: 'Room r1' } } },
  });
  expect(await ask({ query: listed })).toMatchObject({ type: 'next' });
  const events = await stream({ documentId: `sha256:${sha256(activity)}` });
  expect(events.status).toBe(200);
  say({ id: 'live', type: 'subscribe', payload: { query: '', documentId: 'activity' } });
  const live = () => messages.find(({ id }) => id === 'live');
  let cursor = 0;
  const publishUntilHeard = () => {
    world.publish(String(++cursor), 'to both');
    return live()?.type;
  };
  await expect.poll(publishUntilHeard).toBe('next');
  expect(live()?.payload).toMatchObject({ data: { activity: { text: 'to both' } } });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('to both')) text += (await reader?.read())?.value ?? '';
  expect(text).toContain('"activity"');
});

it('answers who has a key whatever it asks, counts each begin, and refuses a wrong key', async () => {
  const query = '{ room(id: "r1") { topic } }';
  const { ask } = await socket(withKey);
  for (let time = 0; time < 20; time++) expect(await ask({ query })).toMatchObject({ type: 'next' });
  expect(await ask({ query })).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }],
  });
  expect((await stream({ query }, { 'x-api-key': 'wrong' })).status).toBe(401);
});

it('counts each subscription that an address begins', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.9' };
  const { ask, say } = await socket(headers);
  for (let time = 1; time <= 5; time++) {
    say({ id: `s${time}`, type: 'subscribe', payload: { query: '', documentId: 'activity' } });
    say({ id: `s${time}`, type: 'complete' });
  }
  expect(await ask({ documentId: 'room' })).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
  const refused = await stream({ documentId: 'room' }, headers);
  expect(await refused.text()).toContain('RATE_LIMITED');
});
