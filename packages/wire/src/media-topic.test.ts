import { expect, it } from 'vitest';
import { mediaTopicCode } from './media-topic.ts';

it.each([
  ['medtop:20000010', undefined, 'medtop:20000010'],
  ['http://cv.iptc.org/newscodes/mediatopic/20000010', undefined, 'medtop:20000010'],
  ['https://cv.iptc.org/newscodes/mediatopic/01000000/', undefined, 'medtop:01000000'],
  ['20000010', 'http://cv.iptc.org/newscodes/mediatopic/', 'medtop:20000010'],
  ['01000000', 'medtop', 'medtop:01000000'],
  ['20000010', undefined, 'medtop:20000010'],
  ['04015000', undefined, undefined],
  ['04015000', 'http://cv.iptc.org/newscodes/subjectcode/', undefined],
  ['20000010', 'http://cv.iptc.org/newscodes/genre/', undefined],
  ['cpnat:abstract', undefined, undefined],
  ['medtop:2000001', undefined, undefined],
  [undefined, 'medtop', undefined],
])('%j of scheme %j is %j', (code, scheme, expected) => {
  expect(mediaTopicCode(code, scheme)).toBe(expected);
});
