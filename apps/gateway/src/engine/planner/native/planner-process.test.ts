import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { bomb, supergraphSdl as supergraph } from '../../../../test/native-planner/bomb.ts';
import { maxUnderWay, maxWaiting } from './plan-jobs.ts';
import {
  createPlannerProcess,
  type OpenGraph,
  type PlannerProcess,
  type PlannerProcessOptions,
} from './planner-process.ts';
import { maxDeaths } from './restart-rule.ts';

const obedient = new URL('../../../../test/native-planner/obedient-main.ts', import.meta.url);
const slowStart = new URL('../../../../test/native-planner/slow-start-main.ts', import.meta.url);
const unfit = new URL('../../../../test/native-planner/unfit-main.ts', import.meta.url);
const parentMain = new URL('../../../../test/native-planner/parent-main.ts', import.meta.url);

describe('a planner in a process of its own', () => {
  const running: PlannerProcess[] = [];
  const log: Record<string, unknown>[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((native) => native.close()));
    log.length = 0;
  });

  const start = (options: Partial<PlannerProcessOptions> = {}) => {
    const write = (line: unknown) => void log.push(line as Record<string, unknown>);
    const native = createPlannerProcess({ logger: { warn: write, error: write }, timeoutMs: 10_000, ...options });
    running.push(native);
    return native;
  };
  let asked = 0;
  /** The process that planned it, or why there is no plan. The operation's name says what is to become of it. */
  const ask = async (graph: OpenGraph, operationName: string | null = null, document = `{ a${asked++}: a }`) => {
    try {
      const node = await graph.plan({ document, operationName, labels: [], percentage: 0 });
      return node?.kind === 'Fetch' && node.operation === document ? node.serviceName : 'another plan';
    } catch (error) {
      return String(error instanceof Error ? error.message : error);
    }
  };

  it('plans, off this process, and refuses in the words of the planner', async () => {
    const graph = start().open(supergraph);
    const question = { operationName: null, labels: [], percentage: 0 };
    const node = await graph.plan({ ...question, document: '{ article(id: "a") { headline } }' });
    expect(node).toMatchObject({ kind: 'Fetch', serviceName: 'articles' });
    await expect(graph.plan({ ...question, document: '{ nothing }' })).rejects.toThrow(/nothing/);
  });

  it('holds no memory when nothing is asked of it, and is there again at the next question', async () => {
    const native = start({ idleMs: 50 });
    const graph = native.open(supergraph);
    const question = { document: '{ article(id: "a") { headline } }', operationName: null, labels: [], percentage: 0 };
    const planned = await graph.plan(question);
    await expect.poll(() => native.pid).toBeUndefined();
    expect(await graph.plan(question)).toEqual(planned);
    await expect.poll(() => native.pid).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('says of what is no supergraph that it cannot be read, and plans over others', async () => {
    const native = start();
    expect(await ask(native.open('type Broken {'))).toMatch(/^the supergraph cannot be read/);
    const fine = native.open(supergraph);
    const document = '{ article(id: "a") { headline } }';
    expect(await fine.plan({ document, operationName: null, labels: [], percentage: 0 })).toMatchObject({
      kind: 'Fetch',
    });
  });

  it('refuses the operation that it died of, answers the next, and never gives it that document again', async () => {
    const native = start({ program: obedient });
    const graph = native.open('');
    expect(await ask(graph, 'die', '{ deadly }')).toBe('PLANNER_DIED');
    const heir = await ask(graph);
    expect(heir).toBe(String(native.pid));
    expect(await ask(graph, 'die', '{ deadly }')).toBe('PLANNER_DIED');
    expect(await ask(native.open('another graph'), 'die', '{ deadly }')).toBe('PLANNER_DIED');
    expect(await ask(graph)).toBe(heir);
    expect(log).toMatchObject([{ signal: 'SIGABRT', operations: ['die'], said: 'panicked on purpose' }]);
  });

  it('finds the one of several that it died of, and gives the others their plans', async () => {
    const graph = start({ program: obedient }).open('');
    const answers = await Promise.all([
      ask(graph, 'slow'),
      ask(graph, 'die'),
      ...Array.from({ length: 5 }, () => ask(graph)),
    ]);
    expect(answers[1]).toBe('PLANNER_DIED');
    expect(answers.filter((answer) => !/^\d+$/.test(answer))).toHaveLength(1);
    // Once with another one under way, and once alone.
    expect(log).toHaveLength(2);
    expect(log[0]).toMatchObject({ operations: [] });
    expect(log[1]).toMatchObject({ operations: ['die'] });
  });

  it('kills who takes too long; who was under way with it loses nothing', async () => {
    const graph = start({ program: obedient, timeoutMs: 2_000 }).open('');
    expect(await ask(graph)).toMatch(/^\d+$/);
    const hung = ask(graph, 'hang');
    const others = await Promise.all(Array.from({ length: 4 }, () => ask(graph, 'slow')));
    expect(await hung).toBe('PLANNER_TOO_LATE');
    expect(others.filter((answer) => !/^\d+$/.test(answer))).toEqual([]);
    expect(log).toMatchObject([{ signal: 'SIGKILL', operations: ['hang'] }]);
  });

  it('blames no operation for a slow start: it may come again', async () => {
    const native = start({ program: slowStart, timeoutMs: 1_500 });
    const graph = native.open('');
    const { pid } = native;
    expect(await ask(graph, null, '{ early }')).toBe('PLANNER_TOO_LATE');
    await expect.poll(() => ask(graph, null, '{ early }'), { timeout: 15_000 }).toBe(String(pid));
    expect(log).toEqual([]);
  });

  it('is started again when it is never ready', async () => {
    const native = start({ program: slowStart, startMs: 200 });
    native.open('');
    await expect.poll(() => log.length).toBeGreaterThan(1);
    expect(log[0]).toMatchObject({ signal: 'SIGKILL', operations: [] });
  });

  it('ends a bomb at the deadline', async () => {
    const graph = start({ timeoutMs: 500, maxRssBytes: 8 * 2 ** 30 }).open(supergraph);
    // Starting it may take longer than that.
    await expect.poll(() => ask(graph, null, '{ article(id: "a") { id } }'), { timeout: 15_000 }).toBe('another plan');
    const before = performance.now();
    expect(await ask(graph, null, bomb)).toBe('PLANNER_TOO_LATE');
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(await ask(graph, null, bomb)).toBe('PLANNER_DIED');
  });

  it('ends itself at the memory that it may have, long before the deadline', async () => {
    const native = start({ timeoutMs: 60_000, maxRssBytes: 150 * 2 ** 20 });
    expect(await ask(native.open(supergraph), null, bomb)).toBe('PLANNER_DIED');
    expect(log).toMatchObject([{ signal: 'SIGKILL' }]);
  });

  it('ends with who started it, also in the middle of a plan, and however that one ends', async () => {
    const parent = spawn(process.execPath, [fileURLToPath(parentMain)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [pid] = await once(parent.stdout, 'data');
    expect(() => process.kill(Number(pid), 0)).not.toThrow();
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(Number(pid)), { timeout: 5_000 }).toBe(false);
  });

  it('starts again when it is killed from outside', async () => {
    const native = start({ program: obedient });
    const graph = native.open('');
    const before = await ask(graph);
    process.kill(Number(before), 'SIGKILL');
    await expect.poll(() => log.length).toBe(1);
    const after = await ask(graph);
    expect(after).toMatch(/^\d+$/);
    expect(after).not.toBe(before);
  });

  it('lets so many wait and no more', async () => {
    const graph = start({ program: obedient }).open('');
    // Until it is ready all of them wait.
    await ask(graph);
    const all = Array.from({ length: maxUnderWay + maxWaiting }, () => ask(graph));
    expect(await ask(graph)).toBe('PLANNER_BUSY');
    const answers = await Promise.all(all);
    expect(answers.filter((answer) => !/^\d+$/.test(answer))).toEqual([]);
  });

  it('is left alone for a while when it dies too often', async () => {
    const graph = start({ program: obedient }).open('');
    for (let death = 1; death <= maxDeaths; death++) expect(await ask(graph, 'die')).toBe('PLANNER_DIED');
    expect(await ask(graph)).toMatch(/^\d+$/);
    expect(await ask(graph, 'die')).toBe('PLANNER_DIED');
    expect(await ask(graph)).toBe('PLANNER_RESTS');
  });

  it('is one process for all graphs, also after many swaps', async () => {
    const native = start();
    const document = '{ article(id: "a") { headline } }';
    const pids = new Set<number | undefined>();
    const graphs = Array.from({ length: 10 }, (_, swap) => native.open(`${supergraph}\n# ${swap}`));
    for (const graph of [...graphs, ...graphs]) {
      expect(await graph.plan({ document, operationName: null, labels: [], percentage: 0 })).toMatchObject({
        kind: 'Fetch',
      });
      pids.add(native.pid);
    }
    expect([pids.size, log]).toEqual([1, []]);
  });

  it.runIf(process.platform === 'linux')('keeps nothing of graphs that were swapped away', async () => {
    const native = start();
    const residentBytes = () => Number(readFileSync(`/proc/${native.pid}/statm`, 'utf8').split(' ')[1]) * 4_096;
    const swap = (number: number) =>
      ask(native.open(`${supergraph}\n# ${number}`), null, '{ article(id: "a") { id } }');
    for (let number = 0; number < 10; number++) await swap(number);
    const before = residentBytes();
    for (let number = 0; number < 100; number++) await swap(number);
    // A graph takes 1 MB: all of them would take 100.
    expect(residentBytes() - before).toBeLessThan(25 * 2 ** 20);
  });

  it('is gone when it is closed, and refuses what waited', async () => {
    const native = start({ program: obedient });
    const graph = native.open('');
    const pid = Number(await ask(graph));
    const hung = ask(graph, 'hang');
    await native.close();
    expect(await hung).toBe('PLANNER_CLOSED');
    expect(await ask(graph)).toBe('PLANNER_CLOSED');
    expect(isAlive(pid)).toBe(false);
    expect(log).toEqual([]);
  });

  it('gives everything to others where there is no program for this machine', async () => {
    const graph = start({ program: unfit }).open('');
    expect(await ask(graph)).toBe('PLANNER_UNFIT');
    expect(await ask(graph)).toBe('PLANNER_UNFIT');
    expect(log).toMatchObject([{ why: 'no native binding' }]);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
