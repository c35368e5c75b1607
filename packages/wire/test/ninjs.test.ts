import { describe, expect, it } from 'vitest';
import { parseNinjs } from '../src/parse.ninjs.ts';
import { itemsOf, onlyItem, realFile, realFiles, reasonsOf, sample } from './sample.ts';

const asNinjs = (value: unknown) => parseNinjs(JSON.stringify(value));
const bare = { uri: 'urn:x', headline: 'H', body_text: 'T', language: 'en' };

describe('ninjs 1.x as Superdesk sends it', () => {
  it('gives every field of the item', () => {
    expect(onlyItem(parseNinjs(sample('ninjs-1.json')))).toEqual({
      source: 'Northland Press',
      sourceId: 'tag:desk.example,2026:ferry-1',
      format: 'ninjs',
      type: 'text',
      version: '3',
      versionCreatedAt: '2026-03-01T11:30:00+00:00',
      pubStatus: 'usable',
      embargoedUntil: '2026-03-01T12:00:00+00:00',
      language: 'en-GB',
      headline: 'Ferry link to the islands opens early & in fair weather',
      standfirst: 'The first boat left at dawn.',
      dateline: 'Haven',
      body: [
        {
          kind: 'figure',
          role: 'LEAD',
          caption: 'The ferry leaves the harbour at dawn',
          credit: 'Mo Lens/Northland Press',
          altText: 'A white ferry and the rising sun',
          picture: {
            url: 'https://media.example/1-1400.jpg',
            mimeType: 'image/jpeg',
            width: 1400,
            height: 933,
            creator: 'Mo Lens',
            copyright: 'Copyright Mo Lens',
            usageTerms: 'Editorial use only',
          },
        },
        { kind: 'paragraph', html: 'The <b>ferry</b> left at dawn.' },
        { kind: 'heading', level: 2, text: 'Fares' },
        {
          kind: 'figure',
          role: 'INLINE',
          caption: 'The boat at the pier',
          credit: 'Ann Glass',
          altText: 'A boat',
          picture: { url: 'https://media.example/editor-900.jpg', mimeType: 'image/jpeg', width: 900, height: 600 },
        },
        { kind: 'paragraph', html: 'A crossing costs two crowns.' },
        {
          kind: 'figure',
          role: 'GALLERY',
          caption: 'The pier',
          credit: 'Ann Glass',
          picture: { url: 'https://media.example/pier.png', mimeType: 'image/png', creator: 'Ann Glass' },
        },
      ],
      firstPublishedAt: '2026-03-01T08:00:00+00:00',
      publishedAt: '2026-03-01T08:00:00+00:00',
      updatedAt: '2026-03-01T11:30:00+00:00',
      bylines: [{ name: 'Jane Roe' }, { name: 'Richard Miles', role: 'Staff Writers' }],
      topics: [
        { title: 'water transport', kind: 'SUBJECT', mediaTopic: 'medtop:20000342' },
        { title: 'transport', kind: 'SUBJECT' },
        { title: 'National', kind: 'SUBJECT' },
        { title: 'Ada Skipper', kind: 'PERSON' },
        { title: 'Harbour Board', kind: 'ORGANISATION' },
        { title: 'Haven', kind: 'PLACE' },
        { title: 'Opening of the link', kind: 'EVENT' },
      ],
      urgency: 3,
      genres: ['Article (news)'],
      keywords: ['ferry', 'islands'],
      slugline: 'FERRY-LINK',
      editorialNote: 'Adds quote in third paragraph',
      copyright: 'Copyright 2026 Northland Press',
      usageTerms: 'Not for archives.',
    });
  });
});

