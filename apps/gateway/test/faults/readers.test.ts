import { type ProxyMode, pass } from '@dateline/testing/proxy-modes';
import { afterEach, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { type Answer, type FaultyHouse, inLanes, pageOf, startFaultyHouse, upTo } from './faulty-house.ts';
import { quantile } from './open-load.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function start(env: Record<string, string> = {}): Promise<FaultyHouse> {
  const house = await startFaultyHouse(env);
  closing.push(() => house.close());
  return house;
}

/** The subgraph's own answer, with another word on how long it may be kept. */
const keptFor = (seconds: number): ProxyMode => {
  return ({ response, forward }) =>
    pass({
      response,
      async forward() {
        const answer = await forward();
        const headers = answer.headers.filter((_, at) => answer.headers[at - (at % 2)] !== 'cache-control');
        return { ...answer, headers: [...headers, 'cache-control', `max-age=${seconds}, public`] };
      },
    });
};

it('F9: what readers have seen is there for them while its subgraphs are gone, and says how old it is', async () => {
  const house = await start({ STALE_WHILE_REVALIDATE_SECONDS: '0' });
  const { articles, comments } = house.proxies;
  articles.mode = comments.mode = keptFor(1);
  const keys = upTo(isLong ? 200 : 10);
  // Twice: the first of a document is not yet asked by what keeps answers.
  for (const number of keys) await house.ask(pageOf(number));
  const warm = new Map<number, string>();
  for (const number of keys) warm.set(number, (await house.ask(pageOf(number))).text);
  const [last = 0] = keys.slice(-1);
  await expect.poll(async () => Number((await house.ask(pageOf(last))).headers.get('age')), { timeout: 5_000 }).toBe(0);
  await articles.close();
  await comments.close();
  const isOld = ({ headers }: Answer) => /ttl=-|fwd=stale/.test(headers.get('cache-status') ?? '');
  await expect.poll(async () => isOld(await house.ask(pageOf(last))), { timeout: 10_000 }).toBe(true);

  // Again and again, so that the circuits open too.
  let [served, aged, marked] = [0, 0, 0];
  const rounds = 3;
  for (let round = 0; round < rounds; round++) {
    for (const number of keys) {
      const answer = await house.ask(pageOf(number));
      if (answer.status === 200 && answer.text === warm.get(number)) served++;
      if (Number(answer.headers.get('age')) >= 1) aged++;
      if (isOld(answer) && /stale-if-error=86400/.test(answer.headers.get('cache-control') ?? '')) marked++;
    }
  }
  const share = (count: number) => ({ seen: (100 * count) / (rounds * keys.length), unit: '%', atLeast: 100 });
  figure('F9', 'warm keys answered as they were', share(served));
  figure('F9', 'of these with Age', share(aged));
  figure('F9', 'of these marked as stale, with stale-if-error', share(marked));
  expect((await house.degraded())['articles']).toMatch(/^circuit/);
});

it.each([
  ['an article', 'cold'],
  ['what is not there', 'none'],
])('F10: a thousand who ask at once for %s cost one fetch', { timeout: 60_000 }, async (what, id) => {
  const house = await start();
  const question = id === 'none' ? { ...pageOf(''), variables: { id } } : pageOf(id);
  // Everything but the answer is warm.
  await house.ask(pageOf('warm'));
  const before = house.proxies.articles.received.length;
  const answers: Answer[] = [];
  const count = isLong ? 5_000 : 1_000;
  await inLanes(upTo(count), count, async () => answers.push(await house.ask(question)));
  const texts = new Set(answers.map(({ status, text }) => `${status} ${text}`));
  expect(texts.size).toBe(1);
  const errors = answers.filter(({ status, errors: told }) => status !== 200 || told).length;
  figure('F10', `fetches for ${count} who ask for ${what}`, {
    seen: house.proxies.articles.received.length - before,
    atMost: 1,
  });
  figure('F10', 'errors', { seen: errors, atMost: 0 });
  // Client, gateway and subgraphs are one process here: the same burst of hits says what they take by themselves.
  const hits: Answer[] = [];
  await inLanes(upTo(count), count, async () => hits.push(await house.ask(question)));
  const p99 = (of: readonly Answer[]) =>
    quantile(
      of.map(({ ms }) => ms),
      0.99,
    );
  figure('F10', 'p99 over that of as many hits', {
    seen: p99(answers) / p99(hits),
    unit: 'times',
    atMost: 2,
    failAbove: 20,
  });
  await house.ask(question);
  figure('F10', 'fetches when asked again', { seen: house.proxies.articles.received.length - before - 1, atMost: 0 });
});
