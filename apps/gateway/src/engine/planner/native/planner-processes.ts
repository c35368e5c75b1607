import type { Logger } from '@dateline/service-kit/logger';
import type { Plan } from '../plan.ts';
import { createPlannerProcess, type PlannerProcess } from './planner-process.ts';

/** The planners of a gateway, each in a process of its own that is started when it is first needed. */
export interface PlannerProcesses {
  readonly hive: PlannerProcess;
  readonly apollo: PlannerProcess<Plan>;
  close(): Promise<void>;
}

/** It loads some megabytes of JavaScript first, and reads a supergraph in a second where Hive's takes a millisecond. */
const apolloOptions = {
  program: new URL('./apollo-main.ts', import.meta.url),
  timeoutMs: 5_000,
  maxHeapMegabytes: 400,
  maxUnderWay: 1,
};

export function createPlannerProcesses(logger: Pick<Logger, 'warn' | 'error'>): PlannerProcesses {
  const hive = createPlannerProcess({ logger });
  const apollo = createPlannerProcess<Plan>({ logger, ...apolloOptions });
  return {
    hive,
    apollo,
    async close() {
      await Promise.all([hive.close(), apollo.close()]);
    },
  };
}
