import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newsArticleJsonLd } from '../src/modules/article/json-ld.ts';

const release = join(import.meta.dirname, '../../../../shared/standards/schemaorg/schemaorg-current-https-30.0.jsonld');
const there = existsSync(release);
if (!there) process.stdout.write('skipped: the schema.org release is not there (../shared/standards/schemaorg)\n');

type Term = Readonly<Record<string, unknown>>;
interface Vocabulary {
  readonly superTypes: (type: string) => ReadonlySet<string>;
  /** The types that a property belongs to; undefined when there is no such property. */
  readonly domainsOf: (property: string) => readonly string[] | undefined;
  /** The kinds of value that a property takes. */
  readonly rangesOf: (property: string) => readonly string[] | undefined;
  readonly isType: (name: string) => boolean;
}

type Subject = Parameters<typeof newsArticleJsonLd>[0];
const now = new Date('2026-01-01T00:00:00Z');
const bare: Subject = {
  article: {
    slug: 'a',
    language: 'en',
    timeZone: 'UTC',
    headline: 'x',
    kicker: null,
    standfirst: null,
    dateline: null,
    copyrightNotice: null,
    isAccessibleForFree: true,
    firstPublishedAt: null,
    publishedAt: null,
    updatedAt: now,
    body: [],
  } as unknown as Subject['article'],
  figures: [],
  authors: [],
  corrections: [],
  translations: [],
  keywords: [],
  sectionTitle: null,
  siteUrl: 'https://news.example',
};
const full: Subject = {
  ...bare,
  article: {
    ...bare.article,
    id: '0190b2c4-0000-7000-8000-000000000001',
    slug: 'שלום',
    language: 'he',
    timeZone: 'Asia/Jerusalem',
    headline: 'שלום',
    kicker: 'k',
    standfirst: 'x',
    dateline: 'SOCHI, Nov 21',
    wordCount: 3,
    firstPublishedAt: now,
    publishedAt: now,
    copyrightNotice: '© x',
  },
  figures: [
    { kind: 'figure', id: 'f', role: 'LEAD', imageId: null, caption: 'Caption', altText: 'Seen', credit: 'Reuters' },
    { kind: 'figure', id: 'g', role: 'INLINE', imageId: null, caption: null, altText: null, credit: 'AP' },
  ],
  authors: [
    {
      name: 'Noa Levi',
      contributor: { id: 'c', slug: 'noa', name: 'Noa Levi', jobTitle: 'Editor', bio: null, portraitImageId: null },
    },
    { name: 'Reuters', contributor: null },
  ],
  corrections: [{ id: 'c', articleId: 'a', note: 'x', publishedAt: now, revision: 2 }],
  translations: [{ ...bare.article, slug: 'hello', headline: 'Hello' }],
  sectionTitle: 'World',
  keywords: ['Syria'],
};
const entryAt = (hour: number) => ({
  kind: 'liveEntry' as const,
  id: `e${hour}`,
  headline: `At ${hour}`,
  publishedAt: `2026-01-01T0${hour}:00:00Z`,
  body: [{ kind: 'paragraph' as const, id: `p${hour}`, html: '<b>Told</b>' }],
});
const forSubscribers = (subject: Subject): Subject => ({
  ...subject,
  article: { ...subject.article, isAccessibleForFree: false },
});
const live: Subject = { ...full, article: { ...full.article, body: [entryAt(8), entryAt(7)] } };

