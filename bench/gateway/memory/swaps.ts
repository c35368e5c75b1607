import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { gatewayCore, pinned } from '../measure/pinned-process.ts';
import { type SwapLook, type SwapOrder, swapLook } from './swap-report.ts';

/**
 * Has the gateway serve one supergraph after the other, in a process of its own, and tells its memory at each look. Without the flag for a large young generation, which
 * would fill for hundreds of swaps before anything could be seen.
 */
export async function swapSupergraphs(order: SwapOrder, gatewayArgs: readonly string[]): Promise<readonly SwapLook[]> {
  const program = join(import.meta.dirname, 'swap-main.ts');
  const [command, args] = pinned(gatewayCore, process.execPath, [
    '--expose-gc',
    program,
    JSON.stringify(order),
    ...gatewayArgs,
  ]);
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
  if (code !== 0) throw new Error(`The swaps ended with ${code}: ${complaints.slice(0, 1_000)}`);
  return looks;
}
