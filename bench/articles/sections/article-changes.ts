import { spreadOf } from '../../gateway/measure/statistics.ts';
import { dataOf } from '../world/ask-articles.ts';
import type { World } from '../world/start-world.ts';
import { atLeastPerSecond, perSecond, type Section } from './section.ts';

const maxItems = 20_000;
const query = `query ($after: String) { articleChanges(first: 100, after: $after) {
  nodes { cursor kind article { id slug headline } } pageInfo { endCursor hasNextPage } } }`;

interface ChangesPage {
  readonly nodes: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** A partner that reads the feed from its start, a hundred changes at a time, one request after the other. */
export async function articleChanges({ ask }: World, runs: number): Promise<Section> {
  const rates: number[] = [];
  let items = 0;
  for (let run = 0; run < runs; run += 1) {
    const seen = new Set<string>();
    const startedAt = performance.now();
    for (let after: string | null = null; seen.size < maxItems; ) {
      const { nodes, pageInfo } = dataOf(await ask(query, { after }))['articleChanges'] as ChangesPage;
      for (const { cursor } of nodes) seen.add(cursor);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    rates.push((seen.size / (performance.now() - startedAt)) * 1_000);
    if (run > 0 && seen.size !== items) throw new Error('The feed gave another number of changes.');
    items = seen.size;
  }
  const median = spreadOf(rates)?.median ?? Number.NaN;
  return {
    title: 'articleChanges from the start',
    about: `The first ${perSecond(items)} changes with each article's names, 100 a request, one request after the other; no cursor came twice.`,
    head: ['what', 'items a second', 'slowest run'],
    rows: [['**articleChanges**', perSecond(median), perSecond(Math.min(...rates))]],
    goals: [atLeastPerSecond('articleChanges, items', 5_000, median)],
  };
}
