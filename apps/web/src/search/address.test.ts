import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionLanguages } from '../labels/labels.ts';
import { searchPath } from '../urls.ts';
import { readSearch } from './address.ts';

test('a search is read from its own address as it was written', () => {
  const text = fc.string({ unit: 'grapheme' }).map((words) => words.trim());
  const edition = fc.constantFrom(...editionLanguages);
  const after = fc.option(fc.string());
  fc.assert(
    fc.property(text, edition, after, (text, edition, after) => {
      const path = searchPath({ text, edition, ...(after === null ? {} : { after }) });
      expect(readSearch(new URL(path, 'http://site.test').searchParams)).toEqual({ text, edition, after });
    }),
  );
});

test('white space around a text says nothing, and a language without an edition is that of the first', () => {
  expect(readSearch(new URLSearchParams({ q: ' \t sea ', language: 'fr' }))).toEqual({
    text: 'sea',
    edition: 'en',
    after: null,
  });
  expect(readSearch(new URLSearchParams())).toEqual({ text: '', edition: 'en', after: null });
});
