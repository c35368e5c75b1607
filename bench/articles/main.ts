// `npm run bench:articles`: the articles service before an embedded Postgres with a hundred thousand articles. README.md tells what is measured.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { machineLines } from '../gateway/report/conditions.ts';
import { markdownTable } from '../gateway/report/markdown-table.ts';
import { withSection } from '../gateway/report/results-file.ts';
import { type ArticlesOptions, OptionsFault, parseOptions, type SectionName, usage } from './options.ts';
import { articleById } from './sections/article-by-id.ts';
import { articleChanges } from './sections/article-changes.ts';
import { articleLists } from './sections/article-lists.ts';
import { imports } from './sections/imports.ts';
import { listCases } from './sections/list-cases.ts';
import { search } from './sections/search.ts';
import type { Section } from './sections/section.ts';
import { startWorld, type World } from './world/start-world.ts';
import { writePlans } from './world/write-plans.ts';

const say = (line: string) => console.log(line);

/** Imports last: they add articles to the corpus. */
const measures: Readonly<Record<SectionName, (world: World, runs: number) => Promise<Section>>> = {
  article: articleById,
  lists: async (world, runs) => articleLists(world, await listCases(world), runs),
  search,
  changes: articleChanges,
  import: imports,
};

async function runBench(options: ArticlesOptions): Promise<void> {
  say(`making a corpus of ${options.articles.toLocaleString('en')} articles`);
  await using world = await startWorld(options.articles);
  for (const name of options.sections) {
    const startedAt = performance.now();
    say(`measuring: ${name}`);
    const section = await measures[name](world, options.runs);
    write(name, section, options, (performance.now() - startedAt) / 1_000);
  }
  if (options.out !== null) await writePlans(world, join(import.meta.dirname, 'plans'));
}

function write(name: SectionName, section: Section, options: ArticlesOptions, tookSeconds: number): void {
  const goals = section.goals.map(({ text, wanted, seen, isMet }) => [text, wanted, seen, isMet ? 'met' : 'NOT met']);
  const [when = ''] = machineLines(new Date());
  const text = [
    `## ${section.title}, ${options.articles.toLocaleString('en')} articles`,
    section.about,
    [
      when,
      `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB; service, load and Postgres share them. Node ${process.versions.node}. ${options.runs} runs in turns. The section took ${Math.round(tookSeconds)} s.`,
    ].join('\n'),
    markdownTable(section.head, section.rows),
    markdownTable(['goal', 'wanted', 'seen', ''], goals),
  ].join('\n\n');
  say(`\n${text}\n`);
  const { out } = options;
  if (out === null) return;
  const before = existsSync(out) ? readFileSync(out, 'utf8') : '# Results of the benches\n';
  writeFileSync(out, withSection(before, name, text, 'bench:articles'));
}

try {
  await runBench(parseOptions(process.argv.slice(2), join(import.meta.dirname, '../RESULTS.md')));
} catch (error) {
  console.error(error instanceof OptionsFault ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 1;
}
