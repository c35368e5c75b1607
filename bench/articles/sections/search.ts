import { latenciesOf } from '../measure/latencies.ts';
import { dataOf } from '../world/ask-articles.ts';
import type { World } from '../world/start-world.ts';
import { atMostMs, milliseconds, type Section } from './section.ts';

const requestsARun = 30;
/** Of each text, not counted: connections open, dictionaries are read, code is compiled. */
const warmUpRequests = 10;
const query = `query ($text: String!, $after: String) { searchArticles(text: $text, first: 20, after: $after) {
  nodes { id headline } pageInfo { endCursor } } }`;

/** Common words, rare ones, phrases, alternatives, prefixes and typing errors, in the corpus's own languages. */
export async function search({ ask, wordsOf }: World, runs: number): Promise<Section> {
  const [first = 'storm', second = 'harbour', third = 'council'] = await wordsOf('en');
  const [hebrew = 'ים'] = await wordsOf('he');
  const [arabic = 'بحر'] = await wordsOf('ar');
  const texts = [
    first,
    `${first} ${second}`,
    `"${first}"`,
    `${second} OR ${third}`,
    `${first} -${third}`,
    `${second.slice(0, 4)}*`,
    `${second.slice(0, -2)}${second.slice(-1)}${second.slice(-2, -1)}`,
    'zyxwvutsrq',
    hebrew,
    arabic,
  ];
  for (const text of texts) {
    for (let request = 0; request < warmUpRequests; request += 1) await ask(query, { text });
  }
  const times = texts.map(() => [] as number[]);
  const found = texts.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, text] of texts.entries()) {
      for (let request = 0; request < requestsARun; request += 1) {
        const startedAt = performance.now();
        const { nodes } = dataOf(await ask(query, { text }))['searchArticles'] as { nodes: readonly object[] };
        times[index]?.push(performance.now() - startedAt);
        found[index] = nodes.length;
      }
    }
  }
  const measured = texts.map((text, index) => ({ text, found: found[index] ?? 0, ...latenciesOf(times[index] ?? []) }));
  return {
    title: 'searchArticles(first: 20)',
    about: `One request at a time, ${runs * requestsARun} of each text in turns, after ${warmUpRequests} that are not counted.`,
    head: ['text', 'p50 ms', 'p99 ms', 'found on the page'],
    rows: measured.map(({ text, p50Ms, p99Ms, found: count }) => [
      text,
      milliseconds(p50Ms),
      milliseconds(p99Ms),
      String(count),
    ]),
    goals: [atMostMs('search, p99 of the worst text', 40, Math.max(...measured.map(({ p99Ms }) => p99Ms)))],
  };
}
