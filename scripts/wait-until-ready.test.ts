import { createServer, type Server } from 'node:http';
import { expect, test } from 'vitest';
import { waitUntilReady } from './wait-until-ready.ts';

function serve(answer: () => { status: number; body: string }): Promise<{ url: string } & AsyncDisposable> {
  const { promise, resolve } = Promise.withResolvers<{ url: string } & AsyncDisposable>();
  const server: Server = createServer((_, response) => {
    const { status, body } = answer();
    response.writeHead(status).end(body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const dispose = () => new Promise<void>((done) => server.close(() => done()));
    resolve({ url: `http://127.0.0.1:${port}/readyz`, [Symbol.asyncDispose]: dispose });
  });
  return promise;
}

const signal = new AbortController().signal;

test('it waits until the last one answers 200', async () => {
  let asked = 0;
  await using slow = await serve(() => {
    asked += 1;
    return { status: asked < 3 ? 503 : 200, body: '' };
  });
  await using quick = await serve(() => ({ status: 200, body: '' }));
  const notReady = await waitUntilReady({ urls: { slow: slow.url, quick: quick.url }, timeoutMs: 10_000, signal });
  expect(notReady).toEqual({});
  expect(asked).toBe(3);
});

test('when time is over it tells why each that is missing is not ready', async () => {
  await using ill = await serve(() => ({ status: 503, body: '{"reasons":{"database":"no answer"}}' }));
  const gone = await serve(() => ({ status: 200, body: '' }));
  await gone[Symbol.asyncDispose]();
  const notReady = await waitUntilReady({ urls: { ill: ill.url, gone: gone.url }, timeoutMs: 400, signal });
  expect(notReady).toEqual({ ill: 'answered 503: {"reasons":{"database":"no answer"}}', gone: 'ECONNREFUSED' });
});
