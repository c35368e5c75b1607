import { expect, test } from 'vitest';
import { editionOfNewest, nothingThere } from './list-page.ts';

const error = (code: string) => ({ code, message: '', path: [], extensions: {} });

test('what nobody has is missing, and so is what a cursor that is none leads to', () => {
  expect(nothingThere({ data: { topic: null }, errors: [] })).toEqual({ kind: 'missing' });
  expect(nothingThere({ data: { topic: null }, errors: [error('BAD_USER_INPUT')] })).toEqual({ kind: 'missing' });
});

test('what could not be asked is not called missing', () => {
  expect(nothingThere(null)).toEqual({ kind: 'unreachable' });
  expect(nothingThere({ data: null, errors: [error('SUBGRAPH_UNAVAILABLE')] })).toEqual({ kind: 'unreachable' });
  expect(nothingThere({ data: { topic: null }, errors: [error('SUBGRAPH_ERROR')] })).toEqual({ kind: 'unreachable' });
});

test("a page without a language of its own is in its newest story's edition, or in the first", () => {
  expect(editionOfNewest([{ language: 'ar-EG' }])).toBe('ar');
  expect(editionOfNewest([{ language: 'fr' }])).toBe('en');
  expect(editionOfNewest([])).toBe('en');
});
