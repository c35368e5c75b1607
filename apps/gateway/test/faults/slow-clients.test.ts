import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createHttpService } from '@dateline/service-kit/http-service';
import { createLogger } from '@dateline/service-kit/logger';
import { afterEach, describe, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { startTestGateway, type TestGateway } from '../test-gateway.ts';
import { quantile } from './open-load.ts';

const slowCount = isLong ? 500 : 200;

/** A byte now and then of a request that never comes to its end. */
function slowly(port: number, text: string): { readonly socket: Socket; readonly closed: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  let at = 0;
  const timer = setInterval(() => socket.write(text[at++ % text.length] ?? 'x'), isLong ? 5_000 : 500);
  // Not `once`: a reset is as good an end as any.
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      clearInterval(timer);
      resolve();
    });
  });
  socket.write(text.slice(0, 20));
  at = 20;
  return { socket, closed };
}

const headers = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ${'a'.repeat(500)}`;
const body = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n${'{'.repeat(500)}`;

describe('clients that are slow on purpose', { timeout: 90_000 }, () => {
  let gateway: TestGateway;
  afterEach(() => gateway.close());

  it('F21: do not hold up others, and are closed', async () => {
    gateway = await startTestGateway();
    const port = Number(new URL(gateway.origin).port);
    const quick = async () => {
      const latencies: number[] = [];
      for (let round = 0; round < 100; round++) {
        const startedAt = performance.now();
        expect((await gateway.ask('{ __typename }')).status).toBe(200);
        latencies.push(performance.now() - startedAt);
      }
      return quantile(latencies, 0.99);
    };
    const alone = await quick();
    const startedAt = performance.now();
    const slow = Array.from({ length: slowCount }, (_, index) => slowly(port, index % 2 === 0 ? headers : body));
    await Promise.all(slow.map(({ socket }) => once(socket, 'connect')));
    const beside = await quick();
    await Promise.all(slow.map(({ closed }) => closed));
    const closedAfterMs = performance.now() - startedAt;
    figure('F21', `p99 of others beside ${slowCount} slow connections (alone ${alone.toFixed(1)} ms)`, {
      seen: beside,
      unit: 'ms',
      atMost: Math.max(50, 2 * alone),
      failAbove: 2_000,
    });
    // 10 s for headers and 15 s for the whole of a request, looked at once a second.
    figure('F21', 'all of them closed after', { seen: closedAfterMs / 1_000, unit: 's', atMost: 17, failAbove: 40 });
  });

  it('F21: are no more than one address may have, and leave room when they go', async () => {
    gateway = await startTestGateway({ env: { MAX_CONNECTIONS_PER_ADDRESS: '50' } });
    const port = Number(new URL(gateway.origin).port);
    const open: Socket[] = [];
    const closed: Socket[] = [];
    for (let index = 0; index < 51; index++) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.on('close', () => closed.push(socket)).resume();
      await once(socket, 'connect');
      open.push(socket);
    }
    await expect.poll(() => closed.length).toBe(1);
    expect(closed[0]).toBe(open[50]);
    open[0]?.destroy();
    await expect.poll(async () => (await fetch(`${gateway.origin}/livez`).catch(() => null))?.status).toBe(200);
    for (const socket of open) socket.destroy();
  });
});

it('F21: a service takes as many connections as it is told, and one more is closed', async () => {
  const service = createHttpService({
    name: 'bounded',
    host: '127.0.0.1',
    port: 0,
    logger: createLogger('bounded', 'silent'),
    readiness: {},
    connections: { maxConnections: 2, maxConnectionsPerAddress: 0 },
  });
  const port = Number(new URL(await service.listen()).port);
  const open = async () => {
    const socket = connect(port, '127.0.0.1').resume();
    socket.on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  const [first, second, third] = [await open(), await open(), await open()];
  await once(third, 'close');
  expect([first.destroyed, second.destroyed]).toEqual([false, false]);
  first.destroy();
  second.destroy();
  await service.drain();
});
