import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wireFormatNames } from '../src/wire-format.ts';
import { jsonMutated } from './fuzz/json-mutated.ts';
import { arbitrary, mutated } from './fuzz/mutated.ts';
import { fuzzSamples } from './fuzz/register.ts';
import { runInput } from './fuzz/run-input.ts';

const isLong = process.env['LONG'] === '1';

/** Of all formats together in a long run: `npm run fuzz:wire`. */
const inputsInAll = 100_000;
const inputsEach = isLong ? Math.ceil(inputsInAll / wireFormatNames.length) : 300;

/** Caches fill and code is compiled before the heap is measured. */
const warmUpInputs = 200;

/** What may stay behind in the heap after a format's run: caches of libraries, and no inputs. */
const maxHeapGrowthBytes = 48 * 1024 * 1024;

const samples = fuzzSamples();

describe('no input makes a parser throw, hang, fill the memory, or give an item that breaks the model', () => {
  it.each(wireFormatNames)(`%s: ${inputsEach} inputs`, { timeout: isLong ? 1_800_000 : 60_000 }, async (format) => {
    const own = samples[format] ?? Object.values(samples).flat();
    let slowestMs = 0;
    let items = 0;
    const input = fc.oneof(
      { weight: 3, arbitrary: mutated(own) },
      { weight: 1, arbitrary: arbitrary() },
      ...jsonMutated(own).map((values) => ({ weight: 4, arbitrary: values })),
    );
    const property = fc.asyncProperty(input, async (bytes) => {
      const figures = await runInput(format, bytes);
      slowestMs = Math.max(slowestMs, figures.elapsedMs);
      items += figures.items;
    });
    await assertShortly(property, warmUpInputs);
    const before = heapBytes();
    await assertShortly(property, inputsEach - warmUpInputs);
    const growth = heapBytes() - before;
    if (isLong)
      tell(
        `${format}: ${inputsEach} inputs, ${items} items, slowest ${slowestMs.toFixed(0)} ms, heap ${(growth / 1e6).toFixed(1)} MB`,
      );
    expect(growth).toBeLessThan(maxHeapGrowthBytes);
    // A fuzz that hits nothing but the door tests nothing but the door.
    expect(items).toBeGreaterThan(0);
  });

  it.each(wireFormatNames)('%s: its samples as they are give items', async (format) => {
    for (const sample of samples[format] ?? []) expect((await runInput(format, sample)).items).toBeGreaterThan(0);
  });
});

/** As fc.assert, with a counterexample that can be pasted and not thousands of numbers. */
async function assertShortly(property: fc.IAsyncProperty<[Uint8Array]>, numRuns: number): Promise<void> {
  const { failed, counterexample, errorInstance, seed } = await fc.check(property, { numRuns, maxSkipsPerRun: 0 });
  if (!failed) return;
  const input = Buffer.from(counterexample?.[0] ?? []);
  const cause = errorInstance instanceof Error ? errorInstance : new Error(String(errorInstance));
  throw new Error(
    `${cause.message} (seed ${seed}) by ${input.length} bytes: ${input.toString('base64').slice(0, 20_000)}`,
    { cause },
  );
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
