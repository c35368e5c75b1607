import { editor } from '@dateline/testing/viewers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

let articles: ArticlesUnderTest;
beforeAll(async () => {
  articles = await startArticles();
});
afterAll(() => articles[Symbol.asyncDispose]());

const document = `mutation ($inputs: [ImportArticleInput!]!) {
  importArticles(inputs: $inputs) { outcome userErrors { code } article { id headline status bodyText topics { slug } } } }`;

/** What readers can tell of an item in the end, whether it stands, waits, or is dead. */
interface End {
  readonly headline: string;
  readonly status: string;
  readonly bodyText: string;
  readonly topics: readonly string[];
}

let runs = 0;

/** Sends the versions of some items in batches, all under new names, and answers the end of each item. */
async function endOf(batches: readonly (readonly Version[])[]): Promise<Map<string, End | 'dead'>> {
  runs += 1;
  const ends = new Map<string, End | 'dead'>();
  for (const batch of batches) {
    const inputs = batch.map((version) => inputOf(version, runs));
    const { data, errors } = await articles.graph(document, { inputs }, editor);
    expect(errors).toBeUndefined();
    for (const [index, { article, outcome }] of data.importArticles.entries()) {
      const item = batch[index]?.item ?? '';
      const isDead = outcome === 'DEAD' || article.status === 'WITHDRAWN';
      const topics = article?.topics.map(({ slug }: { slug: string }) => slug);
      ends.set(item, isDead ? 'dead' : { ...article, topics, id: undefined });
    }
  }
  return ends;
}

interface Version {
  readonly item: string;
  readonly version: number;
  readonly pubStatus: 'USABLE' | 'WITHHELD' | 'CANCELED';
  readonly topic: string;
}

function inputOf({ item, version, pubStatus, topic }: Version, run: number) {
  return {
    source: `Run ${run}`,
    sourceId: item,
    format: 'ninjs',
    language: 'en',
    headline: `${item}, version ${version}`,
    body: [{ paragraph: { html: `Version ${version}` } }],
    topics: [{ title: topic }],
    version: String(version),
    pubStatus,
  };
}

const version = fc.record({
  item: fc.constantFrom('a', 'b', 'c'),
  version: fc.integer({ min: 1, max: 5 }),
  pubStatus: fc.constantFrom(...(['USABLE', 'USABLE', 'USABLE', 'WITHHELD', 'CANCELED'] as const)),
  topic: fc.constantFrom('Wind', 'Rain'),
});

/** Distinct versions of three items; the same in any order, some of them twice, cut into batches anywhere. */
const delivery = fc
  .uniqueArray(version, { minLength: 1, maxLength: 10, selector: (one) => `${one.item} ${one.version}` })
  .chain((versions) =>
    fc.record({
      inOrder: fc.constant(versions.toSorted((a, b) => a.version - b.version)),
      shuffled: fc
        .array(fc.constantFrom(...versions), { maxLength: 4 })
        .chain((again) => fc.shuffledSubarray([...versions, ...again], { minLength: versions.length + again.length })),
      cuts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 14, maxLength: 14 }),
    }),
  );

function cut(versions: readonly Version[], sizes: readonly number[]): Version[][] {
  const batches: Version[][] = [];
  let from = 0;
  for (const size of sizes) {
    if (from < versions.length) batches.push(versions.slice(from, from + size));
    from += size;
  }
  return batches;
}

it('ends in the same state whatever the order, the repetitions and the batches in which versions come', async () => {
  await fc.assert(
    fc.asyncProperty(delivery, async ({ inOrder, shuffled, cuts }) => {
      const expected = await endOf(inOrder.map((one) => [one]));
      expect(await endOf(cut(shuffled, cuts))).toEqual(new Map([...expected].toSorted(by(shuffled))));
    }),
    { numRuns: process.env['LONG'] ? 500 : 15 },
  );
}, 300_000);

/** A Map compares by its entries, whatever their order; only their reading is helped by the same one. */
function by(versions: readonly Version[]) {
  const place = (item: string) => versions.findIndex((one) => one.item === item);
  return ([a]: [string, unknown], [b]: [string, unknown]) => place(a) - place(b);
}
