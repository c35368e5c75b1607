import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/**
 * Starts a process in a group of its own (a Ctrl-C meant for us does not hit it), with a guard: should this process be
 * killed so hard that it cannot clean up, the guard's input closes, and it sends the child `lastSignal`.
 */
export function guardedSpawn(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  lastSignal: 'INT' | 'TERM',
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  if (child.pid === undefined) return child;
  const guard = spawn(
    '/bin/sh',
    ['-c', 'trap "" INT TERM HUP; read -r _; kill -s "$1" "$2"', 'sh', lastSignal, String(child.pid)],
    { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] },
  );
  guard.on('error', () => {}); // no shell, no guard
  guard.unref();
  child.once('exit', () => guard.kill('SIGKILL'));
  return child;
}
