import { request as httpRequest } from 'node:http';
import { createHttpService } from '@dateline/service-kit/http-service';
import { streamTokenHeader } from '@dateline/service-kit/live/sse/event-streams';
import { wantsEventStream } from '@dateline/service-kit/live/sse/wants-event-stream';
import { createLogger } from '@dateline/service-kit/logger';
import { afterEach, describe, expect, it } from 'vitest';
import { addCors } from '../src/http/cors.ts';
import { addErrorAnswers } from '../src/http/error-answers.ts';
import type { ReadyAnswer } from '../src/http/graphql-executor.ts';
import { addGraphqlRoutes } from '../src/http/graphql-routes.ts';
import { createGraphqlShortcut, type KnownAnswer } from '../src/http/graphql-shortcut.ts';
import { acceptOnlyJson } from '../src/http/json-body.ts';
import { addSecurityHeaders } from '../src/http/security-headers.ts';

const maxBodyBytes = 1_000;
const known = '{"query":"{ known }"}';
const unknown = '{"query":"{ unknown }"}';
const bytes = Buffer.from('{"data":{"known":"שלום"}}');
const ready: ReadyAnswer = {
  isReady: true,
  status: 200,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(bytes.length),
    etag: '"1"',
    'cache-control': 'public, max-age=60',
    vary: 'Accept, Accept-Encoding, Authorization',
  },
  body: bytes,
  operationName: 'Known',
};

const { 'content-length': _length, ...lasting } = ready.headers;
const notModified: ReadyAnswer = { ...ready, status: 304, headers: lasting, body: Buffer.alloc(0) };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The front with one known answer, with the shortcut or without; what is not known is answered with its own text. */
async function front({ shortcut = true, corsOrigins = ['*'] } = {}) {
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('gateway', 'info', { write: (line) => void log.push(JSON.parse(line)) });
  let executed = 0;
  let arrived = 0;
  const knownAnswer: KnownAnswer = (text, { ifNoneMatch }) => {
    if (text === 'query={broken}') throw new Error('for a test');
    if (text !== known && text !== 'query={known}') return undefined;
    return ifNoneMatch === '"1"' ? notModified : ready;
  };
  const real = createGraphqlShortcut(knownAnswer, { corsOrigins }, { takesShortcut: () => true });
  const takes: typeof real.takes = (request) => {
    arrived++;
    return real.takes(request);
  };
  const service = createHttpService({
    name: 'gateway',
    host: '127.0.0.1',
    port: 0,
    logger,
    readiness: {},
    bodyMaxBytes: maxBodyBytes,
    ...(shortcut ? { shortcut: { ...real, takes } } : {}),
  });
  addErrorAnswers(service.http, logger);
  addSecurityHeaders(service.http);
  addCors(service.http, corsOrigins);
  acceptOnlyJson(service.http, { maxDepth: 64 });
  await addGraphqlRoutes(service.http, {
    executor: {
      async execute({ text, accepted }) {
        executed++;
        const given = text === 'query={broken}' ? undefined : knownAnswer(text, accepted);
        return given ?? { status: 200, body: JSON.stringify({ data: text }) };
      },
    },
    authenticate: async () => null,
    identify: () => ({ address: '127.0.0.1', key: null }),
    maxBodyBytesOf: () => maxBodyBytes,
    playground: null,
    // For requests for streams: those are the router's, whatever is at hand.
    streams: {
      takes: ({ headers }) => wantsEventStream(headers.accept) || headers[streamTokenHeader] !== undefined,
      serve: async (_request, reply) => reply.send('a stream'),
    },
    maxJsonDepth: 64,
    timeoutMs: 5_000,
    logger,
  });
  const origin = await service.listen();
  closing.push(() => service.drain());
  return { origin, log, service, executed: () => executed, arrived: () => arrived };
}

type Front = Awaited<ReturnType<typeof front>>;
const json = { 'content-type': 'application/json' };

async function post({ origin }: Front, body: string, headers: Record<string, string> = json) {
  return read(await fetch(`${origin}/graphql`, { method: 'POST', headers, body }));
}
async function get({ origin }: Front, search: string, headers: Record<string, string> = {}) {
  return read(await fetch(`${origin}/graphql?${search}`, { headers }));
}
async function read(answer: Response) {
  const headers = Object.fromEntries(answer.headers);
  for (const changing of ['date', 'x-request-id', 'keep-alive', 'connection']) delete headers[changing];
  return { status: answer.status, headers, text: await answer.text() };
}

