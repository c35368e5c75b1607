import { once } from 'node:events';
import { guardedSpawn } from '@dateline/db/guarded-spawn';
import { Fault } from './fault.ts';
import { projectFolder } from './house.ts';
import { turboFlags, turboProgram } from './turbo-program.ts';

export interface RunTurboOptions {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** Runs tasks to their end without a word; a failure throws a Fault that carries what they said. */
export async function runTurbo({ args, environment, signal }: RunTurboOptions): Promise<void> {
  signal.throwIfAborted();
  const turbo = guardedSpawn(
    turboProgram(),
    ['run', ...args, ...turboFlags, '--output-logs=errors-only'],
    { cwd: projectFolder, env: { ...environment, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
    'TERM',
  );
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk).slice(-100_000);
  };
  turbo.stdout?.on('data', keep);
  turbo.stderr?.on('data', keep);
  const stop = () => turbo.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const [code] = (await once(turbo, 'close')) as [number | null];
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code !== 0) throw new Fault(`${said.trim()}\n\n'turbo run ${args.join(' ')}' failed; what it said is above.`);
}
