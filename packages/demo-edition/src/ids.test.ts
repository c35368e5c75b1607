import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoId } from './ids.ts';

const uuidVersion8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id is a well-formed UUID of version 8 for any kind and key', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (kind, key) => uuidVersion8.test(demoId(kind, key))));
});

test('an id never changes between releases: it stands in databases', () => {
  expect(demoId('article', 'en/merrow-strait-ferries-sail-again')).toBe('521aa8b3-a437-8d52-a934-58eda311c85d');
  expect(demoId('a', 'b')).toBe('59b271ae-1bbc-81d3-9d41-929817f4b16f');
});

test('moving a letter from the kind to the key gives another id', () => {
  expect(demoId('article', 's')).not.toBe(demoId('articles', ''));
});
