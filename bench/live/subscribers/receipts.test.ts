import { expect, test } from 'vitest';
import { Receipts } from './receipts.ts';

test('a text has come when every subscriber has it, and its times are theirs', async () => {
  const receipts = new Receipts(2);
  receipts.take(0, 'a', 10);
  const times = receipts.of('a', 10_000);
  receipts.take(1, 'a', 12);
  expect(await times).toEqual([10, 12]);
  expect(receipts.wrongBeside(['a'])).toEqual({ wrong: 0, sample: null });
});

test('who got nothing until the time was up is missing', async () => {
  const receipts = new Receipts(3);
  receipts.take(2, 'a', 5);
  expect(await receipts.of('a', 1)).toEqual([5]);
});

test('another text is wrong, and so is the same one twice', () => {
  const receipts = new Receipts(1);
  receipts.take(0, 'a', 1);
  receipts.take(0, 'a', 2);
  receipts.take(0, 'b', 3);
  expect(receipts.wrongBeside(['a'])).toEqual({ wrong: 2, sample: 'b' });
});
