import { expect, test } from 'vitest';
import { updatedLater } from './page-facts.ts';

const firstPublishedAt = '2026-11-20T10:00:00+02:00';

test('the updated line stands only when readers could have seen the story before', () => {
  expect(updatedLater({ firstPublishedAt, updatedAt: '2026-11-20T08:01:00Z' })).toBe(false);
  expect(updatedLater({ firstPublishedAt, updatedAt: '2026-11-20T08:01:01Z' })).toBe(true);
  expect(updatedLater({ firstPublishedAt: null, updatedAt: '2026-11-20T12:00:00Z' })).toBe(false);
});
