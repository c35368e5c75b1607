import postgres from 'postgres';
import { spreadOf } from '../../gateway/measure/statistics.ts';
import { type Latencies, latenciesOf } from '../measure/latencies.ts';
import { openLoop } from '../measure/open-loop.ts';
import { dataOf } from '../world/ask-articles.ts';
import type { World } from '../world/start-world.ts';
import { atMostMs, milliseconds, type Section } from './section.ts';

const ratePerSecond = 200;
const seconds = 10;
const query = `query ($id: ID!) { article(id: $id) { id slug canonicalUrl headline standfirst bodyHtml wordCount
  firstPublishedLine publishedAt urgency } }`;

/** One article at 200 requests a second, ids at random, beside a bare select of the same rows by the same driver. */
export async function articleById({ ask, databaseUrl }: World, runs: number): Promise<Section> {
  const sql = postgres(databaseUrl, { max: 10, onnotice: () => {} });
  try {
    const rows = await sql<{ id: string; headline: string }[]>`
      select id, headline from articles.articles where status = 'PUBLISHED' order by md5(id::text) limit 2000`;
    const row = (index: number) => rows[index % rows.length] ?? { id: '', headline: '' };
    const ours = async (index: number) => {
      const { id, headline } = row(index);
      const { article } = dataOf(await ask(query, { id })) as { article: { headline: string } | null };
      if (article?.headline !== headline) throw new Error(`Article ${id} was answered wrong.`);
    };
    const bare = async (index: number) => {
      const [found] = await sql`select * from articles.articles where id = ${row(index).id}`;
      if (found?.['headline'] !== row(index).headline) throw new Error('The select answered wrong.');
    };
    const samples: Record<'ours' | 'bare', Latencies[]> = { ours: [], bare: [] };
    await openLoop({ ratePerSecond, seconds: 10 }, ours);
    await openLoop({ ratePerSecond, seconds: 3 }, bare);
    for (let run = 0; run < runs; run += 1) {
      samples.bare.push(latenciesOf(await openLoop({ ratePerSecond, seconds }, bare)));
      samples.ours.push(latenciesOf(await openLoop({ ratePerSecond, seconds }, ours)));
    }
    const median = (all: readonly Latencies[], pick: (one: Latencies) => number) =>
      spreadOf(all.map(pick))?.median ?? NaN;
    const line = (title: string, all: readonly Latencies[]) => [
      title,
      milliseconds(median(all, ({ p50Ms }) => p50Ms)),
      milliseconds(median(all, ({ p99Ms }) => p99Ms)),
      milliseconds(Math.max(...all.map(({ maxMs }) => maxMs))),
      String(all.reduce((sum, { count }) => sum + count, 0)),
    ];
    return {
      title: `article(id) at ${ratePerSecond} requests a second`,
      about: `Open loop: each request is measured from the time it was due. ${rows.length} articles at random, the story whole as HTML; over HTTP, signed as the gateway signs.`,
      head: ['what', 'p50 ms', 'p99 ms', 'max ms', 'answers checked'],
      rows: [
        line('**article(id)**, over HTTP', samples.ours),
        line('yardstick: a bare select of the row', samples.bare),
      ],
      goals: [
        atMostMs(
          'article(id), p99',
          5,
          median(samples.ours, ({ p99Ms }) => p99Ms),
        ),
      ],
    };
  } finally {
    await sql.end();
  }
}
