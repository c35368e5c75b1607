import { createPump } from '@dateline/events/pump';
import type { Logger } from '@dateline/service-kit/logger';
import { type LogFunctionFactory, type Runner, run, Logger as WorkerLogger } from 'graphile-worker';
import { z } from 'zod';
import { jobConnectionString, jobSchema, migrateJobs } from '../../../db/job-schema.ts';
import { publishDueArticle, publishDueBatch, type Schedule } from './publish-due.ts';
import { publishDueTask } from './wake-up.ts';

export interface ScheduleWorker {
  /** Rejects where the jobs' tables cannot be made: nothing would be published at its time. */
  start(): Promise<void>;
  /** Lets what is being published be finished. */
  stop(): Promise<void>;
}

export interface ScheduleWorkerOptions extends Schedule {
  readonly url: string;
}

/** How late a wake-up may come: well within the second that a scheduled article has. */
const pollMs = 200;

const payloadSchema = z.object({ articleId: z.uuid() });

/**
 * Publishes what is scheduled. Jobs of graphile-worker wake it, each at the time of its article. Beside them it looks for
 * what is due when it starts and every five seconds: a job's lock outlives a process that was killed with it, by hours. It
 * also starts the jobs' worker again should that end. Any number of processes may run one: an article is published by
 * whoever locks its row first.
 */
export function createScheduleWorker({ url, ...schedule }: ScheduleWorkerOptions): ScheduleWorker {
  const { logger } = schedule;
  let runner: Runner | null = null;

  async function publishDue(): Promise<void> {
    while (await publishDueBatch(schedule));
  }

  async function startRunner(): Promise<Runner> {
    const started = await run({
      connectionString: jobConnectionString(url),
      schema: jobSchema,
      // One listens for jobs to do at once, one fetches them.
      maxPoolSize: 2,
      concurrency: 1,
      pollInterval: pollMs,
      noHandleSignals: true,
      logger: new WorkerLogger(logTo(logger)),
      parsedCronItems: [],
      taskList: {
        [publishDueTask]: async (payload) => {
          await publishDue();
          await publishDueArticle(schedule, payloadSchema.parse(payload).articleId);
        },
      },
    });
    const ended = () => {
      if (runner === started) runner = null;
    };
    started.promise.then(ended, ended);
    return started;
  }

  const sweep = createPump({
    name: 'schedule',
    logger,
    async step() {
      runner ??= await startRunner();
      await publishDue();
      return false;
    },
    wakeOn: async () => async () => {},
  });

  return {
    async start() {
      await migrateJobs(url);
      await sweep.start();
    },
    async stop() {
      await sweep.stop();
      const last = runner;
      runner = null;
      await last?.stop();
    },
  };
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/** The library tells of every job: news for who looks closely. */
const logTo =
  (logger: Logger): LogFunctionFactory =>
  (scope) =>
  (level, message, meta) =>
    logger[levels[level]]({ ...scope, ...(meta?.['error'] ? { err: meta['error'] } : {}) }, message);
