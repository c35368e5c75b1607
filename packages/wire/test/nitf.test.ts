import { expect, it } from 'vitest';
import { parseNitf } from '../src/parse.nitf.ts';
import { nitfStory } from './expected/nitf.ts';
import { itemsOf, reasonsOf, sample } from './samples.ts';

const story = sample('nitf-story.xml');

it('a NITF document with a document type and without a namespace: every field, and no file is asked for', () => {
  expect(itemsOf(parseNitf(story))).toEqual([nitfStory]);
});

it('with its namespace, and with a prefix, it is the same item', () => {
  const namespaced = story.replace('<nitf ', '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" ');
  const prefixed = story
    .replace(/<!DOCTYPE[^>]*>/, '')
    .replaceAll(/<(\/?)([a-z])/g, '<$1n:$2')
    .replace('<n:nitf ', '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/" ');
  expect(itemsOf(parseNitf(namespaced))).toEqual([nitfStory]);
  expect(itemsOf(parseNitf(prefixed))).toEqual([nitfStory]);
});

const withData = (data: string, attributes = '') =>
  `<nitf><head><docdata ${attributes}><doc-id id-string="1" regsrc="W"/>${data}</docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>P</p></body.content></body></nitf>`;

it.each([
  ['usable', '', { pubStatus: 'usable' }],
  ['withheld', '', { pubStatus: 'withheld' }],
  ['canceled', '<ed-msg info="Wrong person"/>', { pubStatus: 'canceled', statusReason: 'Wrong person' }],
  [
    'embargoed',
    '<date.release norm="20250301T120000Z"/>',
    { pubStatus: 'usable', embargoedUntil: '2025-03-01T12:00:00Z' },
  ],
  ['embargoed', '', { pubStatus: 'withheld', statusReason: 'embargoed until a date that is not given' }],
  ['usable', '<ed-msg msg-type="kill" info="Wrong person"/>', { pubStatus: 'canceled', statusReason: 'Wrong person' }],
])('management-status %s with %s', (status, data, expected) => {
  const [item] = itemsOf(parseNitf(withData(data, `management-status="${status}"`)));
  expect(item).toMatchObject(expected);
});

it('a release at or before the issue is no embargo, and a document without dates has none', () => {
  const dates = '<date.issue norm="20250301T120000Z"/><date.release norm="20250301T110000Z"/>';
  const [item] = itemsOf(parseNitf(withData(dates)));
  expect(item?.embargoedUntil).toBeUndefined();
  expect(item?.publishedAt).toBe('2025-03-01T11:00:00Z');
  const [undated] = itemsOf(parseNitf(withData('<date.issue norm="soon"/>')));
  expect(Object.keys(undated ?? {}).filter((name) => name.endsWith('At'))).toEqual([]);
});

it('a document without an id or a headline is refused with the reason', () => {
  expect(reasonsOf(parseNitf('<nitf><body><p>x</p></body></nitf>'))).toEqual([
    'nitf 1: has no id of its own, by which later versions would be known',
  ]);
  expect(reasonsOf(parseNitf(withData('').replace('H<', '<')))).toEqual(['nitf 1: 1 has no headline']);
  expect(reasonsOf(parseNitf('<rss/>'))).toEqual(['input: holds no nitf']);
});

it('what a correction says of itself stays with editors: readers are not told it', () => {
  const [item] = itemsOf(
    parseNitf(withData('<correction info="Do not use the name"/><date.issue norm="20250301T120000Z"/>')),
  );
  expect(item?.corrections).toEqual([{ at: '2025-03-01T12:00:00Z' }]);
  expect(item?.editorialNote).toBe('Do not use the name');
});