describe('ninjs 2.x', () => {
  it('gives every field of the item, by role and content type', () => {
    const [item] = itemsOf(parseNinjs(sample('ninjs-2.json'), { url: 'https://agency.example/feed/' }));
    expect(item).toEqual({
      source: 'Harbour Wire',
      sourceId: 'https://agency.example/items/harbour-2',
      format: 'ninjs',
      type: 'text',
      version: '2',
      versionCreatedAt: '2026-04-05T07:15:00.250Z',
      pubStatus: 'withheld',
      statusReason: 'Held until the family is told',
      language: 'he',
      headline: 'הנמל נפתח מחדש',
      kicker: 'הנמל',
      standfirst: 'הספינה הראשונה יצאה עם שחר.',
      dateline: 'חיפה',
      body: [
        { kind: 'paragraph', html: 'הספינה הראשונה יצאה <a href="https://agency.example/more">עם שחר</a>.' },
        { kind: 'paragraph', html: 'מאות צפו בה.' },
        {
          kind: 'figure',
          role: 'GALLERY',
          caption: 'הספינה בנמל',
          credit: 'משה צלם',
          altText: 'ספינה',
          picture: {
            url: 'https://agency.example/p1.webp',
            mimeType: 'image/webp',
            width: 1600,
            height: 900,
            creator: 'משה צלם',
          },
        },
      ],
      firstPublishedAt: '2026-04-05T06:00:00Z',
      publishedAt: '2026-04-05T06:00:00Z',
      updatedAt: '2026-04-05T07:15:00.250Z',
      bylines: [{ name: 'דנה לוי' }],
      topics: [
        { title: 'תחבורה ימית', kind: 'SUBJECT', mediaTopic: 'medtop:20000342' },
        { title: 'דנה לוי', kind: 'PERSON' },
        { title: 'רשות הנמלים', kind: 'ORGANISATION' },
        { title: 'חיפה', kind: 'PLACE' },
        { title: 'פתיחת הנמל', kind: 'EVENT' },
      ],
      urgency: 8,
      genres: ['כתבה'],
      slugline: 'harbour',
      editorialNote: 'Held until the family is told',
      copyright: '© Harbour Wire',
    });
  });
});

describe('ninjs 3.x', () => {
  it('gives every field of the item', () => {
    expect(onlyItem(parseNinjs(sample('ninjs-3.json')))).toEqual({
      source: 'Agence du Port',
      sourceId: 'https://agency.example/items/harbour-3',
      format: 'ninjs',
      type: 'text',
      version: '7',
      versionCreatedAt: '2026-05-01T09:00:00+02:00',
      pubStatus: 'usable',
      embargoedUntil: '2026-05-02T00:00:00+02:00',
      language: 'fr',
      headline: 'Le port rouvre',
      standfirst: 'Dix ans après, le premier bateau est parti.',
      body: [
        {
          kind: 'figure',
          role: 'LEAD',
          caption: 'Le bateau quitte le quai',
          credit: 'Luc Photo',
          picture: {
            url: 'https://agency.example/p9.jpg',
            mimeType: 'image/jpeg',
            width: 2000,
            height: 1333,
            creator: 'Luc Photo',
            copyright: '© Luc Photo',
          },
        },
        { kind: 'paragraph', html: "Le bateau est parti à l'aube." },
        { kind: 'quote', html: 'Enfin !', pull: false },
      ],
      firstPublishedAt: '2026-05-01T06:00:00+02:00',
      publishedAt: '2026-05-01T06:00:00+02:00',
      updatedAt: '2026-05-01T09:00:00+02:00',
      bylines: [{ name: 'Jeanne Dupont' }, { name: 'Marc Petit' }],
      topics: [{ title: 'transport par eau', kind: 'SUBJECT', mediaTopic: 'medtop:20000342' }],
      keywords: ['port', 'bateau'],
      editorialNote: "Corrige l'heure\nL'heure du départ était fausse.",
      corrections: [{ at: '2026-05-01T08:30:00+02:00' }],
      translationOf: 'https://agency.example/items/harbour-2',
      copyright: 'Agence du Port',
      usageTerms: 'Usage éditorial',
    });
  });
});

