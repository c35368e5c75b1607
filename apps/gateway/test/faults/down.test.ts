import { startFaultProxy } from '@dateline/testing/fault-proxy';
import { fault, fraction, pass, slow } from '@dateline/testing/proxy-modes';
import { afterEach, describe, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { withoutCaches } from '../test-gateway.ts';
import {
  type Answer,
  type FaultyHouse,
  hasProc,
  inLanes,
  pageOf,
  startFaultyHouse,
  startFaultyProcess,
  storyOf,
  upTo,
} from './faulty-house.ts';
import { quantile } from './open-load.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function start(env: Record<string, string> = {}): Promise<FaultyHouse> {
  const house = await startFaultyHouse({ ...withoutCaches, ...env });
  closing.push(() => house.close());
  return house;
}

/** A page whose conversation is missing, and nothing else; told with one masked error. */
function expectPartial({ status, data, errors }: Answer): void {
  expect(status).toBe(200);
  expect(data.article).toEqual({ headline: expect.stringContaining('Headline'), thread: null });
  const code = expect.stringMatching(/^SUBGRAPH_(UNAVAILABLE|TIMEOUT|ERROR)$/);
  expect(errors).toEqual([
    { message: expect.any(String), path: ['article', 'thread'], extensions: { code, subgraph: 'comments' } },
  ]);
}

it('F1: a subgraph that is killed costs its part of the answers, and no time once its circuit is open', {
  timeout: 120_000,
}, async () => {
  const house = await start();
  const { comments } = house.proxies;
  const count = isLong ? 2_000 : 100;
  const askAll = async (from: number) => {
    const answers: Answer[] = [];
    await inLanes(upTo(count), 4, async (at) => answers.push(await house.ask(pageOf(from + at))));
    return answers;
  };
  await askAll(0);
  const well = quantile(
    (await askAll(10_000)).map(({ ms }) => ms),
    0.99,
  );

  const port = Number(new URL(comments.url).port);
  await comments.close();
  let number = 20_000;
  // What went well in the ten seconds before counts too.
  await expect
    .poll(
      async () => {
        for (const answer of await Promise.all(upTo(20).map(() => house.ask(pageOf(number++))))) expectPartial(answer);
        return (await house.degraded())['comments'];
      },
      { timeout: 20_000, interval: 1 },
    )
    .toMatch(/^circuit/);
  const answers = await askAll(30_000);
  for (const answer of answers) expectPartial(answer);
  const open = quantile(
    answers.map(({ ms }) => ms),
    0.99,
  );
  figure('F1', 'answers that were no 200', { seen: answers.filter(({ status }) => status !== 200).length, atMost: 0 });
  figure('F1', 'added at p99, circuit open', { seen: open - well, unit: 'ms', atMost: 20, failAbove: 500 });

  // What stands behind it was never away: a proxy in the same place is the subgraph, started again.
  const again = await startFaultProxy({ target: house.targets.comments, port });
  closing.push(() => again.close());
  const backAt = performance.now();
  await expect
    .poll(async () => (await house.ask(pageOf(number++))).data.article.thread, { timeout: 20_000, interval: 50 })
    .toEqual({ commentCount: 2 });
  figure('F1', 'whole again after the restart', {
    seen: performance.now() - backAt,
    unit: 'ms',
    atMost: 5_000,
    failAbove: 8_000,
  });
});

describe('F2: a subgraph that hangs', () => {
  const timeoutMs = 800;

  it.each(['hang', 'headerHang', 'drip'] as const)('is waited for as long as was said (%s)', async (mode) => {
    const house = await start({ SUBGRAPH_TIMEOUT_MS: String(timeoutMs) });
    await house.ask(pageOf('warm'));
    house.proxies.comments.mode = fault(mode);
    const answers = await Promise.all(upTo(5).map((at) => house.ask(pageOf(at))));
    for (const answer of answers) expectPartial(answer);
    const seen = Math.max(...answers.map(({ ms }) => ms));
    figure('F2', `answered with ${mode}`, { seen, unit: 'ms', atMost: timeoutMs + 100, failAbove: timeoutMs + 1_500 });
  });

  it.runIf(hasProc)('holds a bounded number of connections, and gives them back', { timeout: 120_000 }, async () => {
    // Without the circuit, which would end this early.
    const env = { SUBGRAPH_TIMEOUT_MS: '1000', SUBGRAPH_BREAKER: 'off', ...withoutCaches };
    const house = await startFaultyProcess(env);
    closing.push(() => house.close());
    const { comments } = house.proxies;
    comments.mode = fault('hang');
    let [most, number] = [0, 0];
    const many = isLong ? 300 : 150;
    const hangMany = async () => {
      const asked = inLanes(upTo(many), many, () => house.ask(pageOf(number++)));
      const looking = setInterval(async () => {
        most = Math.max(most, await comments.connections());
      }, 20);
      await asked;
      clearInterval(looking);
    };
    await hangMany();
    const before = house.descriptors();
    const until = performance.now() + (isLong ? 60_000 : 1_000);
    while (performance.now() < until) await hangMany();
    figure('F2', 'connections to it at most', { seen: most, atMost: 100, atLeast: 1 });
    // Our own connections to the gateway end a few seconds after their last use.
    await expect.poll(() => house.descriptors() - before, { timeout: 20_000 }).toBeLessThanOrEqual(20);
    figure('F2', 'more descriptors after it', { seen: house.descriptors() - before, atMost: 20 });
  });
});

