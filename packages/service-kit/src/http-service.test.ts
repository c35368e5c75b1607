import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpService, type HttpService } from './http-service.ts';
import { createLogger } from './logger.ts';

const started: HttpService[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.drain();
});

async function start(options: Partial<Parameters<typeof createHttpService>[0]> = {}) {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const logger = createLogger('test', 'info', destination);
  const service = createHttpService({ name: 'test', host: '127.0.0.1', port: 0, logger, readiness: {}, ...options });
  started.push(service);
  return { service, lines };
}

describe('a process', () => {
  it('is live, and ready only when every check is well, saying why not', async () => {
    const { service } = await start({ readiness: { database: async () => null, bus: async () => 'is away' } });
    const url = await service.listen();
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'not ready', reasons: { bus: 'is away' } });
  });

  it('does not tell what a check threw', async () => {
    const { service } = await start({ readiness: { database: () => Promise.reject(new Error('password=hunter2')) } });
    const url = await service.listen();
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      status: 'not ready',
      reasons: { database: 'failed' },
    });
  });

  it('writes one JSON line a request, with its id, and hands a good id on', async () => {
    const { service, lines } = await start();
    service.http.get('/hello', async (request) => {
      request.operationName = 'Hello';
      return {};
    });
    const url = await service.listen();
    const response = await fetch(`${url}/hello?token=hunter2`, { headers: { 'x-request-id': 'abcdef-123456' } });
    expect(response.headers.get('x-request-id')).toBe('abcdef-123456');
    await expect.poll(() => lines.filter(({ msg }) => msg === 'request')).toHaveLength(1);
    expect(lines.find(({ msg }) => msg === 'request')).toMatchObject({
      requestId: 'abcdef-123456',
      operationName: 'Hello',
      path: '/hello',
      status: 200,
    });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('tells how long a request took, in its line and in the metrics', async () => {
    const { service, lines } = await start();
    service.http.get('/slow', async () => {
      const until = performance.now() + 20;
      while (performance.now() < until);
      return {};
    });
    const url = await service.listen();
    await (await fetch(`${url}/slow`)).text();
    await expect.poll(() => lines.find(({ msg }) => msg === 'request')?.['durationMs']).toBeGreaterThanOrEqual(20);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const sum = /http_request_duration_seconds_sum\{[^}]*route="\/slow"[^}]*\} ([\d.e-]+)/.exec(metrics)?.[1];
    expect(Number(sum)).toBeGreaterThanOrEqual(0.02);
  });

  it('makes an id of its own for a request whose id could break a log line', async () => {
    const { service } = await start();
    const url = await service.listen();
    const response = await fetch(`${url}/livez`, { headers: { 'x-request-id': 'a b{"level":60}' } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('drains: readiness off first, the request in flight finished, then its resources closed', async () => {
    const order: string[] = [];
    const { service } = await start({ drainDelayMs: 200, onClose: [async () => order.push('closed')] });
    const { promise: closing, resolve: beginToClose } = Promise.withResolvers<void>();
    service.http.addHook('preClose', async () => beginToClose());
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    service.http.get('/slow', async () => {
      arrive();
      await gate;
      order.push('answered');
      return { ok: true };
    });
    const url = await service.listen();
    const slow = fetch(`${url}/slow`);
    await arrived;
    const drained = service.drain();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    await closing;
    // Longer than the drain gives to connections that ask for nothing.
    setTimeout(open, 400);
    expect((await slow).status).toBe(200);
    await drained;
    expect(order).toEqual(['answered', 'closed']);
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
  });

  it('drains at once past connections that ask for nothing: kept alive after the last answer, or opened ahead', async () => {
    const { service } = await start();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    service.http.get('/slow', async () => {
      arrive();
      await gate;
      return { ok: true };
    });
    const url = await service.listen();
    const ahead = connect(Number(new URL(url).port), '127.0.0.1');
    await once(ahead, 'connect');
    const slow = fetch(`${url}/slow`);
    await arrived;
    const before = performance.now();
    const drained = service.drain();
    open();
    const answer = await slow;
    expect(answer.headers.get('connection')).toBe('close');
    await drained;
    // Node would keep the one for 65 s and the other for at least 10.
    expect(performance.now() - before).toBeLessThan(5_000);
    ahead.destroy();
  });

  it('closes the rest when a resource fails to close', async () => {
    const closed: string[] = [];
    const { service, lines } = await start({
      onClose: [() => Promise.reject(new Error('gone')), async () => closed.push('second')],
    });
    await service.listen();
    await service.drain();
    expect(closed).toEqual(['second']);
    expect(lines.map(({ msg }) => msg)).toEqual(['listening', 'could not be closed', 'closed']);
  });

  it('writes one line with status 499 when a client goes away before its answer', async () => {
    const { service, lines } = await start();
    const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
    const client = new Socket();
    service.http.get('/slow', async (_request, reply) => {
      reply.raw.once('close', leave);
      client.resetAndDestroy();
      await gone;
      return { ok: true };
    });
    const url = await service.listen();
    client.connect(Number(new URL(url).port), '127.0.0.1');
    client.write('GET /slow HTTP/1.1\r\nhost: test\r\n\r\n');
    await expect.poll(() => lines.find(({ msg }) => msg === 'request')).toMatchObject({ path: '/slow', status: 499 });
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/route="\/slow",status="499"/);
    expect(lines.filter(({ path }) => path === '/slow')).toHaveLength(1);
  });

  it('drains at once past a request whose client has gone away', async () => {
    const { service } = await start();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    service.http.get('/slow', async (_request, reply) => {
      arrive();
      await once(reply.raw, 'close');
      return { ok: true };
    });
    const client = new AbortController();
    const slow = fetch(`${await service.listen()}/slow`, { signal: client.signal }).catch(() => 'aborted');
    await arrived;
    client.abort();
    expect(await slow).toBe('aborted');
    const before = performance.now();
    await service.drain();
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('tells on /readyz what is away, and is ready all the same when it can be done without', async () => {
    const { service } = await start({ degradations: { comments: async () => 'no answer', media: async () => null } });
    const response = await fetch(`${await service.listen()}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', reasons: {}, degraded: { comments: 'no answer' } },
    ]);
  });

  it('answers from the catalogue to an address that cannot be read, and does not repeat it', async () => {
    const { service } = await start();
    const response = await fetch(`${await service.listen()}/%zz`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [{ message: 'The request is not well formed.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it.each([
    [1000, 200],
    [1001, 413],
  ])('with a limit of 1000 bytes answers a body of %i with %i', async (length, status) => {
    const { service } = await start({ bodyMaxBytes: 1000 });
    service.http.post('/echo', async () => ({}));
    const url = await service.listen();
    const body = JSON.stringify('x'.repeat(length - 2));
    const response = await fetch(`${url}/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(status);
  });
});
