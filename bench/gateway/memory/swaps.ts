import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { nodeFlags } from '../measure/contender-process.ts';
import { gatewayCore, pinned } from '../measure/pinned-process.ts';
import { type SwapLook, type SwapOrder, swapLook } from './swap-report.ts';

export interface SwapMemory {
  readonly first: SwapLook;
  readonly last: SwapLook;
}

/** Swaps in a process of its own, and tells its memory after the first few and after all of them. */
export async function swapSupergraphs(order: SwapOrder): Promise<SwapMemory> {
  const program = join(import.meta.dirname, 'swap-main.ts');
  const [command, args] = pinned(gatewayCore, process.execPath, [
    ...nodeFlags,
    '--expose-gc',
    program,
    JSON.stringify(order),
  ]);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk;
  });
  const [code] = await once(child, 'close');
  const looks = written.split('\n').flatMap((line) => (line ? [swapLook.parse(JSON.parse(line))] : []));
  const [first] = looks;
  const last = looks.at(-1);
  if (code !== 0 || !first || !last) throw new Error(`The swaps ended with ${code}: ${complaints.slice(0, 1_000)}`);
  return { first, last };
}
