import { type PaperViewer, paperComment } from './paper-conversation.ts';
import type { Paper } from './paper-graph.ts';

export const nora: PaperViewer = { id: 'nora', displayName: 'Nora', role: 'READER' };
export const omer: PaperViewer = { id: 'omer', displayName: 'Omer', role: 'READER' };

const section = (slug: string, title: string, language: string) => ({ slug, title, language, parent: null });
const world = section('world', 'World', 'en');
const hebrewWorld = section('he-world', 'חדשות חוץ', 'he');

const image = {
  width: 1600,
  height: 1000,
  placeholder: 'data:image/png;base64,iVBORw0KGgo=',
  dominantColour: '#336699',
  credit: 'Reuters',
  attribution: { text: 'Photo: Reuters', direction: 'LTR', label: 'Photo', name: 'Reuters' },
  rendition: { url: 'http://media.test/r/1280.jpg', width: 1280, height: 800, mimeType: 'image/jpeg' },
  srcset: 'http://media.test/r/640.webp 640w, http://media.test/r/1280.webp 1280w',
};
const figure = { kind: 'FigureElement', altText: 'A lighthouse in fog.', credit: 'Reuters', image };

const mara = {
  id: 'p1',
  slug: 'mara-ellwood',
  name: 'Mara Ellwood <i>',
  jobTitle: 'Coast & weather',
  bio: 'Writes about <em>lamps</em>.',
  portrait: {
    ...image,
    id: 'i1',
    altText: 'Mara Ellwood at the lamp.',
    rendition: { url: 'http://media.test/r/mara.jpg', width: 480, height: 480, mimeType: 'image/jpeg' },
  },
};
const newcomer = { id: 'p2', slug: 'newcomer', name: 'New Comer', jobTitle: null, bio: null, portrait: null };
const sea = { id: 't1', slug: 'sea', title: 'Sea', kind: 'SUBJECT' };
const harbour = { id: 't2', slug: 'נמל', title: 'נמל <b>', kind: 'PLACE' };

const story = {
  id: 'a1',
  translationSlugs: ['המגדלור'],
  slug: 'the-lighthouse',
  oldSlugs: ['lighthouse-old'],
  canonicalUrl: 'http://site.test/articles/the-lighthouse',
  language: 'en',
  revision: 3,
  direction: 'LTR',
  kicker: 'Coast',
  headline: 'The keeper said: "</script><script>alert(1)</script>"',
  standfirst: 'A story <b>about</b> a lamp.',
  dateline: 'PORT CALVER, Nov 20',
  status: 'PUBLISHED',
  urgency: 3,
  firstPublishedAt: '2026-11-20T08:00:00+02:00',
  firstPublishedLine: 'First published: 11.20.26, 08:00',
  publishedAt: '2026-11-20T08:00:00+02:00',
  updatedAt: '2026-11-20T09:30:00+02:00',
  readingTimeMinutes: 4,
  copyrightNotice: null,
  isAccessibleForFree: true,
  withdrawal: null,
  jsonLd: JSON.stringify({
    '@type': 'NewsArticle',
    headline: '</script><script>alert(2)</script>',
    image: [
      { '@type': 'ImageObject', '@id': 'http://site.test/articles/the-lighthouse#e0', creditText: 'Reuters' },
      { '@type': 'ImageObject', '@id': 'http://site.test/articles/the-lighthouse#e5', creditText: 'AP' },
    ],
  }),
  section: world,
  bylines: [{ name: 'Mara Ellwood', role: 'in Port Calver', contributor: mara }],
  leadFigure: { ...figure, id: 'e0', role: 'LEAD', caption: 'The lamp at dusk.' },
  body: [
    { kind: 'ParagraphElement', id: 'e1', html: 'It <em>turns</em>.', text: 'It turns.', direction: 'LTR' },
    { kind: 'HeadingElement', id: 'e2', level: 3, text: 'The stairs' },
    { kind: 'ListElement', id: 'e3', ordered: true, items: ['First', 'Second'] },
    { kind: 'QuoteElement', id: 'e4', html: 'Light is work.', attribution: 'The keeper', pull: true },
    { ...figure, id: 'e5', role: 'INLINE', caption: 'A figure without a file.', credit: 'AP', image: null },
    { kind: 'EmbedElement', id: 'e6', provider: 'Filmhouse', title: 'The film', url: 'javascript:alert(3)' },
    { kind: 'TableElement', id: 'e7', caption: 'Lamps', head: ['Year', 'Lamp'], rows: [['1901', 'Oil']] },
  ],
  corrections: [{ note: 'The lamp is older.', publishedAt: '2026-11-20T09:30:00+02:00' }],
  topics: [sea],
};

