import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The core of the gateway under test, alone on it; and the one of all else: load, subgraphs, databases. */
export const gatewayCore = 1;
export const otherCore = 0;

let known: boolean | undefined;

/** Whether processes can be held to a core here: Linux with taskset, and two cores at least. */
export function canPin(): boolean {
  known ??= cpus().length >= 2 && spawnSync('taskset', ['--version']).status === 0;
  return known;
}

/** The command line that runs a program on one core; it becomes that program, under the same process id. */
export function pinned(core: number, program: string, args: readonly string[]): readonly [string, readonly string[]] {
  return canPin() ? ['taskset', ['-c', String(core), program, ...args]] : [program, args];
}

/** Holds this process, and what it starts from now on, to the core of all else. */
export function pinMyself(): void {
  if (canPin()) spawnSync('taskset', ['-a', '-c', '-p', String(otherCore), String(process.pid)]);
}
