import { once } from 'node:events';
import { join } from 'node:path';
import { guardedSpawn } from '@dateline/db/guarded-spawn';
import type { ContenderProcess } from '../gateway/measure/contender-process.ts';

/** The subgraph as a process of its own, on the core of all that is not measured. */
export function startSubgraph(port: number, folder: string): ContenderProcess {
  const program = join(import.meta.dirname, 'world/subgraph-main.ts');
  const child = guardedSpawn(
    process.execPath,
    [program, String(port)],
    { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
    'TERM',
  );
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}/graphql`,
    resume: () => void child.kill('SIGCONT'),
    pause: () => void child.kill('SIGSTOP'),
    said: () => '',
    finish: () => void child.kill('SIGTERM'),
    hasEnded,
    async end() {
      if (hasEnded()) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
