import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectFolder } from './house.ts';

export interface VisibleRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** Runs a command whose output the person sees. Answers whether it went well. Aborting ends it, and throws. */
export async function runVisibly({ command, args, environment, signal }: VisibleRun): Promise<boolean> {
  signal.throwIfAborted();
  const child = spawn(command, args, { cwd: projectFolder, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const [code] = (await once(child, 'close')) as [number | null];
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  return code === 0;
}
