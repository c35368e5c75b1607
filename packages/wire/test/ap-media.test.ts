import { describe, expect, it } from 'vitest';
import { parseApMedia } from '../src/parse.ap-media.ts';
import { itemsOf, onlyItem, reasonsOf, sample } from './sample.ts';

const bare = { altids: { itemid: 'a1' }, headline: 'H', body_text: 'T', language: 'en', type: 'text' };
const asAp = (item: unknown) => parseApMedia(JSON.stringify(item));

describe('a feed of the AP Media API', () => {
  it('gives every field of a story, its text out of NITF, its pictures in order', () => {
    expect([...parseApMedia(sample('ap-media-feed.json'))][0]).toEqual({
      ok: true,
      place: 'item 1',
      item: {
        source: 'AP',
        sourceId: 'aa11',
        format: 'ap-media',
        type: 'text',
        version: '4',
        versionCreatedAt: '2026-06-01T11:00:00Z',
        pubStatus: 'usable',
        language: 'en',
        headline: 'Ferry link opens early',
        standfirst: 'The ferry link to the islands opened a week early, with 300 passengers on the first boat',
        body: [
          {
            kind: 'figure',
            role: 'LEAD',
            caption: 'The boat leaves Haven',
            credit: 'Mo Lens/AP',
            picture: {
              url: 'https://api.example/bb22-main',
              mimeType: 'image/jpeg',
              width: 3500,
              height: 2592,
              creator: 'Mo Lens',
            },
          },
          { kind: 'paragraph', html: 'HAVEN, Northland (AP) — The boat left at dawn.' },
          { kind: 'paragraph', html: 'It was full.' },
        ],
        firstPublishedAt: '2026-06-01T09:00:00Z',
        publishedAt: '2026-06-01T09:00:00Z',
        updatedAt: '2026-06-01T11:00:00Z',
        bylines: [{ name: 'JANE ROE', role: 'Travel Writer' }, { name: 'Richard Miles' }],
        topics: [
          { title: 'Water transport', kind: 'SUBJECT' },
          { title: 'Ada Skipper', kind: 'PERSON' },
          { title: 'Haven', kind: 'PLACE' },
        ],
        urgency: 4,
        keywords: ['ferry'],
        slugline: 'BC-EU--Ferry Link, 1st Ld',
        editorialNote: 'Corrects the number of passengers to 300.',
        corrections: [{ at: '2026-06-01T11:00:00Z' }],
        copyright: 'Copyright 2026 The Agency.',
        usageTerms: 'Editorial use only. No archives.',
      },
    });
  });

  it('a kill by its editorial type kills, whatever its pubstatus says', () => {
    const [, kill] = [...parseApMedia(sample('ap-media-feed.json'))];
    expect(kill).toMatchObject({
      ok: true,
      item: {
        sourceId: 'dd44',
        pubStatus: 'canceled',
        statusReason: 'The story is wrong in its main point.',
        body: [],
      },
    });
  });

  it('an embargoed item is usable from its date on, and withheld without one', () => {
    const [, , embargoed] = [...parseApMedia(sample('ap-media-feed.json'))];
    expect(embargoed).toMatchObject({
      ok: true,
      item: { pubStatus: 'usable', embargoedUntil: '2026-06-03T04:00:00Z' },
    });
    expect(onlyItem(asAp({ ...bare, pubstatus: 'embargoed' }))).toMatchObject({ pubStatus: 'withheld' });
    expect(onlyItem(asAp({ ...bare, pubstatus: 'usable', embargoed: 'soon' }))).toMatchObject({
      pubStatus: 'withheld',
    });
  });

  it('a story whose text is kept apart is refused, as it would come without text', () => {
    expect(reasonsOf(parseApMedia(sample('ap-media-feed.json')))).toEqual([
      "item 4 ff66 has no text in it: AP keeps it apart, as its rendition 'nitf'",
    ]);
  });
});

describe('other shapes', () => {
  it.each([
    ['an item', bare],
    ['the response for one item', { api_version: '1.1', data: { item: bare } }],
    ['a search', { data: { items: [{ meta: {}, item: bare }] } }],
    ['a list', [bare]],
    [
      'an item with its text beside it',
      { data: { item: { ...bare, body_text: undefined } }, nitf: { body_html: '<p>T</p>' } },
    ],
  ])('takes %s', (_name, value) => {
    expect(itemsOf(asAp(value))).toMatchObject([{ sourceId: 'a1', body: [{ kind: 'paragraph', html: 'T' }] }]);
  });

  it.each([
    ['Kill', 'canceled'],
    ['Elimination', 'canceled'],
    ['Disregard', 'canceled'],
    ['Withhold', 'withheld'],
    ['Advisory', 'withheld'],
    ['Writethru', 'usable'],
  ])("the editorial type '%s' is %s", (type, pubStatus) => {
    expect(onlyItem(asAp({ ...bare, editorialtypes: [type] }))).toMatchObject({ pubStatus });
  });

  it('without an item id the address without its query is the id, as the query changes with each version', () => {
    const uri = 'https://api.example/v/content/aa?qt=1&et=0a2';
    expect(onlyItem(asAp({ ...bare, altids: {}, uri }))).toMatchObject({
      sourceId: 'https://api.example/v/content/aa',
    });
  });

  it('a picture is one figure, and pictures held back are left out of stories', () => {
    const picture = {
      altids: { itemid: 'p1' },
      type: 'picture',
      headline: 'P',
      description_caption: 'C',
      renditions: { main: { href: 'https://x.example/p', mimetype: 'image/jpeg', width: 9, height: 9 } },
    };
    expect(onlyItem(asAp(picture))).toMatchObject({
      type: 'picture',
      body: [{ kind: 'figure', role: 'LEAD', caption: 'C' }],
    });
    const story = { ...bare, associations: { 1: { ...picture, pubstatus: 'withheld' } } };
    expect(onlyItem(asAp(story)).body).toEqual([{ kind: 'paragraph', html: 'T' }]);
  });
});
