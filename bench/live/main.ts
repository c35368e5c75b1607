// `npm run bench:live`: ten thousand idle subscribers before one process, and one event to all. README.md tells what is measured.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from '@dateline/scripts/ports';
import { untilAnswers } from '../gateway/measure/contender-process.ts';
import { pinMyself } from '../gateway/measure/pinned-process.ts';
import { markdownTable } from '../gateway/report/markdown-table.ts';
import { withSection } from '../gateway/report/results-file.ts';
import { contenders } from './contenders.ts';
import { type LiveSample, type LiveWorld, measureRow } from './measure-row.ts';
import { type LiveOptions, OptionsFault, parseOptions, usage } from './options.ts';
import { liveConditions } from './report/live-conditions.ts';
import { type LiveRow, liveGoals, liveTable } from './report/live-table.ts';
import { startSubgraph } from './start-subgraph.ts';
import { storiesSupergraph } from './world/stories-supergraph.ts';

const say = (line: string) => console.log(line);

async function runBench(options: LiveOptions): Promise<void> {
  const startedAt = performance.now();
  pinMyself();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-live-'));
  const { articles: port } = await findFreePorts();
  const subgraph = startSubgraph(port, folder);
  try {
    await untilAnswers(subgraph, '{"query":"{ ready }"}', (answer) => JSON.stringify(answer).includes('true'));
    const supergraphFile = join(folder, 'supergraph.graphql');
    writeFileSync(supergraphFile, storiesSupergraph(subgraph.url));
    const world = { folder, supergraphFile, subgraphOrigin: new URL(subgraph.url).origin };
    const rows = await measureRows(options, world);
    write(rows, options, (performance.now() - startedAt) / 1_000);
  } finally {
    await subgraph.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In turns, so that what else the machine does falls on all of them. */
async function measureRows(options: LiveOptions, world: LiveWorld): Promise<LiveRow[]> {
  const wanted = contenders.filter(({ id }) => options.rows.length === 0 || options.rows.includes(id));
  const rows = wanted.map(({ id, title }) => ({ id, title, samples: [] as LiveSample[], faults: [] as string[] }));
  for (let run = 1; run <= options.runs; run++) {
    for (const [index, contender] of wanted.entries()) {
      say(`${contender.id}, run ${run} of ${options.runs}`);
      try {
        const sample = await measureRow(contender, world, options);
        rows[index]?.samples.push(sample);
        say(`  ${JSON.stringify(sample)}`);
      } catch (error) {
        rows[index]?.faults.push(String(error));
        say(`  ${String(error)}`);
      }
    }
  }
  return rows;
}

function write(rows: readonly LiveRow[], options: LiveOptions, tookSeconds: number): void {
  const goals = liveGoals(rows).map(({ text, wanted, seen, verdict }) => [text, wanted, seen, verdict]);
  const text = [
    `## ${options.connections.toLocaleString('en')} idle subscribers before one process`,
    'Each has a connection of its own and the same subscription. Then one event after the other is told to all. Of several runs the median stands first, the worst in brackets; of a run its worst event.',
    liveConditions(options, new Date(), tookSeconds),
    liveTable(rows, options.connections),
    markdownTable(['goal, in every run', 'wanted', 'worst seen', ''], goals),
  ].join('\n\n');
  say(`\n${text}`);
  const { out } = options;
  if (out === null) return;
  const before = existsSync(out) ? readFileSync(out, 'utf8') : '# Results of the benches\n';
  writeFileSync(out, withSection(before, 'subscribers', text, 'bench:live'));
}

try {
  await runBench(parseOptions(process.argv.slice(2), join(import.meta.dirname, '../RESULTS.md')));
} catch (error) {
  console.error(error instanceof OptionsFault ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 1;
}
