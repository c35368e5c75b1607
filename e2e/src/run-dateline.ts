import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/house.ts';

export interface DatelineRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `dateline` command as a process of its own, in a folder, with this environment and no other. */
export function runDateline(
  words: readonly string[],
  { cwd, environment }: { readonly cwd: string; readonly environment: Readonly<Record<string, string>> },
): Promise<DatelineRun> {
  const { promise, resolve } = Promise.withResolvers<DatelineRun>();
  const main = join(projectFolder, 'apps/cli/src/main.ts');
  execFile(process.execPath, [main, ...words], { cwd, env: environment }, (error, stdout, stderr) => {
    const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
    resolve({ exitCode, stdout, stderr });
  });
  return promise;
}
