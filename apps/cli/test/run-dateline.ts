import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '../src/env.ts';
import { run } from '../src/run.ts';

export interface Outcome {
  readonly exitCode: number;
  readonly results: string;
  readonly faults: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Aborts as a signal to the process would. */
  readonly stopped?: AbortSignal;
  /** Told each line as it is said. */
  readonly onLine?: (line: string) => void;
}

/** Runs the command in this process as a person would, in a folder of their own, with the environment given. */
export async function runDateline(
  words: readonly string[],
  { cwd = tmpdir(), env = {}, stopped = new AbortController().signal, onLine }: RunOptions = {},
): Promise<Outcome> {
  const results: string[] = [];
  const faults: string[] = [];
  const terminal = {
    result: (line: string) => {
      results.push(line);
      onLine?.(line);
    },
    fault: (line: string) => {
      faults.push(line);
      onLine?.(line);
    },
  };
  const exitCode = await run(words, { env: readEnv(env), cwd, terminal, stopped: () => stopped });
  return { exitCode, results: results.join('\n'), faults: faults.join('\n') };
}

/** A folder with these files; it goes when its scope does. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'dateline-cli-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder.path, name), content);
  return folder;
}
