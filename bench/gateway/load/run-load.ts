import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peerFile } from '../contenders/peers.ts';
import { otherCore, pinned } from '../measure/pinned-process.ts';
import { blankTag } from '../workload/tagged-query.ts';
import { type LoadResult, parseLoadResult } from './load-result.ts';
import { freshTagNumbers, type Operation } from './operation.ts';
import { wrkScript } from './wrk-script.ts';

export interface LoadOptions {
  readonly url: string;
  readonly operation: Operation;
  readonly connections: number;
  readonly seconds: number;
  /** For the generator's own files. */
  readonly folder: string;
}

let wrk: boolean | undefined;

/** wrk where it is installed; else autocannon, which takes much more of its core itself. */
export function loadGenerator(): 'wrk' | 'autocannon' {
  // It has no flag for its version that ends well: what counts is whether it starts.
  wrk ??= spawnSync('wrk', ['--version']).error === undefined;
  return wrk ? 'wrk' : 'autocannon';
}

/** One run of requests, as many as go, on the core that is not the gateway's. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { operation, folder } = options;
  const tag = operation.tagged ? blankTag : null;
  const load = { body: operation.body, tag, firstTagNumber: freshTagNumbers() };
  if (loadGenerator() === 'wrk') {
    const script = join(folder, 'load.lua');
    writeFileSync(script, wrkScript(load));
    return parseLoadResult(await output('wrk', wrkArgs(options, script)));
  }
  const { url, connections, seconds } = options;
  const settings = join(folder, 'load.json');
  writeFileSync(settings, JSON.stringify({ ...load, url, connections, seconds }));
  return parseLoadResult(await output(process.execPath, [peerFile('autocannon.mjs'), settings]));
}

function wrkArgs({ url, connections, seconds }: LoadOptions, script: string): string[] {
  return ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', script, url];
}

/** All that a command wrote, both streams. */
async function output(program: string, args: readonly string[]): Promise<string> {
  const [command, allArgs] = pinned(otherCore, program, args);
  const child = spawn(command, allArgs, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await once(child, 'close');
  return said;
}
