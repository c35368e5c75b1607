import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from './house.ts';

/**
 * The native turbo. Its npm package puts a JavaScript launcher before it, which waits without hearing signals: a SIGTERM
 * would kill the launcher and leave turbo with all services behind.
 */
export function turboProgram(): string {
  const launcher = createRequire(createRequire(join(projectFolder, 'package.json')).resolve('turbo/package.json'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const processor = process.arch === 'x64' ? '64' : process.arch;
  return launcher.resolve(`@turbo/${platform}-${processor}/bin/turbo${process.platform === 'win32' ? '.exe' : ''}`);
}

/** Streamed lines with the task before each, and the caller's whole environment for every task. */
export const turboFlags = [
  '--env-mode=loose',
  '--ui=stream',
  '--log-order=stream',
  '--log-prefix=task',
  '--no-update-notifier',
];
