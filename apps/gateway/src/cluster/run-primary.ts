import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from '@dateline/service-kit/logger';
import { AggregatorRegistry } from 'prom-client';
import { isMessage, type ToPrimary, type ToWorker } from './messages.ts';
import { createRespawnRule } from './respawn-rule.ts';

export interface PrimaryOptions {
  /** How many gateways share the port, each with a core for itself. */
  readonly workers: number;
  readonly logger: Logger;
  /** Longer than a worker's own drain may take. */
  readonly stopDeadlineMs?: number;
  /** Told once, when all of them listen. */
  readonly onListening?: (port: number) => void;
}

/**
 * Keeps so many workers on one port: who dies is replaced, at first at once and then ever later; who dies too often ends all,
 * for whoever starts this process to see. SIGTERM and SIGINT drain them all, SIGHUP has each read its supergraph again, SIGUSR2
 * puts a new one in the place of each, one after the other: the new one listens before the old one goes.
 */
export function runPrimary({ workers: count, logger, stopDeadlineMs = 30_000, onListening }: PrimaryOptions): void {
  const metrics = new AggregatorRegistry();
  const rule = createRespawnRule();
  /** They are to end, or may: that they do is no accident. */
  const leaving = new Set<Worker>();
  let isStopping = false;
  let listening = 0;
  let rolling: Promise<unknown> = Promise.resolve();

  cluster.on('listening', (_worker, { port }) => {
    listening++;
    if (listening === count) onListening?.(port);
  });
  cluster.on('message', (worker, message: unknown) => {
    if (isMessage(message)) void obey(worker, message as ToPrimary);
  });
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping || leaving.delete(worker)) return;
    // Nothing has worked yet, and it has said why: its like would say the same.
    if (listening === 0 && code === 1) return fail('a worker could not start');
    const afterMs = rule.died(performance.now());
    logger.error({ pid: worker.process.pid, code, signal, respawnsAfterMs: afterMs }, 'a worker died');
    if (afterMs === null) return fail('workers die too often');
    setTimeout(() => !isStopping && cluster.fork(), afterMs);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0));
  // Started by another process that holds a channel to us: when it is gone, so are we.
  if (process.connected) process.on('disconnect', () => stop(0));
  process.on('SIGHUP', () => {
    for (const worker of alive()) worker.process.kill('SIGHUP');
  });
  process.on('SIGUSR2', () => {
    rolling = rolling
      .then(replaceAll)
      .catch((error: unknown) => logger.error({ err: error }, 'workers were not replaced'));
  });
  for (let started = 0; started < count; started++) cluster.fork();

  async function obey(worker: Worker, message: ToPrimary): Promise<void> {
    if (message.kind === 'metrics') {
      // One that does not answer in time leaves its sibling with its own.
      const text = await metrics.clusterMetrics().catch(() => '');
      tell(worker, { kind: 'metrics', id: message.id, text });
      return;
    }
    for (const other of alive()) if (other !== worker) tell(other, message);
  }

  async function replaceAll(): Promise<void> {
    for (const old of alive()) {
      if (isStopping || old.isDead()) continue;
      const gone = once(old, 'exit');
      const fresh = cluster.fork();
      // One of the two has the place in the end: who of them goes before is not replaced once more.
      leaving.add(old).add(fresh);
      const listens = await Promise.race([
        once(fresh, 'listening').then(() => true),
        once(fresh, 'exit').then(() => false),
      ]);
      if (!listens) {
        // The old one has died meanwhile: nobody has the place.
        if (!leaving.delete(old) && !isStopping) cluster.fork();
        throw new Error('the new worker could not start: the old ones stay');
      }
      leaving.delete(fresh);
      tell(old, { kind: 'retire' });
      await gone;
    }
    logger.info({ workers: count }, 'all workers were replaced');
  }

  function fail(reason: string): void {
    logger.fatal({ reason }, 'the gateway ends');
    stop(1);
  }

  function stop(code: number): void {
    if (isStopping) return;
    isStopping = true;
    process.exitCode = code;
    const left = new Set(alive());
    if (left.size === 0) process.exit(code);
    const deadline = setTimeout(() => {
      logger.error({ stopDeadlineMs }, 'the workers took too long and were cut');
      for (const worker of left) worker.process.kill('SIGKILL');
    }, stopDeadlineMs);
    cluster.on('exit', (worker, exitCode) => {
      left.delete(worker);
      if (exitCode !== 0) process.exitCode ||= 1;
      if (left.size > 0) return;
      clearTimeout(deadline);
      process.exit();
    });
    for (const worker of left) worker.process.kill('SIGTERM');
  }
}

function alive(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined && !worker.isDead()) as Worker[];
}

/** One that is about to end may hear nothing any more. */
function tell(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => {});
}
