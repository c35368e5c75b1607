import { expect, it } from 'vitest';
import type { ImportArticleInput } from '../../__generated__/resolver-types.ts';
import { digestOf } from './canonical-digest.ts';

const input: ImportArticleInput = {
  source: 'Wire',
  sourceId: '1',
  format: 'ninjs',
  language: 'en',
  headline: 'A storm',
  body: [{ paragraph: { html: 'Wind' } }],
  bylines: [],
  topicSlugs: [],
  topics: [{ title: 'Weather', kind: 'SUBJECT' }],
  urgency: 5,
  timeZone: 'UTC',
  pubStatus: 'USABLE',
  publish: true,
};

it('is the same in whatever order the fields come, and whether what is not there is null or left out', () => {
  const turned = Object.fromEntries(Object.entries(input).toReversed()) as ImportArticleInput;
  expect(digestOf({ ...turned, kicker: null, slug: undefined })).toBe(digestOf(input));
});

it('does not look at the version', () => {
  expect(digestOf({ ...input, version: '2', versionCreatedAt: '2026-01-01T00:00:00Z' })).toBe(digestOf(input));
});

it.each<[string, Partial<ImportArticleInput>]>([
  ['a word', { headline: 'A gale' }],
  ['the order of elements', { body: [{ paragraph: { html: 'Rain' } }, { paragraph: { html: 'Wind' } }] }],
  ['a topic', { topics: [] }],
  ['the embargo', { embargoedUntil: '2026-01-01T00:00:00Z' }],
  ['whether it is to be published', { publish: false }],
  ['whether it may be shown', { pubStatus: 'WITHHELD' }],
])('is another when %s is', (_what, change) => {
  expect(digestOf({ ...input, ...change })).not.toBe(digestOf(input));
});
