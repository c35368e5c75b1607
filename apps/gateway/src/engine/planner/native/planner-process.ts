import type { Logger } from '@dateline/service-kit/logger';
import type { PlanNode } from '@graphql-hive/router-query-planner';
import { createDeadlyDocuments } from './deadly-documents.ts';
import { createLoadedGraphs, type NativeGraph } from './loaded-graphs.ts';
import type { FromPlannerProcess, PlanQuestion } from './messages.ts';
import { createPlanJobs, maxUnderWay } from './plan-jobs.ts';
import { type PlannerChild, type PlannerDeath, startPlannerChild } from './planner-child.ts';
import { PlannerRefusal } from './planner-refusal.ts';
import { createRestartRule } from './restart-rule.ts';

export interface PlannerProcessOptions {
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  /** For each operation, to get its turn and then again to be planned. Who is late with the latter is killed. */
  readonly timeoutMs?: number;
  readonly maxRssBytes?: number;
  readonly maxHeapMegabytes?: number;
  readonly maxUnderWay?: number;
  /** To be ready for the first question; else it is started anew. No operation is blamed for a slow start. */
  readonly startMs?: number;
  /** Without a question for so long it ends, for it holds memory; the next question starts it again. */
  readonly idleMs?: number;
  /** What plans; tests have others that die and hang at will. */
  readonly program?: URL;
}

/** A planner in a process of its own, which may die. One serves every graph. `Node` is the form of its plans. */
export interface PlannerProcess<Node = PlanNode> {
  /** A graph to plan over. The process is started with the first one; nothing waits for it. */
  open(sdl: string): OpenGraph<Node>;
  /** Of the process that runs now, if one does. */
  readonly pid: number | undefined;
  /** Ends it; what waits is refused. Resolves when it is gone. */
  close(): Promise<void>;
}

export interface OpenGraph<Node = PlanNode> {
  /** Null: nothing needs to be fetched. Rejects with a PlannerRefusal, or an Error in the planner's own words. */
  plan(question: PlanQuestion): Promise<Node | null>;
}

const defaults = {
  timeoutMs: 2_000,
  maxRssBytes: 512 * 2 ** 20,
  maxHeapMegabytes: 64,
  maxUnderWay,
  startMs: 30_000,
  idleMs: 15_000,
  program: new URL('./hive-main.ts', import.meta.url),
};

type State = 'new' | 'runs' | 'sleeps' | 'restarts' | 'rests' | 'unfit' | 'closed';

export function createPlannerProcess<Node = PlanNode>({
  logger,
  ...options
}: PlannerProcessOptions): PlannerProcess<Node> {
  const { timeoutMs, maxRssBytes, maxHeapMegabytes, startMs, idleMs, program, maxUnderWay } = {
    ...defaults,
    ...options,
  };
  const restarts = createRestartRule();
  const deadly = createDeadlyDocuments();
  const loaded = createLoadedGraphs();
  const jobs = createPlanJobs({ timeoutMs, maxUnderWay, onLate: () => child?.kill() });
  const gone = Promise.withResolvers<void>();
  let state: State = 'new';
  let child: PlannerChild | null = null;
  let isReady = false;
  let starting: NodeJS.Timeout | undefined;
  let restart: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let graphs = 0;

  return {
    open(sdl) {
      const graph = { id: ++graphs, sdl };
      if (state === 'new' || state === 'sleeps') start();
      if (child) loaded.use(graph, child);
      return { plan: (question) => plan(graph, question) };
    },
    get pid() {
      return child?.pid;
    },
    async close() {
      state = 'closed';
      clearTimeout(restart);
      clearTimeout(idle);
      jobs.refuseAll('PLANNER_CLOSED');
      if (child) child.kill();
      else gone.resolve();
      await gone.promise;
    },
  };

  async function plan(graph: NativeGraph, question: PlanQuestion): Promise<Node | null> {
    if (state === 'rests') throw new PlannerRefusal('PLANNER_RESTS');
    if (state === 'unfit') throw new PlannerRefusal('PLANNER_UNFIT');
    if (state === 'closed') throw new PlannerRefusal('PLANNER_CLOSED');
    if (deadly.has(question)) throw new PlannerRefusal('PLANNER_DIED');
    const planned = jobs.add(graph, question);
    if (state === 'sleeps') start();
    else turn();
    // Of the form that its program writes.
    return (await planned) as Node | null;
  }

  /** Hands on what may go to the process now. */
  function turn(): void {
    if (!child || !isReady) return;
    for (const { id, graph, question } of jobs.take()) {
      loaded.use(graph, child);
      child.tell({ kind: 'plan', id, graph: graph.id, ...question });
    }
  }

  /** Counts anew from each question. */
  function sleepWhenIdle(): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (state !== 'runs' || !child || !jobs.isEmpty) return;
      state = 'sleeps';
      clearTimeout(starting);
      child.kill();
      child = null;
    }, idleMs).unref();
  }

  function start(): void {
    state = 'runs';
    sleepWhenIdle();
    loaded.clear();
    const started = startPlannerChild({
      program,
      maxRssBytes,
      maxHeapMegabytes,
      // One that was put to sleep has no more to say.
      onMessage: (message) => child === started && hear(message),
      onDeath: (death) => child === started && died(death),
    });
    child = started;
    isReady = false;
    clearTimeout(starting);
    starting = setTimeout(() => started.kill(), startMs).unref();
  }

  function hear(message: FromPlannerProcess): void {
    if (message.kind === 'unfit') {
      state = 'unfit';
      logger.warn({ why: message.why }, 'there is no such planner for this machine');
      jobs.refuseAll('PLANNER_UNFIT');
      child?.kill();
      return;
    }
    sleepWhenIdle();
    if (message.kind === 'ready') {
      isReady = true;
      clearTimeout(starting);
      turn();
      return;
    }
    jobs.end(message.id, message.kind === 'planned' ? { node: message.node } : { error: new Error(message.why) });
    turn();
  }

  function died(death: PlannerDeath): void {
    child = null;
    clearTimeout(starting);
    if (state === 'closed') gone.resolve();
    if (state !== 'runs') return;
    const guilty = jobs.processDied();
    const { afterMs, isRest } = restarts.died(performance.now());
    // What was asked is not told, only the name that it was given.
    const operations = guilty.map(({ question }) => question.operationName);
    logger.error({ ...death, operations, restartsAfterMs: afterMs }, 'a planner ended');
    for (const { question, isLate, reject } of guilty) {
      deadly.remember(question);
      reject(new PlannerRefusal(isLate ? 'PLANNER_TOO_LATE' : 'PLANNER_DIED'));
    }
    state = isRest ? 'rests' : 'restarts';
    if (isRest) jobs.refuseAll('PLANNER_RESTS');
    restart = setTimeout(start, afterMs).unref();
  }
}
