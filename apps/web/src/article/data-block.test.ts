import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataBlock } from './data-block.ts';

test('whatever a story says, the block cannot be left and says the same', () => {
  const dangerous = fc.constantFrom('</script>', '<!--', '<script>', ']]>', '\u2028', '"');
  const text = fc.array(fc.oneof(fc.string(), dangerous)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.dictionary(text, text), (facts) => {
      const block = dataBlock(JSON.stringify(facts));
      expect(block).not.toContain('<');
      expect(JSON.parse(block)).toEqual(JSON.parse(JSON.stringify(facts)));
    }),
  );
});
