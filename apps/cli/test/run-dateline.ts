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

/** Runs the command in this process as a person would, in a folder of their own, with the environment given. */
export async function runDateline(
  words: readonly string[],
  { cwd = tmpdir(), env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const results: string[] = [];
  const faults: string[] = [];
  const terminal = {
    result: (line: string) => void results.push(line),
    fault: (line: string) => void faults.push(line),
  };
  const exitCode = await run(words, { env: readEnv(env), cwd, terminal });
  return { exitCode, results: results.join('\n'), faults: faults.join('\n') };
}

/** A folder with these files; it goes when its scope does. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'dateline-cli-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder.path, name), content);
  return folder;
}
