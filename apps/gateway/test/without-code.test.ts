import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('./without-code-main.ts', import.meta.url));

async function answersOf(...flags: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, main]);
  return JSON.parse(stdout) as { makesCode: boolean; text: string };
}

it('answers all the same, letter by letter, where no code may be made of text', { timeout: 60_000 }, async () => {
  const [usual, strict] = await Promise.all([answersOf(), answersOf('--disallow-code-generation-from-strings')]);
  expect([usual.makesCode, strict.makesCode]).toEqual([true, false]);
  expect(strict.text).toBe(usual.text);
  expect(JSON.parse(strict.text)).toMatchObject({
    data: {
      item: { note: 'Note 1', any: { deep: [1, null] }, mood: 'GOOD' },
      things: [{ n: 'Note 1' }, { n: 'Note 2' }],
    },
  });
});
