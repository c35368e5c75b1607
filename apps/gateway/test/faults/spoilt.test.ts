import { canaries, type FaultName, faults, huge, refuse } from '@dateline/testing/faults';
import { cut, failFirst, fault, fraction, type ProxyMode, pass, truncated } from '@dateline/testing/proxy-modes';
import { afterEach, describe, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { withoutCaches } from '../test-gateway.ts';
import { type FaultyHouse, hasProc, pageOf, startFaultyHouse, startFaultyProcess, upTo } from './faulty-house.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function start(env: Record<string, string> = {}): Promise<FaultyHouse> {
  const house = await startFaultyHouse({ ...withoutCaches, ...env });
  closing.push(() => house.close());
  return house;
}

const whole = (number: number | string) => ({ headline: `Headline a${number}`, thread: { commentCount: 2 } });
const withoutThread = (number: number | string) => ({ headline: `Headline a${number}`, thread: null });

describe('F5: a query that fails in passing', () => {
  it('is sent once more, and a mutation never', async () => {
    const { ask, proxies } = await start();
    proxies.comments.mode = failFirst(1);
    expect((await ask(pageOf(1))).data.article).toEqual(whole(1));
    figure('F5', 'sendings of a query that fails once', {
      seen: proxies.comments.received.length,
      atMost: 2,
      atLeast: 2,
    });

    const before = proxies.comments.received.length;
    proxies.comments.mode = failFirst(1);
    const written = await ask({
      query: 'mutation { postComment(input: { articleId: "a1", body: "Once" }) { comment { bodyText } } }',
    });
    expect(written.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'comments' } }]);
    figure('F5', 'sendings of a mutation that fails', { seen: proxies.comments.received.length - before, atMost: 1 });
  });

  it('is sent no more than a tenth again when all fail', { timeout: 60_000 }, async () => {
    const { ask, proxies } = await start({ SUBGRAPH_BREAKER: 'off' });
    proxies.comments.mode = fault('html502');
    const count = isLong ? 2_000 : 200;
    for (let at = 0; at < count; at += 20) await Promise.all(upTo(20).map((more) => ask(pageOf(at + more))));
    const retries = proxies.comments.received.length - count;
    figure('F5', 'sent again, of all that failed', {
      seen: (100 * retries) / count,
      unit: '%',
      atMost: 10 + 100 / count,
      atLeast: 5,
    });
  });

  it('waits as long as 429 says', async () => {
    const { ask, proxies } = await start({ SUBGRAPH_TIMEOUT_MS: '5000' });
    proxies.comments.mode = failFirst(1, fault(refuse(429, '1')));
    const { data, ms } = await ask(pageOf(1));
    expect(data.article).toEqual(whole(1));
    figure('F5', 'waited after Retry-After: 1', {
      seen: ms,
      unit: 'ms',
      atLeast: 990,
      atMost: 1_200,
      failAbove: 4_000,
    });
  });
});

const spoilt: readonly (readonly [string, ProxyMode])[] = [
  ...(Object.keys(faults) as FaultName[])
    .filter((name) => !['hang', 'headerHang', 'drip'].includes(name))
    .map((name) => [name, fault(name)] as const),
  ['its own answer, truncated', truncated],
  ['its own answer, cut', cut],
];

it('F6: whatever a subgraph says in place of an answer, the rest is answered and nothing of it is shown', async () => {
  const { ask, proxies, gateway } = await start({ SUBGRAPH_BREAKER: 'off', SUBGRAPH_RETRIES: 'off' });
  let [leaks, notWell, number] = [0, 0, 0];
  const rounds = isLong ? 50 : 1;
  for (let round = 0; round < rounds; round++) {
    for (const [name, mode] of spoilt) {
      proxies.comments.mode = mode;
      const { status, text, data, errors } = await ask(pageOf(++number));
      if (status !== 200) notWell++;
      expect(data?.article, name).toEqual(withoutThread(number));
      expect(errors, name).toHaveLength(1);
      expect(Object.keys(errors?.[0]?.extensions ?? {}).sort(), name).toEqual(['code', 'subgraph']);
      const shown = [...canaries, '127.0.0.1', 'valueCompletion', 'stack', 'serviceName'];
      leaks += shown.filter((word) => text.includes(word)).length;
    }
  }
  const logged = JSON.stringify(gateway.log);
  leaks += canaries.filter((secret) => logged.includes(secret)).length;
  figure('F6', `answers to ${spoilt.length} kinds of garbage that were no 200`, { seen: notWell, atMost: 0 });
  figure('F6', 'words of it in answers and log', { seen: leaks, atMost: 0 });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it.runIf(hasProc)(
  'F7: a huge answer is cut at the limit, and takes no more memory than that',
  { timeout: 120_000 },
  async () => {
    const house = await startFaultyProcess(withoutCaches);
    closing.push(() => house.close());
    for (const number of upTo(50)) await house.ask(pageOf(number));
    house.proxies.comments.mode = fault(huge(200_000_000));
    const before = house.memory().now;
    const times = isLong ? 100 : 3;
    for (const number of upTo(times)) {
      const { status, data, errors } = await house.ask(pageOf(100 + number));
      expect([status, data.article.thread]).toEqual([200, null]);
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'comments' } }]);
    }
    const grownMb = (house.memory().most - before) / 1_000_000;
    figure('F7', `memory at most, ${times} answers of 200 MB`, {
      seen: grownMb,
      unit: 'MB more',
      atMost: 50,
      failAbove: 100,
    });
    house.proxies.comments.mode = pass;
    expect((await house.ask(pageOf(999))).data.article).toEqual(whole(999));
  },
);

it('F8: after a connection that was reset, the next request is whole', async () => {
  const { ask, proxies } = await start({ SUBGRAPH_BREAKER: 'off', SUBGRAPH_RETRIES: 'off' });
  const rounds = isLong ? 500 : 10;
  let [partial, failed] = [0, 0];
  for (const round of upTo(rounds)) {
    proxies.comments.mode = fault('reset');
    const reset = await ask(pageOf(round));
    if (reset.data.article.thread === null && reset.status === 200) partial++;
    proxies.comments.mode = pass;
    const next = await ask(pageOf(`${round}next`));
    if (next.errors || next.status !== 200) failed++;
  }
  figure('F8', 'partial answers of resets', { seen: partial, atLeast: rounds });
  figure('F8', 'errors in the request after each', { seen: failed, atMost: 0 });
});

it('F4, F5: half of the calls failing, with retries and circuit, is told as partial answers only', async () => {
  const { ask, proxies } = await start();
  proxies.comments.mode = fraction(0.5);
  for (const number of upTo(60)) {
    const { status, data } = await ask(pageOf(number));
    expect(status).toBe(200);
    expect([whole(number), withoutThread(number)]).toContainEqual(data.article);
  }
});
