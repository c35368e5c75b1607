import { checkAnswers } from '../load/check-answers.ts';
import { runLoad } from '../load/run-load.ts';
import type { BenchOptions } from '../options.ts';
import type { ContenderProcess } from './contender-process.ts';
import type { Fleet } from './fleet.ts';
import { treeCpuMs, treeResidentMegabytes } from './process-tree.ts';
import type { RowPlan, RowResult, Sample } from './row.ts';

/** The subgraphs behind a table's rows. */
export interface Backend {
  /** Changes how they answer, and begins to count anew. */
  readonly set: (settings: RowPlan['subgraphs']) => Promise<void>;
  /** Since then; null when nobody counts. */
  readonly calls: () => Promise<number | null>;
  /** Their processes, and those behind them. */
  readonly pids: () => readonly number[];
}

export interface MeasureOptions extends Pick<BenchOptions, 'runs' | 'seconds' | 'warmUpSeconds'> {
  readonly fleet: Fleet;
  readonly backend: Backend;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Before every run, so that code and connections are warm again after the others' turns. */
const wakeUpSeconds = 0.5;

/**
 * Measures all rows, each as often as told: first every row once, then every row again, so that what changes on the machine
 * meanwhile hits all of them. A row that fails keeps its place with what went wrong.
 */
export async function measureRows(plans: readonly RowPlan[], options: MeasureOptions): Promise<RowResult[]> {
  const rows = plans.map((plan) => ({ plan, samples: [] as Sample[], faults: [] as string[] }));
  for (let run = 0; run <= options.runs; run++) {
    for (const row of rows) {
      if (row.faults.length > 0 && row.samples.length === 0) continue;
      try {
        if (run === 0) await warmUp(row.plan, options);
        else row.samples.push(await measureOnce(row.plan, options, row.faults));
      } catch (error) {
        row.faults.push(error instanceof Error ? error.message : String(error));
        options.say(`  ${row.plan.contender.id}: ${row.faults.at(-1)}`);
      }
      options.fleet.leave(row.plan.contender);
    }
  }
  return rows.map(({ plan, samples, faults }) => ({
    id: plan.contender.id,
    title: plan.contender.title,
    samples,
    faults,
  }));
}

async function warmUp(plan: RowPlan, options: MeasureOptions): Promise<void> {
  const { operation, connections, contender, subgraphs } = plan;
  await options.backend.set(subgraphs);
  const { url } = await options.fleet.take(contender, operation);
  const { wrong, checked, firstFault } = await checkAnswers({
    url,
    operation,
    connections,
    seconds: options.warmUpSeconds,
    minAnswers: 2 * connections,
  });
  if (wrong > 0) throw new Error(`${wrong} of ${checked} answers of the warm-up are wrong: ${firstFault}`);
  options.say(`  ${contender.id}: ${checked} right answers`);
}

async function measureOnce(plan: RowPlan, options: MeasureOptions, faults: string[]): Promise<Sample> {
  const { operation, connections, contender } = plan;
  const { fleet, backend, folder, seconds } = options;
  await backend.set(plan.subgraphs);
  const running = await fleet.take(contender, operation);
  const answers = await checkAnswers({
    url: running.url,
    operation,
    connections,
    seconds: wakeUpSeconds,
    minAnswers: connections,
  });
  if (answers.firstFault) faults.push(`A wrong answer: ${answers.firstFault}`);
  await backend.set(plan.subgraphs);

  const before = useOf(running, backend);
  const load = await runLoad({ url: running.url, operation, connections, seconds, folder });
  const after = useOf(running, backend);
  const calls = await backend.calls();

  const per = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from);
  const cpu = per(before.cpu, after.cpu);
  const subgraphCpu = per(before.subgraphCpu, after.subgraphCpu);
  const share = (value: number | null) => (value === null ? null : value / load.requests);
  const bad = answers.wrong + load.badStatus + load.socketErrors;
  if (load.badStatus + load.socketErrors > 0) {
    faults.push(`${load.badStatus} answers were no success, ${load.socketErrors} connections failed.`);
  }
  if (load.bytes < load.requests * answers.bytes) faults.push('Answers of the run were shorter than the right one.');
  const sample: Sample = {
    requestsPerSecond: load.requests / (load.durationUs / 1e6),
    p50Ms: load.p50Us / 1_000,
    p99Ms: load.p99Us / 1_000,
    cpuMsPerRequest: share(cpu),
    cpuPercent: cpu === null ? null : (cpu / (load.durationUs / 1_000)) * 100,
    residentMegabytes: treeResidentMegabytes(running.pid),
    callsPerRequest: share(calls),
    subgraphCpuMsPerRequest: share(subgraphCpu),
    checked: answers.checked,
    bad,
  };
  options.say(`  ${contender.id}: ${sample.requestsPerSecond.toFixed(0)} rps, p99 ${sample.p99Ms.toFixed(1)} ms`);
  return sample;
}

function useOf({ pid }: ContenderProcess, backend: Backend) {
  return { cpu: treeCpuMs([pid]), subgraphCpu: treeCpuMs(backend.pids()) };
}
