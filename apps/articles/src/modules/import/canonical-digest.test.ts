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
  isAccessibleForFree: true,
  corrections: [],
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

it('is that of a time when items could not say whom they are for and what they correct, where they do not', () => {
  expect(digestOf(input)).toBe('8cbf94541cdd35a2b29507b7f776255b270c1d27f45b7f863be0775f01db25c6');
});

it.each<[string, Partial<ImportArticleInput>]>([
  ['a word', { headline: 'A gale' }],
  ['the order of elements', { body: [{ paragraph: { html: 'Rain' } }, { paragraph: { html: 'Wind' } }] }],
  ['a topic', { topics: [] }],
  ['the embargo', { embargoedUntil: '2026-01-01T00:00:00Z' }],
  ['whether it is to be published', { publish: false }],
  ['whether it may be shown', { pubStatus: 'WITHHELD' }],
  ['a correction', { corrections: [{ note: 'It was nine.' }] }],
  ['the mark for subscribers', { isAccessibleForFree: false }],
])('is another when %s is', (_what, change) => {
  expect(digestOf({ ...input, ...change })).not.toBe(digestOf(input));
});