const hebrewStory = {
  ...story,
  id: 'a2',
  translationSlugs: ['the-lighthouse'],
  slug: 'המגדלור',
  oldSlugs: [],
  canonicalUrl: `http://site.test/articles/${encodeURIComponent('המגדלור')}`,
  language: 'he',
  direction: 'RTL',
  headline: 'המגדלור מאיר שוב',
  isAccessibleForFree: false,
  section: hebrewWorld,
  firstPublishedLine: 'פרסום ראשון: 20.11.26, 08:00',
};

/** As it happens, in Hebrew, with a name and a paragraph in English. */
const liveStory = {
  ...hebrewStory,
  id: 'a3',
  slug: 'live',
  canonicalUrl: 'http://site.test/articles/live',
  headline: 'עדכונים חיים',
  bylines: [{ name: 'Mara Ellwood', role: null, contributor: null }],
  topics: [harbour],
  body: [
    { kind: 'ParagraphElement', id: 'l0', html: 'המגדלור', text: 'המגדלור', direction: 'RTL' },
    {
      kind: 'LiveEntryElement',
      id: 'l2',
      headline: 'האור חזר <script>alert(5)</script>',
      publishedAt: '2026-11-20T09:30:00+02:00',
      body: [
        { kind: 'ParagraphElement', id: 'l3', html: 'The lamp is lit.', text: 'The lamp is lit.', direction: 'LTR' },
        { kind: 'RelatedElement', id: 'l4', article: story },
      ],
    },
    {
      kind: 'LiveEntryElement',
      id: 'l1',
      headline: null,
      publishedAt: '2026-11-20T08:00:00+02:00',
      body: [{ kind: 'ParagraphElement', id: 'l5', html: 'חושך', text: 'חושך', direction: 'RTL' }],
    },
  ],
};

/** As readers get a story that was taken back. */
const withdrawnStory = {
  ...story,
  id: 'a4',
  slug: 'taken-back',
  canonicalUrl: 'http://site.test/articles/taken-back',
  headline: 'This article has been withdrawn',
  standfirst: null,
  status: 'WITHDRAWN',
  bylines: [],
  leadFigure: null,
  body: [],
  corrections: [],
  topics: [],
  withdrawal: { reason: 'It was <b>not</b> so.', withdrawnAt: '2026-11-21T10:00:00+02:00' },
};

/** More than one page of a list holds. */
const notes = Array.from({ length: 21 }, (_, at) => ({
  ...story,
  id: `n${at}`,
  translationSlugs: [],
  slug: `note-${at}`,
  oldSlugs: [],
  canonicalUrl: `http://site.test/articles/note-${at}`,
  headline: `Tide note ${at}`,
  topics: [sea, harbour],
  section: section('notes', 'Notes', 'en'),
}));

const said = (id: string, number: number, parentId: string | null, bodyText: string) =>
  paperComment({ id, articleId: 'a1', number, parentId, author: omer, bodyText });

/** A small edition with everything that a page may have to show, and what it must not let through. */
export const paper: Paper = {
  sections: [world, hebrewWorld],
  contributors: [mara, newcomer],
  topics: [sea, harbour],
  articles: [story, hebrewStory, liveStory, withdrawnStory, ...notes],
  comments: [
    said('c1', 1, null, 'First <script>alert(4)</script>'),
    said('c2', 2, 'c1', 'An answer'),
    { ...said('c3', 3, null, ''), author: null, deleted: true, status: 'DELETED' },
    said('c4', 4, 'c3', 'To somebody who left'),
  ],
};