describe('whether an item may be shown', () => {
  it.each([
    ['usable', 'usable'],
    ['withheld', 'withheld'],
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['killed', 'canceled'],
    ['recalled', 'canceled'],
    ['stat:canceled', 'canceled'],
    ['http://cv.iptc.org/newscodes/pubstatusg2/withheld', 'withheld'],
    ['something new', 'withheld'],
  ])("a pubstatus of '%s' is %s", (written, pubStatus) => {
    expect(onlyItem(asNinjs({ ...bare, pubstatus: written }))).toMatchObject({ pubStatus });
    expect(onlyItem(asNinjs({ ...bare, pubStatus: written }))).toMatchObject({ pubStatus });
  });

  it('an embargo that cannot be read withholds, and is never taken for none', () => {
    for (const embargoed of ['tomorrow', '2026-02-31T10:00:00Z', true])
      expect(onlyItem(asNinjs({ ...bare, embargoed }))).toMatchObject({ pubStatus: 'withheld' });
    expect(onlyItem(asNinjs({ ...bare, pubstatus: 'embargoed' }))).toMatchObject({ pubStatus: 'withheld' });
    const dated = onlyItem(asNinjs({ ...bare, pubstatus: 'embargoed', embargoed: '2026-02-28T10:00' }));
    expect(dated).toMatchObject({ pubStatus: 'usable', embargoedUntil: '2026-02-28T10:00:00Z' });
  });

  it('a kill needs neither headline nor text, and gives its note as the reason', () => {
    const kill = onlyItem(
      asNinjs({ uri: 'urn:x', pubstatus: 'canceled', ednote: 'Wrong.', representationtype: 'partial' }),
    );
    expect(kill).toMatchObject({ sourceId: 'urn:x', pubStatus: 'canceled', statusReason: 'Wrong.', body: [] });
  });
});

describe('what comes around items', () => {
  const two = [
    { ...bare, uri: 'urn:1' },
    { ...bare, uri: 'urn:2' },
  ];

  it.each([
    ['a list', JSON.stringify(two)],
    ['{items}', JSON.stringify({ items: two, total: 2 })],
    ['{_items}', JSON.stringify({ _items: two, _meta: { total: 2 } })],
    ['{data}', JSON.stringify({ data: two })],
    ['{data: {items: [{item}]}}', JSON.stringify({ data: { items: two.map((item) => ({ item })) } })],
    ['hits of a search index', JSON.stringify({ hits: { hits: two.map((_source) => ({ _id: 'x', _source })) } })],
    ['NDJSON', two.map((item) => JSON.stringify(item)).join('\r\n')],
  ])('takes the items of %s in order', (_name, text) => {
    expect(itemsOf(parseNinjs(text)).map(({ sourceId }) => sourceId)).toEqual(['urn:1', 'urn:2']);
  });

  it('goes on behind a line of NDJSON or a member of a list that is none, and says where it stands', () => {
    const lines = `${JSON.stringify(two[0])}\n{"uri": \n\n${JSON.stringify(two[1])}\n7`;
    expect(reasonsOf(parseNinjs(lines))).toEqual([
      expect.stringMatching(/^line 2 is no JSON/),
      'line 5 is no object of JSON',
    ]);
    expect([...parseNinjs(lines)].filter(({ ok }) => ok)).toHaveLength(2);
    expect(reasonsOf(asNinjs([two[0], null, { uri: 'urn:3' }]))).toEqual([
      'item 2 is no object of JSON',
      'item 3 urn:3 has no headline',
    ]);
  });

  it('says why of what is no story or only a part of one', () => {
    expect(reasonsOf(asNinjs({ ...bare, representationType: 'partial' }))[0]).toContain('is not whole');
    expect(reasonsOf(asNinjs({ ...bare, type: 'planning' }))[0]).toContain('is a plan and no story');
    expect(reasonsOf(parseNinjs(''))).toHaveLength(1);
    expect(reasonsOf(asNinjs({ hello: 'world' }))).toEqual(['input is no item, nor an envelope of items']);
    expect(reasonsOf(parseNinjs('['.repeat(100_000) + ']'.repeat(100_000)))).toHaveLength(1);
  });
});

