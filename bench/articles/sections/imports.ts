import { generateArticles } from '@dateline/demo-edition/generate';
import { spreadOf } from '../../gateway/measure/statistics.ts';
import { dataOf, editor } from '../world/ask-articles.ts';
import { importInputOf, ninjsOf, parseNinjsText } from '../world/ninjs-items.ts';
import type { World } from '../world/start-world.ts';
import { atLeastPerSecond, perSecond, type Section } from './section.ts';

const itemsARun = 1_000;
const batchSizes = [25, 200] as const;
const concurrency = 2;
const mutation = `mutation ($inputs: [ImportArticleInput!]!) { importArticles(inputs: $inputs) {
  outcome article { id slug } wantedPictures { id } userErrors { code message } } }`;

/** ninjs 2.0 documents, parsed, sent in batches, two of them under way at once, and written. Then the same again. */
export async function imports(world: World, runs: number): Promise<Section> {
  const rows: string[][] = [];
  let best = 0;
  for (const batchSize of batchSizes) {
    const created: number[] = [];
    const unchanged: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const documents = [...generateArticles({ count: itemsARun, seed: 1_000 * batchSize + run })].map(ninjsOf);
      created.push(await rateOf(world, documents, batchSize, 'CREATED'));
      unchanged.push(await rateOf(world, documents, batchSize, 'UNCHANGED'));
    }
    const median = (rates: readonly number[]) => spreadOf(rates)?.median ?? Number.NaN;
    best = Math.max(best, median(created));
    rows.push([
      `${batchSize} a batch`,
      perSecond(median(created)),
      perSecond(Math.min(...created)),
      perSecond(median(unchanged)),
    ]);
  }
  return {
    title: 'importArticles, ninjs items',
    about: `Parse, send over HTTP and write: ${perSecond(itemsARun)} items a run with body, byline, two topics and a section, ${concurrency} batches under way at once. Every outcome was checked.`,
    head: ['batches', 'new items a second', 'slowest run', 'items a second, sent again'],
    rows,
    goals: [atLeastPerSecond('import, new ninjs items', 500, best)],
  };
}

async function rateOf(
  world: World,
  documents: readonly string[],
  batchSize: number,
  expected: string,
): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  const sender = async () => {
    while (next < documents.length) {
      const batch = documents.slice(next, next + batchSize);
      next += batchSize;
      const inputs = batch.map((text) => importInputOf(parseNinjsText(text)));
      const { importArticles } = dataOf(await world.ask(mutation, { inputs }, editor)) as {
        importArticles: readonly { readonly outcome: string | null }[];
      };
      const wrong = importArticles.find(({ outcome }) => outcome !== expected);
      if (wrong || importArticles.length !== batch.length) throw new Error(`Not ${expected}: ${JSON.stringify(wrong)}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
  return (documents.length / (performance.now() - startedAt)) * 1_000;
}
