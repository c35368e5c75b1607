import { spreadOf } from '../../gateway/measure/statistics.ts';
import { latenciesOf } from '../measure/latencies.ts';
import { dataOf } from '../world/ask-articles.ts';
import type { World } from '../world/start-world.ts';
import { atMostMs, milliseconds, type Section } from './section.ts';

const pageSize = 20;
const pages = [1, 10, 100, 1_000] as const;
const requestsARun = 50;
const query = `query ($filter: ArticleFilter, $orderBy: ArticleOrder, $first: Int!, $after: String) {
  articles(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes { id headline publishedAt } pageInfo { endCursor hasNextPage } } }`;

export interface ListCase {
  readonly title: string;
  readonly filter: object;
  readonly orderBy?: string;
}

interface ListPage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Every filter at several depths, in turns, so that what else the machine does falls on all of them. */
export async function articleLists(world: World, cases: readonly ListCase[], runs: number): Promise<Section> {
  const places = [];
  for (const one of cases) places.push(...(await placesOf(world, one)));
  const times = places.map(() => [] as number[]);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, { filter, orderBy, after }] of places.entries()) {
      for (let request = 0; request < requestsARun; request += 1) {
        const startedAt = performance.now();
        dataOf(await world.ask(query, { filter, orderBy, first: pageSize, after }));
        times[index]?.push(performance.now() - startedAt);
      }
    }
  }
  const measured = places.map((place, index) => ({ ...place, ...latenciesOf(times[index] ?? []) }));
  const cell = (title: string, page: number) => {
    const found = measured.find((one) => one.title === title && one.page === page);
    return found ? `${milliseconds(found.p50Ms)} / **${milliseconds(found.p99Ms)}**` : '–';
  };
  const worst = Math.max(...measured.map(({ p99Ms }) => p99Ms));
  const deep = measured.filter(({ page }) => page === 1_000);
  const growth = deep.map(({ title, p50Ms }) => p50Ms / (measured.find((one) => one.title === title)?.p50Ms ?? p50Ms));
  const flat = spreadOf(growth)?.median;
  return {
    title: `articles(first: ${pageSize}) by filters and depth`,
    about: `p50 / p99 in ms, one request at a time, ${runs * requestsARun} of each in turns. A dash: the filter has fewer pages. Each list was walked once to the depth first: no article came twice, none out of order.`,
    head: ['filter', ...pages.map((page) => `page ${page.toLocaleString('en')}`)],
    rows: cases.map(({ title }) => [title, ...pages.map((page) => cell(title, page))]),
    goals: [
      atMostMs('articles, p99 of the worst cell', 15, worst),
      {
        text: 'page 1,000 beside page 1, median of p50',
        wanted: '≤ 1.5 ×',
        seen: flat === undefined ? 'no list is so long' : `${flat.toFixed(2)} ×`,
        isMet: flat !== undefined && flat <= 1.5,
      },
    ],
  };
}

/** The cursors before the pages that there are. Walks the list and throws where an article comes twice. */
async function placesOf({ ask }: World, { title, filter, orderBy = 'PUBLISHED_AT_DESC' }: ListCase) {
  const places: { title: string; filter: object; orderBy: string; page: number; after: string | null }[] = [];
  const seen = new Set<string>();
  let after: string | null = null;
  const lastPage = pages.at(-1) ?? 1;
  for (let page = 1; page <= lastPage; ) {
    if (pages.some((wanted) => wanted === page)) places.push({ title, filter, orderBy, page, after });
    const next: number = pages.find((wanted) => wanted > page) ?? page + 1;
    const step = Math.min(5, next - page);
    const first = step * pageSize;
    const list = dataOf(await ask(query, { filter, orderBy, first, after }))['articles'] as ListPage;
    for (const { id } of list.nodes) {
      if (seen.has(id)) throw new Error(`${title}: ${id} came twice.`);
      seen.add(id);
    }
    if (!list.pageInfo.hasNextPage) break;
    after = list.pageInfo.endCursor;
    page += step;
  }
  return places;
}
