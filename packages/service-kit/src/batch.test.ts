import { describe, expect, it } from 'vitest';
import { batchMany, batchOne } from './batch.ts';

describe('loaders', () => {
  it('ask once for all keys of a tick, and answer in the order of the keys', async () => {
    const asked: (readonly number[])[] = [];
    const loader = batchOne(
      async (keys: readonly number[]) => {
        asked.push(keys);
        return keys
          .filter((key) => key !== 2)
          .toReversed()
          .map((key) => ({ key }));
      },
      (row) => row.key,
    );
    expect(await Promise.all([loader.load(3), loader.load(2), loader.load(1), loader.load(3)])).toEqual([
      { key: 3 },
      null,
      { key: 1 },
      { key: 3 },
    ]);
    expect(asked).toEqual([[3, 2, 1]]);
  });

  it('give a key without rows an empty list', async () => {
    const loader = batchMany(
      async () => [
        { key: 1, n: 1 },
        { key: 1, n: 2 },
      ],
      (row) => row.key,
    );
    expect(await Promise.all([loader.load(1), loader.load(2)])).toEqual([
      [
        { key: 1, n: 1 },
        { key: 1, n: 2 },
      ],
      [],
    ]);
  });

  it('fail every key of a batch that fails', async () => {
    const loader = batchOne(
      async (_keys: readonly number[]): Promise<{ key: number }[]> => {
        throw new Error('down');
      },
      (row) => row.key,
    );
    const results = await Promise.allSettled([loader.load(1), loader.load(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
