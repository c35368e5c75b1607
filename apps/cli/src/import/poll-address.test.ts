import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGuardedFetch } from '@dateline/service-kit/guarded-fetch';
import { expect, it } from 'vitest';
import { retryAfterMs } from '../input/address.ts';
import { pollAddress } from './poll-address.ts';

const everyMs = 60_000;

/** Polls a server that answers so, in turn, and gives the pauses in between. */
async function pausesAfter(answers: readonly RequestListener[]) {
  const server = createServer((request, response) => answers[asked++]?.(request, response));
  let asked = 0;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  await using guarded = createGuardedFetch({ ownHosts: ['127.0.0.1'] });
  const stop = new AbortController();
  const pauses: number[] = [];
  const faults: string[] = [];
  const wait = async (ms: number) => {
    pauses.push(ms);
    if (pauses.length === answers.length) stop.abort();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  const inputs = pollAddress({
    url,
    guarded,
    everyMs,
    signal: stop.signal,
    onFault: (reason) => faults.push(reason),
    wait,
  });
  let came = 0;
  for await (const input of inputs) {
    for await (const _ of input.bytes());
    came++;
  }
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  return { pauses, faults, came };
}

const within = (pause: number | undefined, least: number) => {
  expect(pause).toBeGreaterThanOrEqual(least);
  expect(pause).toBeLessThanOrEqual(least * 1.25);
};
const status =
  (code: number, headers = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(code, headers).end();

it('is asked no more often than its server wishes, and never more often than it was told', async () => {
  const { pauses, came } = await pausesAfter([
    (_request, response) => response.setHeader('cache-control', 'public, max-age=300').end('news'),
    (_request, response) => response.setHeader('cache-control', 'max-age=1').end('news'),
    status(304),
  ]);
  expect(came).toBe(2);
  within(pauses[0], 300_000);
  within(pauses[1], everyMs);
  within(pauses[2], everyMs);
});

it('is asked no more often than its feed wishes, also when nothing was new in between', async () => {
  const feed = '<rss version="2.0"><channel><title>T</title><ttl>30</ttl><item><ttl>50</ttl></item></channel></rss>';
  const { pauses } = await pausesAfter([
    (_request, response) => response.end(feed),
    status(304),
    (_request, response) => response.end(feed.replace('<ttl>30</ttl>', '')),
    (_request, response) => response.end(feed.replace('30', '1440')),
  ]);
  within(pauses[0], 30 * 60_000);
  within(pauses[1], 30 * 60_000);
  within(pauses[2], everyMs);
  within(pauses[3], 60 * 60_000);
});

it('waits as long as a server says that has too much to do, and longer each time that it is at fault', async () => {
  const { pauses, faults } = await pausesAfter([status(429, { 'retry-after': '200' }), ...Array(9).fill(status(500))]);
  within(pauses[0], 200_000);
  expect(pauses[4]).toBeGreaterThan(2 * everyMs);
  for (const pause of pauses) expect(pause).toBeLessThanOrEqual(60 * 60_000 * 1.1);
  expect(faults).toHaveLength(10);
  expect(faults[1]).toBe('was answered with status 500');
});

it('goes on after a page that is not there', async () => {
  const { pauses, came } = await pausesAfter([status(404), (_request, response) => response.end('news')]);
  expect(came).toBe(1);
  within(pauses[1], everyMs);
});

it('reads Retry-After as seconds and as a date', () => {
  expect(retryAfterMs('120')).toBe(120_000);
  expect(retryAfterMs('Mon, 05 Jan 2026 10:00:30 GMT', Date.UTC(2026, 0, 5, 10))).toBe(30_000);
  expect(retryAfterMs('Mon, 05 Jan 2026 09:00:00 GMT', Date.UTC(2026, 0, 5, 10))).toBe(0);
  expect([retryAfterMs('soon'), retryAfterMs(undefined)]).toEqual([undefined, undefined]);
});