describe('what is known is answered before the router', () => {
  it.each<[string, (to: Front) => Promise<unknown>]>([
    ['by POST', (to) => post(to, known)],
    ['by POST, with the charset', (to) => post(to, known, { 'content-type': 'application/json; charset=utf-8' })],
    ['by GET', (to) => get(to, 'query={known}')],
    ['from a page of another origin', (to) => post(to, known, { ...json, origin: 'https://reader.example' })],
    ['when it is there already', (to) => post(to, known, { ...json, 'if-none-match': '"1"' })],
  ])('%s, in every header and byte as the router would', async (_name, ask) => {
    const [short, long] = [await front(), await front({ shortcut: false })];
    expect(await ask(short)).toEqual(await ask(long));
    expect([short.executed(), long.executed()]).toEqual([0, 1]);
  });

  it('with one line in the log, its id handed on, and counted in the metrics', async () => {
    const short = await front();
    const id = 'request-of-a-test';
    const answer = await fetch(`${short.origin}/graphql`, {
      method: 'POST',
      headers: { ...json, 'x-request-id': id },
      body: known,
    });
    expect(answer.headers.get('x-request-id')).toBe(id);
    await expect
      .poll(() => short.log.filter(({ requestId }) => requestId === id))
      .toEqual([
        expect.objectContaining({
          method: 'POST',
          operationName: 'Known',
          path: '/graphql',
          status: 200,
          msg: 'request',
        }),
      ]);
    const metrics = await (await fetch(`${short.origin}/metrics`)).text();
    expect(metrics).toMatch(/http_request_duration_seconds_count\{.*route="\/graphql",status="200".*\} 1/);
  });

  it('also when it comes in pieces', async () => {
    const short = await front();
    const message = httpRequest(`${short.origin}/graphql`, {
      method: 'POST',
      headers: { ...json, 'content-length': known.length },
    });
    const answered = new Promise<number | undefined>((resolve) =>
      message.on('response', (answer) => resolve(answer.resume().statusCode)),
    );
    for (const character of known.slice(0, 5)) {
      await new Promise((written) => message.write(character, written));
    }
    message.end(known.slice(5));
    expect([await answered, short.executed()]).toEqual([200, 0]);
  });
});

describe('the router answers', () => {
  it.each<[string, string, Record<string, string>]>([
    ['what is not known, with all of its body', unknown, json],
    ['text of more than one byte a letter', '{"query":"{ שלום }"}', json],
    ['whom it has to look at first', known, { ...json, authorization: 'Bearer x' }],
    ['what it must refuse for its type', known, { 'content-type': 'text/plain' }],
    ['what it must refuse for its coding', known, { ...json, 'content-encoding': 'gzip' }],
    ['what it must refuse for what it accepts', known, { ...json, accept: 'text/html' }],
    ['what is too long', ' '.repeat(maxBodyBytes + 1), json],
    ['what is just as long as it may be', unknown.padEnd(maxBodyBytes), json],
    ['what has no body', '', json],
  ])('%s', async (_name, body, headers) => {
    const [short, long] = [await front(), await front({ shortcut: false })];
    const answer = await post(short, body, headers);
    expect(answer).toEqual(await post(long, body, headers));
    expect(short.executed()).toBe(long.executed());
    await expect.poll(() => short.log.filter(({ msg }) => msg === 'request').length).toBe(1);
  });

  it('a GET that a page of another site has made, and one that has another type', async () => {
    const short = await front();
    expect((await get(short, 'query={known}', { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
    expect((await get(short, 'query={known}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await fetch(`${short.origin}/graphql?query={known}`, { method: 'HEAD' })).status).toBe(405);
  });

  it('all, where only some origins may read', async () => {
    const short = await front({ corsOrigins: ['https://reader.example'] });
    const { headers } = await post(short, known, { ...json, origin: 'https://reader.example' });
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://reader.example',
      vary: 'origin, Accept, Accept-Encoding, Authorization',
    });
    expect(short.executed()).toBe(1);
  });

  it.each([
    { accept: 'text/event-stream' },
    { accept: 'text/event-stream, */*;q=0.1' },
    { [streamTokenHeader]: 'a-token' },
  ])('whoever wants a stream: %o', async (headers) => {
    const short = await front();
    expect((await get(short, 'query={known}', headers)).text).toBe('a stream');
    expect((await post(short, known, { ...json, ...headers })).text).toBe('a stream');
  });

  it('when the shortcut fails', async () => {
    const short = await front();
    expect(await get(short, 'query={broken}')).toMatchObject({ status: 200, text: '{"data":"query={broken}"}' });
  });
});

it('a body whose end never comes is logged as such, and does not hold up a drain', async () => {
  const short = await front();
  const message = httpRequest(`${short.origin}/graphql`, {
    method: 'POST',
    headers: { ...json, 'content-length': 100 },
  });
  message.on('error', () => undefined);
  message.write('{"query":');
  await expect.poll(() => short.arrived()).toBe(1);
  message.destroy();
  await expect.poll(() => short.log.filter(({ status }) => status === 499).length).toBe(1);
  await short.service.drain();
});

it('a drain waits for a body that is on its way, and answers it', async () => {
  const short = await front();
  const message = httpRequest(`${short.origin}/graphql`, {
    method: 'POST',
    headers: { ...json, 'content-length': known.length },
  });
  const answered = new Promise<number | undefined>((resolve) =>
    message.on('response', (answer) => resolve(answer.resume().statusCode)),
  );
  message.write(known.slice(0, 5));
  await expect.poll(() => short.arrived()).toBe(1);
  const drained = short.service.drain();
  message.end(known.slice(5));
  expect(await answered).toBe(200);
  await drained;
});
