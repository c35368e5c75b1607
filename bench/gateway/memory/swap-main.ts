// Our gateway, told over and over to serve another supergraph, and asked once each time. The first argument is the order in
// JSON, the others are those of `npm run gateway`. Run with --expose-gc; writes a line of JSON for each look at the memory.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createLogger } from '@dateline/service-kit/logger';
import { readStandaloneEnv } from '../../../apps/gateway/src/env.ts';
import { createGateway } from '../../../apps/gateway/src/gateway.ts';
import { readConfig } from '../../../apps/gateway/src/standalone/config.ts';
import { readFlags } from '../../../apps/gateway/src/standalone/flags.ts';
import { standaloneSettings } from '../../../apps/gateway/src/standalone/standalone-settings.ts';
import { treeResidentMegabytes } from '../measure/process-tree.ts';
import { type SwapLook, swapOrder } from './swap-report.ts';

const [orderText = '', ...gatewayArgs] = process.argv.slice(2);
const { body, looks } = swapOrder.parse(JSON.parse(orderText));
const flags = readFlags(gatewayArgs);
if (!flags) throw new Error('The gateway was given no supergraph.');

const sdl = readFileSync(flags.supergraphFile, 'utf8');
const settings = standaloneSettings(flags, readConfig(flags.configFile), readStandaloneEnv());
const gateway = await createGateway({ settings, logger: createLogger('gateway', 'error'), playground: null });
const origin = await gateway.listen();

async function swap(number: number): Promise<void> {
  writeFileSync(flags?.supergraphFile ?? '', `${sdl}\n# swap ${number}\n`);
  await gateway.reload();
  const headers = { 'content-type': 'application/json' };
  const text = await (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).text();
  if (!text.startsWith('{"data":{')) throw new Error(`Swap ${number} is answered with: ${text.slice(0, 300)}`);
}

async function look(number: number): Promise<void> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    // Finalizers of native parts run between collections.
    await delay(50);
  }
  const seen: SwapLook = {
    swaps: number,
    heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
    residentMegabytes: treeResidentMegabytes(process.pid) ?? 0,
  };
  process.stdout.write(`${JSON.stringify(seen)}\n`);
}

for (let number = 1; number <= Math.max(...looks); number++) {
  await swap(number);
  if (looks.includes(number)) await look(number);
}
writeFileSync(flags.supergraphFile, sdl);
await gateway.drain();
process.exit(0);
