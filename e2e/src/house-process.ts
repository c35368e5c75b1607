import { once } from 'node:events';
import { join } from 'node:path';
import { guardedSpawn } from '@dateline/db/guarded-spawn';
import { projectFolder } from '../../scripts/house.ts';

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of the house, or one that works for it. */
export interface HouseProcess {
  readonly pid: number;
  /** Settles when it has ended and all that it said was read. */
  readonly exited: Promise<Exit>;
  readonly isRunning: () => boolean;
  /** All that it has written so far, both streams as they came. */
  readonly said: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/**
 * Runs a file of the project with this Node, as a process of its own that does not outlive this one, and with no more
 * environment than given: what the machine happens to have set changes nothing. `nodeFlags` as its `npm start` gives them.
 */
export function startProcess(
  file: string,
  environment: Readonly<Record<string, string>>,
  nodeFlags: readonly string[] = [],
): HouseProcess {
  const child = guardedSpawn(
    process.execPath,
    [...nodeFlags, join(projectFolder, file)],
    { cwd: projectFolder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
    'TERM',
  );
  if (child.pid === undefined) throw new Error(`${file} could not be started.`);
  let said = '';
  const keep = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return {
    pid: child.pid,
    exited: once(child, 'close').then(([code, signal]) => ({ code, signal })),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    said: () => said,
    kill: (signal) => void child.kill(signal),
  };
}

/** Ends a process whatever state it is in, stopped by SIGSTOP included. */
export async function endProcess(running: HouseProcess): Promise<void> {
  if (running.isRunning()) running.kill('SIGKILL');
  await running.exited;
}

/** Runs a file to its end; throws what it said if that was not a good one. */
export async function runToEnd(file: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const running = startProcess(file, environment);
  const { code, signal } = await running.exited;
  if (code !== 0) throw new Error(`${file} ended with ${code ?? signal}:\n${running.said()}`);
}
