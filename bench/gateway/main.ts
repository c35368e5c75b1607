// `npm run bench:gateway`: our gateway and its peers side by side, in one run. README.md tells what is measured and how.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HouseBench, startHouseBench } from './house-bench.ts';
import { installPeers } from './install-peers.ts';
import { judge, rowReader } from './measure/goal.ts';
import { measureRows } from './measure/measure-rows.ts';
import { pinMyself } from './measure/pinned-process.ts';
import { type BenchOptions, OptionsFault, parseOptions, usage } from './options.ts';
import { conditions } from './report/conditions.ts';
import { withSection } from './report/results-file.ts';
import { rowTable } from './report/row-table.ts';
import { sectionText } from './report/section-text.ts';
import { articlePage, articlePageReplayed } from './sections/article-page.ts';
import { beforeAndAfter } from './sections/before-and-after.ts';
import { distinct } from './sections/distinct.ts';
import { memory } from './sections/memory.ts';
import { oneConnection } from './sections/one-connection.ts';
import { profile } from './sections/profile.ts';
import type { SectionOutcome, SectionPlan, ShopParts } from './sections/section.ts';
import type { SectionName } from './sections/section-names.ts';
import { slowSubgraphs } from './sections/slow-subgraphs.ts';
import { throughput } from './sections/throughput.ts';
import { type ShopBench, startShopBench } from './shop-bench.ts';

const say = (line: string) => console.log(line);

const shopSections: Partial<Record<SectionName, (parts: ShopParts) => SectionPlan>> = {
  throughput,
  'one-connection': oneConnection,
  distinct,
  'slow-subgraphs': slowSubgraphs,
};

async function runBench(options: BenchOptions): Promise<void> {
  const startedAt = performance.now();
  installPeers(say);
  pinMyself();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    await runShopSections(options, folder);
    await runHouseSections(options, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`The whole bench took ${Math.round((performance.now() - startedAt) / 1_000)} s.`);
}

async function runShopSections(options: BenchOptions, folder: string): Promise<void> {
  const { before } = options;
  const known: typeof shopSections = {
    ...shopSections,
    ...(before === null ? {} : { 'before-and-after': (parts: ShopParts) => beforeAndAfter(parts, before) }),
  };
  const plans = options.sections.flatMap((name) => (known[name] ? [{ name, plan: known[name] }] : []));
  const others = options.sections.flatMap((name) =>
    otherSections[name] ? [{ name, measure: otherSections[name] }] : [],
  );
  if (plans.length + others.length === 0) return;
  await using bench = await startShopBench(folder, say);
  for (const { name, plan } of plans) await runSection(name, plan(bench.parts), { bench, options, folder });
  for (const { name, measure } of others) {
    say(`\n${name}`);
    const startedAt = performance.now();
    const outcome = await measure(bench, options, say);
    writeSection(name, { ...outcome, startedAt }, options);
  }
}

/** Sections that are no rows under load. */
const otherSections: Partial<Record<SectionName, OtherSection>> = { memory, profile };

type OtherSection = (bench: ShopBench, options: BenchOptions, say: (line: string) => void) => Promise<SectionOutcome>;

const houseSections: Partial<Record<SectionName, HouseSection>> = {
  'article-page': { plan: articlePage, before: 'real' },
  'article-page-replayed': { plan: articlePageReplayed, before: 'replayed' },
};

interface HouseSection {
  readonly plan: (bench: HouseBench) => SectionPlan;
  readonly before: 'real' | 'replayed';
}

async function runHouseSections(options: BenchOptions, folder: string): Promise<void> {
  const wanted = options.sections.flatMap((name) => (houseSections[name] ? [{ name, ...houseSections[name] }] : []));
  if (wanted.length === 0) return;
  await using house = await startHouseBench(folder, say);
  for (const { name, plan, before } of wanted)
    await runSection(name, plan(house), { bench: house[before], options, folder });
}

interface SectionRun {
  readonly bench: Pick<ShopBench, 'fleet' | 'backend'>;
  readonly options: BenchOptions;
  readonly folder: string;
}

async function runSection(name: SectionName, plan: SectionPlan, { bench, options, folder }: SectionRun): Promise<void> {
  say(`\n${plan.title}`);
  const startedAt = performance.now();
  const wanted = plan.rows.filter(({ contender }) => options.rows.length === 0 || options.rows.includes(contender.id));
  const { fleet, backend } = bench;
  const rows = await measureRows(wanted, { ...options, fleet, backend, folder, say });
  const reader = rowReader(rows);
  const goals = plan.goals.map((goal) => judge(goal, reader));
  writeSection(name, { title: plan.title, intro: plan.intro, table: rowTable(rows), goals, startedAt }, options);
}

type Timed = SectionOutcome & { readonly startedAt: number };

function writeSection(section: SectionName, { startedAt, ...outcome }: Timed, options: BenchOptions): void {
  const tookSeconds = (performance.now() - startedAt) / 1_000;
  const text = sectionText({ ...outcome, conditions: conditions(options, new Date()), tookSeconds });
  say(`\n${text}`);
  const { out } = options;
  if (out === null) return;
  const before = existsSync(out) ? readFileSync(out, 'utf8') : '# Results of the benches\n';
  writeFileSync(out, withSection(before, section, text));
}

try {
  await runBench(parseOptions(process.argv.slice(2), join(import.meta.dirname, '../RESULTS.md')));
} catch (error) {
  console.error(error instanceof OptionsFault ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 1;
}
