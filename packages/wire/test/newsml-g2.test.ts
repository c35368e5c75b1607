import { expect, it } from 'vitest';
import { parseNewsmlG2, streamNewsmlG2 } from '../src/parse.newsml-g2.ts';
import { correctedText, kill, openEndedEmbargo, packageOfTwo } from './expected/newsml-g2.ts';
import { collected, itemsOf, reasonsOf, sample, sharedSample } from './samples.ts';

const message = sample('newsml-g2-message.xml');

it('a newsMessage: a correction under embargo, a kill, an open-ended embargo, a package; one without a guid stops none', () => {
  expect(itemsOf(parseNewsmlG2(message))).toEqual([correctedText, kill, openEndedEmbargo, packageOfTwo]);
  expect(reasonsOf(parseNewsmlG2(message))).toEqual([
    'newsItem 5: has no id of its own, by which later versions would be known',
  ]);
});

it('in chunks of any size it is the same', async () => {
  const whole = [...parseNewsmlG2(message)];
  for (const size of [1, 7, 1000]) {
    async function* chunks() {
      for (let at = 0; at < message.length; at += size) yield message.slice(at, at + size);
    }
    expect(await collected(streamNewsmlG2(chunks(), {}))).toEqual(whole);
  }
});

it('whoever imports may name the source and the zone of dates without one', () => {
  const text =
    '<newsItem guid="g" xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>2025-07-01T10:00:00</versionCreated></itemMeta><contentMeta><headline>H</headline></contentMeta></newsItem>';
  const [item] = itemsOf(parseNewsmlG2(text, { source: 'Desk', language: 'he', timeZone: 'Asia/Jerusalem' }));
  expect(item).toMatchObject({ source: 'Desk', language: 'he', versionCreatedAt: '2025-07-01T10:00:00+03:00' });
  expect(item?.firstPublishedAt).toBeUndefined();
});

it.each([
  ['<pubStatus qcode="stat:usable"/>', 'usable'],
  ['<pubStatus qcode="x:withheld"/>', 'withheld'],
  ['<pubStatus qcode="stat:canceled"/>', 'canceled'],
  ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>', 'canceled'],
  ['<pubStatus qcode="stat:unheard-of"/>', 'withheld'],
  ['<signal qcode="sig:kill"/>', 'canceled'],
  ['', 'usable'],
])('%s is %s', (status, expected) => {
  const text = `<newsItem guid="g"><itemMeta>${status}</itemMeta><contentMeta><headline>H</headline></contentMeta></newsItem>`;
  expect(itemsOf(parseNewsmlG2(text))[0]?.pubStatus).toBe(expected);
});

it('NITF inside, as XML and as escaped text', () => {
  const nitf =
    '<nitf><body><body.head><hedline><hl1>From NITF</hl1></hedline><byline>By Ada Byron</byline></body.head><body.content><p>One &amp; two</p></body.content></body></nitf>';
  const item = (content: string) => `<newsItem guid="g"><contentSet>${content}</contentSet></newsItem>`;
  const escaped = nitf.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  for (const content of [
    `<inlineXML contenttype="application/nitf+xml">${nitf}</inlineXML>`,
    `<inlineData contenttype="application/nitf+xml">${escaped}</inlineData>`,
  ]) {
    expect(itemsOf(parseNewsmlG2(item(content)))[0]).toMatchObject({
      headline: 'From NITF',
      bylines: [{ name: 'Ada Byron' }],
      body: [{ kind: 'paragraph', html: 'One &amp; two' }],
    });
  }
});

const photo = sharedSample('newsml-g2/listing-3-photo.xml');
it.skipIf(!photo)(
  "the standard's photo: the largest rendition, caption, credit, creator, rights, subjects with names",
  () => {
    const [item] = itemsOf(parseNewsmlG2(photo ?? ''));
    expect(item).toMatchObject({
      type: 'picture',
      sourceId: 'tag:gettyimages.com,2010:GYI0062134533',
      version: '11',
      versionCreatedAt: '2018-10-12T06:42:04Z',
      firstPublishedAt: '2010-10-20T20:58:00Z',
      headline: 'Variety Of Recessionary Forces Leave Las Vegas Economy Scarred',
      creditLine: 'Getty Images',
      bylines: [{ name: 'Spencer Platt', role: 'photographer' }],
      topics: [
        { title: 'labour market', kind: 'SUBJECT', mediaTopic: 'medtop:20000523' },
        { title: 'unemployment', kind: 'SUBJECT', mediaTopic: 'medtop:20000533' },
        { title: 'Las Vegas Boulevard', kind: 'PLACE' },
        { title: 'Las Vegas', kind: 'PLACE' },
      ],
    });
    expect(item?.body).toMatchObject([
      {
        role: 'LEAD',
        credit: 'Spencer Platt/Getty Images',
        picture: {
          fileName: 'GYI0062134533.jpg',
          mimeType: 'image/jpeg',
          width: 1500,
          height: 1001,
          creator: 'Spencer Platt',
        },
      },
    ]);
  },
);

const text = sharedSample('newsml-g2/listing-2-text.xml');
it.skipIf(!text)("the standard's text with NITF inside: two paragraphs, byline with its title, place, topics", () => {
  const [item] = itemsOf(parseNewsmlG2(text ?? ''));
  expect(item).toMatchObject({
    source: 'acmenews.com',
    sourceId: 'urn:newsml:acmenews.com:20161121:US-FINANCE-FED',
    language: 'en-US',
    headline: 'Fed to halt QE to avert "bubble"',
    dateline: 'New York, NY',
    bylines: [{ name: 'Meredith Jameson', role: 'Staff Reporter' }],
    creditLine: 'Associated Press',
    slugline: 'US-Finance-Fed',
    updatedAt: '2018-11-21T16:25:32-05:00',
  });
  expect(item?.body.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  expect(item?.firstPublishedAt).toBeUndefined();
});

const news = sharedSample('newsml-g2/listing-1-news-item.xml');
it.skipIf(!news)("the standard's news item: embargo, note, genre, rights, a link to see", () => {
  expect(itemsOf(parseNewsmlG2(news ?? ''))[0]).toMatchObject({
    source: 'REUTERS',
    embargoedUntil: '2018-10-23T12:00:00Z',
    language: 'en-GB',
    genres: ['Interview'],
    copyright: 'Copyright 2017-18 Example Enews LLP, all rights reserved',
    usageTerms: 'Not for use outside the United States',
    body: [{ kind: 'related', url: 'http://www.example.com/video/20081222-PNN-1517-407624/index.html' }],
  });
});

const composite = sharedSample('newsml-g2/listing-6-package.xml');
it.skipIf(!composite)("the standard's package is a composite of its titles", () => {
  expect(itemsOf(parseNewsmlG2(composite ?? ''))[0]).toMatchObject({
    type: 'composite',
    headline: 'UK',
    body: [{ kind: 'list', ordered: true, items: ['Obama annonce son équipe', 'Barack Obama arrive à Washington'] }],
  });
});

const fragment = sharedSample('newsml-g2/listing-9-package-seq.xml');
it.skipIf(!fragment)('a fragment of a package is no item, and is said to hold none', () => {
  expect(reasonsOf(parseNewsmlG2(fragment ?? ''))).toEqual(['input: holds no newsItem and no packageItem']);
});