describe('the JSON-LD of an article', () => {
  it.skipIf(!there).each([
    ['a story', full],
    ['a live story', live],
    ['a story of which little is known', bare],
    ['a story for subscribers', forSubscribers(full)],
    ['a live story for subscribers', forSubscribers(live)],
  ])(
    'uses only types and properties of schema.org, each where it belongs, with values that it takes: %s',
    (_what, subject) => {
      expect(faultsOf(JSON.parse(newsArticleJsonLd(subject)), readVocabulary())).toEqual([]);
    },
  );

  it.skipIf(!there)('would be caught when it did not', () => {
    const wrong = {
      '@type': 'NewsArticle',
      credit: 'x',
      image: { '@type': 'Picture' },
      datePublished: 'yesterday',
      url: 'nowhere',
      isAccessibleForFree: 'True',
      author: { '@type': 'ImageObject' },
      liveBlogUpdate: { '@type': 'NewsArticle' },
    };
    expect(faultsOf(wrong, readVocabulary())).toEqual([
      'NewsArticle.credit',
      'Picture',
      'NewsArticle.image: not a URL or ImageObject',
      'NewsArticle.datePublished: not a Date or DateTime',
      'NewsArticle.url: not a URL',
      'NewsArticle.isAccessibleForFree: not a Boolean',
      'NewsArticle.author: not a Organization or Person',
      'NewsArticle.liveBlogUpdate',
      'NewsArticle.liveBlogUpdate: not a BlogPosting',
    ]);
  });

  it('says whose pictures they are, what was corrected and that it costs nothing, in the time of the story', () => {
    expect(JSON.parse(newsArticleJsonLd(full))).toMatchObject({
      '@type': 'NewsArticle',
      image: [
        { caption: 'Caption', description: 'Seen', creditText: 'Reuters', representativeOfPage: true },
        { creditText: 'AP' },
      ],
      author: [{ name: 'Noa Levi', jobTitle: 'Editor' }, { name: 'Reuters' }],
      correction: [{ '@type': 'CorrectionComment', text: 'x', datePublished: '2026-01-01T02:00:00+02:00' }],
      datePublished: '2026-01-01T02:00:00+02:00',
      workTranslation: [{ url: 'https://news.example/articles/hello', headline: 'Hello', inLanguage: 'en' }],
      isAccessibleForFree: true,
      inLanguage: 'he',
    });
  });

  it.each([
    ['a story', full],
    ['a live story', live],
  ])('says of one for subscribers that it is not free, and claims no part of it to be hidden: %s', (_what, subject) => {
    const node = JSON.parse(newsArticleJsonLd(forSubscribers(subject)));
    expect(node.isAccessibleForFree).toBe(false);
    expect(node).not.toHaveProperty('hasPart');
  });

  it('tells a live story entry by entry, newest first, from when its coverage began', () => {
    const url = 'https://news.example/articles/%D7%A9%D7%9C%D7%95%D7%9D';
    expect(JSON.parse(newsArticleJsonLd(live))).toMatchObject({
      '@type': ['NewsArticle', 'LiveBlogPosting'],
      coverageStartTime: '2026-01-01T09:00:00+02:00',
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          url: `${url}#e8`,
          headline: 'At 8',
          datePublished: '2026-01-01T10:00:00+02:00',
          articleBody: 'Told',
        },
        { headline: 'At 7' },
      ],
    });
  });

  it('leaves out what is not known, rather than give empty lists', () => {
    const node = JSON.parse(newsArticleJsonLd(bare));
    for (const name of ['author', 'image', 'correction', 'keywords', 'description', 'datePublished', 'liveBlogUpdate'])
      expect(node).not.toHaveProperty(name);
  });
});

/** Every type that is none, every property that does not belong to its types or those above, every value of another kind. */
function faultsOf(node: unknown, vocabulary: Vocabulary): string[] {
  if (Array.isArray(node)) return node.flatMap((member) => faultsOf(member, vocabulary));
  if (typeof node !== 'object' || node === null) return [];
  const named = [(node as Term)['@type']].flat().map(String);
  const unknown = named.filter((type) => !vocabulary.isType(type));
  if (unknown.length > 0) return unknown;
  const types = new Set(named.flatMap((type) => [...vocabulary.superTypes(type)]));
  return Object.entries(node).flatMap(([property, value]) => {
    if (property.startsWith('@')) return [];
    const isOurs = vocabulary.domainsOf(property)?.some((domain) => types.has(domain)) ?? false;
    const ranges = vocabulary.rangesOf(property);
    const fits = !ranges || [value].flat().every((one) => ranges.some((range) => isOfKind(one, range, vocabulary)));
    const place = `${named.join('+')}.${property}`;
    return [
      ...(isOurs ? [] : [place]),
      ...faultsOf(value, vocabulary),
      ...(fits ? [] : [`${place}: not a ${ranges?.join(' or ')}`]),
    ];
  });
}

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function isOfKind(value: unknown, kind: string, { superTypes }: Vocabulary): boolean {
  if (typeof value === 'object' && value !== null)
    return [(value as Term)['@type']].flat().some((type) => superTypes(String(type)).has(kind));
  if (kind === 'Boolean') return typeof value === 'boolean';
  if (kind === 'Integer') return Number.isInteger(value);
  if (typeof value !== 'string') return false;
  if (kind === 'DateTime') return dateTime.test(value);
  if (kind === 'Date') return /^\d{4}-\d{2}-\d{2}$/.test(value);
  // A thing may be named by its address alone.
  if (kind === 'URL' || kind === 'CreativeWork') return URL.canParse(value);
  return kind === 'Text';
}

function readVocabulary(): Vocabulary {
  const graph: readonly Term[] = JSON.parse(readFileSync(release, 'utf8'))['@graph'];
  const terms = new Map(graph.map((term) => [nameOf(term['@id']), term]));
  const superTypes = (type: string): ReadonlySet<string> =>
    new Set([type, ...namesOf(terms.get(type)?.['rdfs:subClassOf']).flatMap((above) => [...superTypes(above)])]);
  return {
    superTypes,
    domainsOf: (property) => {
      const term = terms.get(property);
      return term && namesOf(term['schema:domainIncludes']);
    },
    rangesOf: (property) => {
      const term = terms.get(property);
      return term && namesOf(term['schema:rangeIncludes']);
    },
    isType: (name) => namesOf(terms.get(name)?.['@type'], (value) => value).includes('Class'),
  };
}

const nameOf = (id: unknown) => String(id).replace(/^(schema|rdfs|rdf):/, '');
const asList = (value: unknown) => (value === undefined ? [] : [value].flat());

function namesOf(value: unknown, idOf = (member: unknown) => (member as Term)['@id']): string[] {
  return asList(value).map((member) => nameOf(idOf(member)));
}
