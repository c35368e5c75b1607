// Serves one supergraph after the other and writes the heap after a quarter of them and at the end, in bytes, as JSON. Run
// with --expose-gc; the argument is how many.
import { setTimeout as delay } from 'node:timers/promises';
import { startMarkedGraph, startSwapping } from './swap-house.ts';

const count = Number(process.argv[2]);
const graphs = [await startMarkedGraph('one'), await startMarkedGraph('two', 'type Extra { id: ID }')];
const gateway = await startSwapping(graphs[0]?.sdl ?? '', {
  responseCache: { maxBytes: 1_000_000 },
  entityCache: { maxBytes: 1_000_000 },
});

async function heapBytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    // Finalizers run between collections.
    await delay(20);
  }
  return process.memoryUsage().heapUsed;
}

let early = 0;
for (let swap = 1; swap <= count; swap++) {
  const { sdl = '', mark } = graphs[swap % 2] ?? {};
  await gateway.serve(`${sdl}\n# swap ${swap}`);
  for (const query of ['{ item { name note } }', '{ items { name note } }', `{ item { name } } # ${swap}`]) {
    const text = await gateway.ask(query);
    if (!text.includes(`"${mark}"`)) throw new Error(`Swap ${swap} is answered with ${text}`);
  }
  if (swap === Math.floor(count / 4)) early = await heapBytes();
}
process.stdout.write(JSON.stringify({ early, late: await heapBytes() }));
await gateway.close();
for (const graph of graphs) graph.close();
process.exit(0);
