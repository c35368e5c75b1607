import { once } from 'node:events';
import { guardedSpawn } from '@dateline/db/guarded-spawn';
import { projectFolder } from './house.ts';
import { killTree } from './kill-tree.ts';
import { ServiceLogs } from './service-log.ts';
import { turboFlags, turboProgram } from './turbo-program.ts';

export interface RunningServices extends AsyncDisposable {
  readonly logs: ServiceLogs;
  /** Settles when turbo has ended, wanted or not. */
  readonly ended: Promise<void>;
}

/** Longer than a service's own drain deadline: past it something hangs. */
const stopDeadlineMs = 28_000;

/** Starts every app under turbo; their logs go to files. Disposing it lets all of them drain and waits for their end. */
export function runServices(
  environment: Readonly<Record<string, string | undefined>>,
  logFolder: string,
): RunningServices {
  const logs = new ServiceLogs(logFolder);
  const turbo = guardedSpawn(
    turboProgram(),
    ['run', 'start', ...turboFlags, '--output-logs=full'],
    { cwd: projectFolder, env: { ...environment, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
    'TERM',
  );
  turbo.stdout?.on('data', (chunk: Buffer) => logs.write(chunk.toString()));
  turbo.stderr?.on('data', (chunk: Buffer) => logs.write(chunk.toString()));
  const ended = once(turbo, 'close').then(() => logs.end());
  return {
    logs,
    ended,
    async [Symbol.asyncDispose]() {
      turbo.kill('SIGTERM');
      const deadline = setTimeout(() => killTree(turbo.pid), stopDeadlineMs);
      await ended;
      clearTimeout(deadline);
    },
  };
}
