// Swaps the supergraph over and over: each time an engine is made over a text that is new, answers the operation once and
// is let go. Run with --expose-gc; writes a line of JSON for each look at the memory.
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createLogger } from '@dateline/service-kit/logger';
import { type GraphQLFormattedError, parse } from 'graphql';
import { request } from 'undici';
import { createEngine } from '../../../apps/gateway/src/engine/engine.ts';
import { choosePlanner } from '../../../apps/gateway/src/engine/planner/choose-planner.ts';
import { createPlannerProcess } from '../../../apps/gateway/src/engine/planner/native/planner-process.ts';
import { readSupergraph } from '../../../apps/gateway/src/engine/supergraph/supergraph.ts';
import { type SwapLook, swapOrder } from './swap-report.ts';

const { supergraphFile, subgraphUrls, query, looks } = swapOrder.parse(JSON.parse(process.argv[2] ?? ''));
// One for all of them, as in the gateway; it ends with this process.
const native = createPlannerProcess({ logger: createLogger('swaps', 'silent') });
const sdl = readFileSync(supergraphFile, 'utf8');

async function send(subgraph: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const reply = await request(subgraphUrls[subgraph] ?? '', { method: 'POST', headers, body });
  return reply.body.text();
}

async function swap(number: number): Promise<void> {
  const supergraph = readSupergraph(`${sdl}\n# swap ${number}\n`);
  const { planner } = await choosePlanner(supergraph, { planner: 'hive', overrideLabels: [] }, native);
  const engine = createEngine<null>({
    supergraph,
    planner,
    transport: { send: async ({ subgraph, body }) => ({ text: await send(subgraph, body), cacheControl: undefined }) },
    publishErrors: (errors) => (errors ?? []) as GraphQLFormattedError[],
    failureOf: (cause) => ({ message: String(cause) }),
    mismatch: () => ({ message: 'A value is not as the schema says.' }),
    maxSelections: 100_000,
  });
  const { text } = await engine.execute(engine.prepare(parse(query)), { variables: {}, context: null });
  if (text.includes('"errors"')) throw new Error(`Swap ${number} answers with errors: ${text.slice(0, 500)}`);
}

async function look(number: number): Promise<void> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    // Finalizers of native parts run between collections.
    await delay(50);
  }
  const { heapUsed, rss } = process.memoryUsage();
  const seen: SwapLook = { swaps: number, heapMegabytes: heapUsed / 2 ** 20, residentMegabytes: rss / 2 ** 20 };
  process.stdout.write(`${JSON.stringify(seen)}\n`);
}

for (let number = 1; number <= Math.max(...looks); number++) {
  await swap(number);
  if (looks.includes(number)) await look(number);
}
process.exit(0);