it('F3: a slow subgraph holds no more than its share, and its neighbours do not feel it', {
  timeout: 120_000,
}, async () => {
  const house = await start({
    SUBGRAPH_MAX_CONCURRENT: '20',
    SUBGRAPH_MAX_QUEUED: '20',
    SUBGRAPH_TIMEOUT_MS: '5000',
  });
  const { comments } = house.proxies;
  const stories = async (from: number) => {
    const times: number[] = [];
    await inLanes(upTo(isLong ? 1_000 : 100), 2, async (at) => times.push((await house.ask(storyOf(from + at))).ms));
    return quantile(times, 0.99);
  };
  await stories(0);
  const alone = await stories(1_000);
  comments.mode = slow(2_000);
  const perSecond = isLong ? 200 : 60;
  const seconds = isLong ? 30 : 3;
  const asked: Promise<Answer>[] = [];
  const pages = setInterval(() => asked.push(house.ask(pageOf(asked.length))), 1_000 / perSecond);
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(perSecond);
  const beside = await stories(2_000);
  await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(perSecond * seconds);
  clearInterval(pages);
  const answers = await Promise.all(asked);
  const refused = answers.filter(({ data }) => data.article.thread === null);
  for (const answer of refused) expectPartial(answer);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  figure('F3', 'under way in the slow one at most', { seen: mostAtOnce(comments.received, 2_000), atMost: 20 });
  figure('F3', 'refused with a partial answer', { seen: refused.length, atLeast: 1 });
  figure('F3', 'a refusal takes, at the median', {
    seen: quantile(
      refused.map(({ ms }) => ms),
      0.5,
    ),
    unit: 'ms',
    atMost: 100,
    failAbove: 1_500,
  });
  figure('F3', "neighbours' p99 beside it over alone", {
    seen: beside - alone,
    unit: 'ms',
    atMost: 10,
    failAbove: 500,
  });
});

/** How many calls that each take so long were under way at the same time. */
function mostAtOnce(calls: readonly { readonly at: number }[], eachMs: number): number {
  // Two calls one after the other in one place may be told a few milliseconds early.
  return Math.max(
    ...calls.map(({ at }) => calls.filter((other) => other.at <= at && other.at > at - eachMs + 50).length),
  );
}

it('F4: a circuit opens in time, lets few probes through, closes again, and says so once', {
  timeout: 120_000,
}, async () => {
  const house = await start();
  const { comments } = house.proxies;
  comments.mode = fraction(0.5, fault('html502'));
  const circuit = async () => (await house.degraded())['comments'] ?? 'closed';
  let number = 0;
  await expect
    .poll(
      async () => {
        await house.ask(pageOf(number++));
        return circuit();
      },
      { timeout: 20_000, interval: 1 },
    )
    .toBe('circuit open');
  figure('F4', 'calls until it opened, half of them failing', { seen: comments.received.length, atMost: 40 });
  figure('F4', 'failures until it opened', { seen: Math.floor(comments.received.length / 2), atMost: 20 });

  comments.mode = fault('html502');
  const before = comments.received.length;
  const openedAt = performance.now();
  // Until a first one at least.
  const watchMs = isLong ? 30_000 : 0;
  const probes = () => comments.received.length - before;
  while (probes() === 0 || performance.now() - openedAt < watchMs) expectPartial(await house.ask(pageOf(number++)));
  const watched = ((performance.now() - openedAt) / 1_000).toFixed(1);
  figure('F4', `probes in ${watched} s while open`, { seen: probes(), atMost: 5, atLeast: 1 });

  comments.mode = pass;
  const received = comments.received.length;
  await expect
    .poll(
      async () => {
        await house.ask(pageOf(number++));
        return circuit();
      },
      { timeout: 20_000, interval: 1 },
    )
    .toBe('closed');
  figure('F4', 'good calls until it closed', { seen: comments.received.length - received, atMost: 3, atLeast: 3 });
  const told = house.gateway.log.map(({ msg }) => String(msg)).filter((msg) => msg.startsWith('the circuit is'));
  expect(told.map((msg) => msg.split(' ')[3]?.replace(':', ''))).toEqual(['open', 'closed']);
  const metrics = (await house.gateway.get('/metrics')).text;
  expect(metrics).toMatch(/breaker.*comments|comments.*breaker/);
});
