import type { NativeGraph } from './loaded-graphs.ts';
import type { PlanQuestion } from './messages.ts';
import { PlannerRefusal, type PlannerRefusalReason } from './planner-refusal.ts';

/** Operations that are planned at once, unless a planner wants fewer: native code takes a core for each. */
export const maxUnderWay = 2;
/** Operations that wait for their turn; a plan takes a millisecond. */
export const maxWaiting = 200;

/** An operation that somebody waits for the plan of. */
export interface PlanJob {
  readonly id: number;
  readonly graph: NativeGraph;
  readonly question: PlanQuestion;
  readonly resolve: (node: unknown) => void;
  readonly reject: (error: Error) => void;
  /** It took too long, and the process was killed for it. */
  isLate: boolean;
  /** It was under way, with others, when the process died: it is tried again, alone. */
  isSuspect: boolean;
  timer: NodeJS.Timeout | undefined;
}

export interface PlanJobsOptions {
  readonly maxUnderWay: number;
  readonly timeoutMs: number;
  /** The process is to be killed: one under way takes too long. */
  readonly onLate: () => void;
}

/** The operations that wait, and those under way; and which of them it was when the process died. */
export function createPlanJobs({ timeoutMs, maxUnderWay, onLate }: PlanJobsOptions) {
  const underWay = new Map<number, PlanJob>();
  let suspects: PlanJob[] = [];
  let waiting: PlanJob[] = [];
  let count = 0;

  return {
    add(graph: NativeGraph, question: PlanQuestion): Promise<unknown> {
      if (waiting.length >= maxWaiting) return Promise.reject(new PlannerRefusal('PLANNER_BUSY'));
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const more = { isLate: false, isSuspect: false, timer: undefined };
      const job: PlanJob = { id: ++count, graph, question, resolve, reject, ...more };
      wait(job);
      waiting.push(job);
      return promise;
    },

    /** Those whose turn it is; from now on they are under way. A suspect goes alone. */
    take(): PlanJob[] {
      const taken: PlanJob[] = [];
      for (let job = next(); job; job = next()) {
        goOn(job);
        taken.push(job);
      }
      return taken;
    },

    end(id: number, { node = null, error }: { readonly node?: unknown; readonly error?: Error }): void {
      const job = underWay.get(id);
      if (!job) return;
      underWay.delete(id);
      clearTimeout(job.timer);
      if (error) job.reject(error);
      else job.resolve(node);
    },

    /**
     * Whose fault it was: of the late ones that it was killed for, or of the only one under way. Where that is not known
     * each of them is tried again, alone; then it is.
     */
    processDied(): readonly PlanJob[] {
      const jobs = [...underWay.values()];
      underWay.clear();
      const late = jobs.filter(({ isLate }) => isLate);
      const guilty = late.length > 0 || jobs.length > 1 ? late : jobs;
      for (const { timer } of guilty) clearTimeout(timer);
      const others = jobs.filter((job) => !guilty.includes(job));
      for (const job of others) wait(job);
      if (guilty.length > 0) {
        waiting.unshift(...others);
      } else {
        for (const job of others) job.isSuspect = true;
        suspects.push(...others);
      }
      return guilty;
    },

    get isEmpty(): boolean {
      return underWay.size === 0 && waiting.length === 0 && suspects.length === 0;
    },

    refuseAll(reason: PlannerRefusalReason): void {
      for (const { timer, reject } of [...underWay.values(), ...suspects, ...waiting]) {
        clearTimeout(timer);
        reject(new PlannerRefusal(reason));
      }
      underWay.clear();
      suspects = [];
      waiting = [];
    },
  };

  function next(): PlanJob | undefined {
    if ([...underWay.values()].some(({ isSuspect }) => isSuspect)) return undefined;
    if (suspects.length > 0) return underWay.size === 0 ? suspects.shift() : undefined;
    return underWay.size < maxUnderWay ? waiting.shift() : undefined;
  }

  function goOn(job: PlanJob): void {
    underWay.set(job.id, job);
    clearTimeout(job.timer);
    job.timer = setTimeout(() => {
      job.isLate = true;
      onLate();
    }, timeoutMs);
  }

  function wait(job: PlanJob): void {
    clearTimeout(job.timer);
    job.timer = setTimeout(() => {
      waiting = waiting.filter((other) => other !== job);
      suspects = suspects.filter((other) => other !== job);
      job.reject(new PlannerRefusal('PLANNER_TOO_LATE'));
    }, timeoutMs);
  }
}
