import { fault, pass, slow } from '@dateline/testing/proxy-modes';
import { afterEach, describe, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { withoutCaches } from '../test-gateway.ts';
import { hasProc, inLanes, pageOf, type Question, startFaultyHouse, startFaultyProcess, upTo } from './faulty-house.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function start(env: Record<string, string> = {}) {
  const house = await startFaultyHouse({ SUBGRAPH_TIMEOUT_MS: '14000', ...env });
  closing.push(() => house.close());
  return house;
}

/** Asks, and can go away. */
function leaver(house: Awaited<ReturnType<typeof start>>, question: Question) {
  const client = new AbortController();
  const answer = house.ask(question, { signal: client.signal }).catch(() => 'gone' as const);
  return { answer, leave: () => client.abort() };
}

describe('F29: a client that goes away', () => {
  it.each([
    ['with nothing shared or kept', { ...withoutCaches, SHARE_REQUESTS: 'off', SHARE_SUBGRAPH_CALLS: 'off' }],
    ['with answers kept', { SHARE_REQUESTS: 'off' }],
    ['with all that is shared', {}],
  ] as const)('has its fetches ended at once, %s', async (what, env) => {
    const house = await start(env);
    const { comments } = house.proxies;
    await house.ask(pageOf('warm'));
    comments.mode = fault('hang');
    const before = comments.received.length;
    const clients = upTo(20).map((number) => leaver(house, pageOf(number)));
    await expect.poll(() => comments.received.length - before, { timeout: 10_000 }).toBe(20);
    const leftAt = performance.now();
    for (const { leave } of clients.slice(0, 10)) leave();
    await expect.poll(() => comments.abandoned.length, { timeout: 10_000 }).toBe(10);
    const seen = Math.max(...comments.abandoned.map(({ at }) => at - leftAt));
    figure('F29', `fetches ended ${what}`, { seen, unit: 'ms after', atMost: 100, failAbove: 1_000 });
    for (const { leave } of clients) leave();
    await expect.poll(() => comments.abandoned.length, { timeout: 10_000 }).toBe(20);
    await Promise.all(clients.map(({ answer }) => answer));
  });

  it('leaves others their answer', async () => {
    const house = await start();
    const { comments } = house.proxies;
    await house.ask(pageOf('warm'));
    comments.mode = slow(500);
    const before = comments.received.length;
    const [leaving, staying] = [leaver(house, pageOf(1)), leaver(house, pageOf(1))];
    await expect.poll(() => comments.received.length - before).toBe(1);
    leaving.leave();
    expect(await leaving.answer).toBe('gone');
    expect(await staying.answer).toMatchObject({ data: { article: { thread: { commentCount: 2 } } } });
    expect([comments.abandoned.length, comments.received.length - before]).toEqual([0, 1]);
  });

  it('has nothing sent again', async () => {
    const house = await start(withoutCaches);
    const { comments } = house.proxies;
    await house.ask(pageOf('warm'));
    const before = comments.received.length;
    const clients: ReturnType<typeof leaver>[] = [];
    // Each leaves in the moment in which the first sending fails.
    comments.mode = (exchange) => {
      for (const { leave } of clients) leave();
      return fault('html502')(exchange);
    };
    clients.push(leaver(house, pageOf(1)));
    expect(await clients[0]?.answer).toBe('gone');
    comments.mode = pass;
    await house.ask(pageOf(2));
    await house.ask(pageOf(3));
    const sent = comments.received.slice(before).filter(({ body }) => body.includes('"a1"'));
    expect(sent.length).toBe(1);
  });

  it.runIf(hasProc)('leaves nothing behind', { timeout: 600_000 }, async () => {
    const house = await startFaultyProcess({ SUBGRAPH_TIMEOUT_MS: '14000', SUBGRAPH_BREAKER: 'off' });
    closing.push(() => house.close());
    await house.ask(pageOf('warm'));
    house.proxies.comments.mode = slow(20);
    let number = 0;
    const goAway = (count: number) =>
      inLanes(upTo(count), 50, async () => {
        const client = new AbortController();
        const answer = house.ask(pageOf(number++), { signal: client.signal }).catch(() => null);
        if (number % 2 === 0) setTimeout(() => client.abort(), 5);
        await answer;
      });
    await goAway(isLong ? 5_000 : 200);
    const [descriptors, memory] = [house.descriptors(), house.memory().now];
    const count = isLong ? 50_000 : 300;
    await goAway(count);
    // Idle connections to subgraphs come and go.
    figure('F29', `descriptors more after ${count}, half gone early`, {
      seen: house.descriptors() - descriptors,
      atMost: 60,
    });
    const grownMb = (house.memory().now - memory) / 1_000_000;
    figure('F29', 'memory more', { seen: grownMb, unit: 'MB', atMost: 80 });
  });
});
