import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MarkedGraph, startMarkedGraph, startSwapping } from './swap-house.ts';

const caches = { responseCache: { maxBytes: 10_000_000 }, entityCache: { maxBytes: 10_000_000 } };
const query = '{ item { name note } }';
const answerOf = (mark: string) => `{"data":{"item":{"name":"${mark}","note":"${mark}"}}}`;

describe('another supergraph', () => {
  let one: MarkedGraph;
  let two: MarkedGraph;
  const running: Awaited<ReturnType<typeof startSwapping>>[] = [];
  beforeAll(async () => {
    one = await startMarkedGraph('one');
    two = await startMarkedGraph('two', 'type Extra { id: ID }');
  });
  afterEach(async () => {
    one.state.hold = null;
    for (const gateway of running.splice(0)) await gateway.close();
  });
  afterAll(() => {
    one.close();
    two.close();
  });
  const start = async (config: object = {}) => {
    const gateway = await startSwapping(one.sdl, config);
    running.push(gateway);
    return gateway;
  };

  it.each([
    ['without caches', {}],
    ['with both caches', caches],
  ])('answers from itself alone from the first request on, and back again, %s', async (_name, config) => {
    const gateway = await start(config);
    for (const graph of [one, two, one, two]) {
      await gateway.serve(graph.sdl);
      for (let round = 0; round < 3; round++) expect(await gateway.ask(query)).toBe(answerOf(graph.mark));
    }
  });

  it('takes over while a request is under way, which ends on the graph that it began on', async () => {
    const gateway = await start(caches);
    const { promise, resolve } = Promise.withResolvers<void>();
    one.state.hold = promise;
    const before = one.state.received;
    const old = [gateway.ask(query), gateway.ask('{ items { name note } }')];
    await expect.poll(() => one.state.received, { timeout: 8_000 }).toBe(before + 2);
    await gateway.serve(two.sdl);
    expect(await gateway.ask('{ item { note name } }')).toContain('"name":"two"');
    resolve();
    one.state.hold = null;
    for (const text of await Promise.all(old))
      expect([text.includes('one'), text.includes('two')]).toEqual([true, false]);
    // What it brought is the old graph's, and nobody is given it.
    expect(await gateway.ask(query)).toBe(answerOf('two'));
    expect(await gateway.ask('{ items { name note } }')).not.toContain('one');
  });

  it('and another, twenty times under load: nothing is dropped, nothing is mixed', { timeout: 60_000 }, async () => {
    const gateway = await start({ ...caches, sharing: { requests: true, subgraphCalls: true } });
    let isOver = false;
    const seen = new Map<string, number>();
    const ask = async (worker: number) => {
      for (let at = 0; !isOver; at++) {
        const text = await gateway.ask(at % 3 === 0 ? `{ item { name note } } # ${worker} ${at}` : query);
        seen.set(text, (seen.get(text) ?? 0) + 1);
      }
    };
    const load = Array.from({ length: 8 }, (_, worker) => ask(worker));
    const total = () => [...seen.values()].reduce((sum, count) => sum + count, 0);
    for (let swap = 0; swap < 20; swap++) {
      await gateway.serve((swap % 2 === 0 ? two : one).sdl);
      const before = total();
      await expect.poll(total, { interval: 2, timeout: 15_000 }).toBeGreaterThan(before + 16);
    }
    isOver = true;
    await Promise.all(load);
    expect([...seen.keys()].sort()).toEqual([answerOf('one'), answerOf('two')]);
    expect(gateway.log.filter(({ status }) => Number(status) >= 500)).toEqual([]);
  });

  it('asked for twice at once, the one that was asked for last is served', async () => {
    const gateway = await start();
    await Promise.all([gateway.serve(two.sdl), gateway.serve(one.sdl), gateway.serve(two.sdl)]);
    expect(await gateway.ask(query)).toBe(answerOf('two'));
    await Promise.all([gateway.serve(one.sdl), gateway.serve(two.sdl), gateway.serve(one.sdl)]);
    expect(await gateway.ask(query)).toBe(answerOf('one'));
  });

  it('that cannot be served is refused, and the one before goes on, from its caches too', async () => {
    const gateway = await start(caches);
    for (let round = 0; round < 2; round++) await gateway.ask(query);
    const received = one.state.received;
    const bad = [
      'type Query {',
      '',
      'type Query { a: Int }',
      two.sdl.slice(0, -200),
      two.sdl.replace(/url: "http:[^"]*"/g, 'url: "nowhere"'),
      two.sdl.replace('type Query', 'type Nothing'),
    ];
    for (const sdl of bad) await expect(gateway.serve(sdl)).rejects.toThrow();
    expect([await gateway.ask(query), one.state.received]).toEqual([answerOf('one'), received]);
    await gateway.serve(two.sdl);
    expect(await gateway.ask(query)).toBe(answerOf('two'));
  });

  it('has the operations ready that were known before', async () => {
    const gateway = await start();
    const queries = [query, '{ items { note } }', 'mutation { touch { name } }'];
    for (const known of queries) await gateway.ask(known);
    await gateway.serve(two.sdl);
    const [line] = gateway.log.filter(({ msg }) => msg === 'operations were made ready');
    expect(line).toMatchObject({ asked: 3, ready: 3 });
    for (const known of queries) expect(await gateway.ask(known)).toContain('two');
  });

  const swaps = Number(process.env['SWAPS'] ?? 40);
  it(`served ${swaps} times leaves no growth`, { timeout: 600_000 }, async () => {
    const script = fileURLToPath(new URL('./swap-growth.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, String(swaps)]);
    const { early, late } = JSON.parse(stdout) as { early: number; late: number };
    expect(late).toBeLessThan(early * 1.1);
  });
});
