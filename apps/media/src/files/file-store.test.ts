import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileStore } from './file-store.ts';

describe('a file store', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-files-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const name = `${'ab'.repeat(32)}.jpg`;

  it('keeps one whole file, however many write it at once, and nothing beside it', async () => {
    const store = createFileStore(folder);
    const bytes = Buffer.alloc(300_000, 7);
    expect(await store.read(name)).toBeNull();
    await Promise.all(Array.from({ length: 8 }, () => store.put(name, bytes)));
    expect((await store.read(name))?.equals(bytes)).toBe(true);
    expect(await readdir(join(folder, 'ab', 'ab'))).toEqual([name]);
  });

  it('leaves nothing behind when it cannot write', async () => {
    await writeFile(join(folder, 'cd'), 'a file where a folder should be');
    const store = createFileStore(folder);
    await expect(store.put(`${'cd'.repeat(32)}.jpg`, Buffer.from('x'))).rejects.toThrow();
    expect(await store.has(`${'cd'.repeat(32)}.jpg`)).toBe(false);
  });

  it.each(['../../etc/passwd', `${'a'.repeat(63)}/.jpg`, `${'a'.repeat(64)}.jpg/..`, '', `${'A'.repeat(64)}.jpg`])(
    'makes no path of %j',
    (other) => {
      expect(() => createFileStore(folder).pathOf(other)).toThrow(RangeError);
    },
  );
});
