import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

it('drops what no text holds, and nothing else', () => {
  expect(cleanText('\ufeffa\0b\u0001c\td\ne\u007f\ufffe😀\ud800')).toBe('abc\td\ne😀\ufffd');
  expect(cleanLine(' a \n\u00a0 b\u0085c ')).toBe('a b c');
  expect([cleanLine(undefined), cleanLine(''), cleanLine('\0 \n')]).toEqual([undefined, undefined, undefined]);
});

it('gives well-formed text on one line, the same when done again, for any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = cleanLine(text);
      expect(cleanLine(line)).toBe(line);
      expect(line ?? 'x').toMatch(/^\S(.*\S)?$/su);
      expect((line ?? '').isWellFormed() && !/[\0\n\t]| {2}/.test(line ?? '')).toBe(true);
    }),
  );
});
