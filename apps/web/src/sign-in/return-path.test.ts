import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test('a path of this site is kept, with its query and fragment', () => {
  expect(returnPath('/articles/x?sort=oldest#comment-3')).toBe('/articles/x?sort=oldest#comment-3');
});

test.each([
  null,
  undefined,
  '',
  'articles/x',
  '//evil.test/',
  '/\\evil.test',
  'https://evil.test',
  '/\t/evil.test',
  '/.//evil.test',
  '/a/..//evil.test',
  '/%2e//evil.test',
])('%j leads to the front page or a path, never away', (given) => {
  expect(new URL(returnPath(given), 'http://site.test').origin).toBe('http://site.test');
});

test('whatever is given, a browser stays on this site', () => {
  const part = fc.constantFrom('/', '.', '%2e', '\\', '\t', '\n', ':', '@', '?', '#', 'http', 'evil.test');
  const tricky = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), tricky), (given) => {
      expect(new URL(returnPath(given), 'http://site.test').origin).toBe('http://site.test');
    }),
    { numRuns: 2_000 },
  );
});