describe('what suppliers do beyond the standard', () => {
  it('a missing date is missing, and one that is none is too', () => {
    const item = onlyItem(asNinjs({ ...bare, versioncreated: 'now', firstcreated: '' }));
    for (const name of ['versionCreatedAt', 'firstPublishedAt', 'publishedAt', 'updatedAt'])
      expect(item).not.toHaveProperty(name);
  });

  it('a version that is no count decides nothing', () => {
    expect(onlyItem(asNinjs({ ...bare, version: '1.2' }))).not.toHaveProperty('version');
    expect(onlyItem(asNinjs({ ...bare, version: 12 }))).toMatchObject({ version: '12' });
  });

  it('NUL, other controls and lone surrogates stay out of every text', () => {
    const text = JSON.stringify({ ...bare, headline: 'A\u0000B\ud800', slugline: '\u0001S', body_text: 'T\u0000' });
    expect(onlyItem(parseNinjs(text))).toMatchObject({
      headline: 'AB\ufffd',
      slugline: 'S',
      body: [{ kind: 'paragraph', html: 'T' }],
    });
  });

  it('who imports says what the item does not: source, language, zone', () => {
    const { language: _, ...silent } = bare;
    const options = { source: 'Us', language: 'he', timeZone: 'Asia/Jerusalem' };
    expect(
      onlyItem(parseNinjs(JSON.stringify({ ...silent, versioncreated: '2026-01-01 10:00' }), options)),
    ).toMatchObject({
      source: 'Us',
      language: 'he',
      versionCreatedAt: '2026-01-01T10:00:00+02:00',
      timeZone: 'Asia/Jerusalem',
    });
    expect(onlyItem(asNinjs(silent)).language).toBe('und');
  });

  it('a rendition without an address is a file beside the item, under the name that the text shows it by too', () => {
    const picture = (href: string) => ({ type: 'picture', name: 'featuremedia', renditions: { main: { href } } });
    const bodyOf = (href: string, more = {}) =>
      onlyItem(asNinjs({ ...bare, ...more, associations: [picture(href)] })).body.filter(
        ({ kind }) => kind === 'figure',
      );
    expect(bodyOf('img/pier.jpg')).toMatchObject([{ picture: { fileName: 'img/pier.jpg', mimeType: 'image/jpeg' } }]);
    expect(
      bodyOf('img/pier.jpg', { body_text: undefined, body_html: '<p>T</p><img src="img/pier.jpg">' }),
    ).toHaveLength(1);
    for (const outside of ['../pier.jpg', '/etc/passwd', 'data:image/png;base64,AA'])
      expect(bodyOf(outside)).toEqual([]);
  });

  it('keys named after Object.prototype are keys like any other', () => {
    const text =
      '{"uri":"urn:x","headline":"H","__proto__":{"pubstatus":"canceled"},"constructor":"x","associations":{"__proto__":{"type":"picture"}}}';
    expect(onlyItem(parseNinjs(text))).toMatchObject({ pubStatus: 'usable', body: [] });
  });
});

describe('the real files of IPTC', () => {
  it.each(realFiles('ninjs'))('%s', (name) => {
    const item = onlyItem(parseNinjs(realFile('ninjs', name).toString('utf8')));
    const raw = JSON.parse(realFile('ninjs', name).toString('utf8'));
    expect(item).toMatchObject({ sourceId: raw.uri, format: 'ninjs', pubStatus: 'usable' });
    expect(item.headline).toBe(raw.headline ?? raw.headlines[0].value);
    expect(item.versionCreatedAt).toBe(raw.versioncreated ?? raw.versionCreated);
    expect(item.language).toBe(raw.language ?? 'und');
    expect(item.type).toBe(raw.type === 'composite' ? 'text' : raw.type);
    const text = item.body.filter(({ kind }) => kind === 'paragraph');
    expect(text).toHaveLength(name.includes('businesswire') ? 1 : item.type === 'text' ? 4 : 0);
    if (item.type === 'picture')
      expect(item.body).toMatchObject([
        { role: 'LEAD', caption: expect.any(String), credit: expect.any(String), picture: { mimeType: 'image/jpeg' } },
      ]);
    if (name === '1.4-complex.json')
      expect(item.body.flatMap((element) => (element.kind === 'figure' ? [element.role] : []))).toEqual([
        'LEAD',
        'GALLERY',
      ]);
  });
});
