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
  readonly isType: (name: string) => boolean;
}

const now = new Date('2026-01-01T00:00:00Z');
const full = newsArticleJsonLd({
  article: {
    id: '0190b2c4-0000-7000-8000-000000000001',
    slug: 'שלום',
    language: 'he',
    headline: 'שלום',
    standfirst: 'x',
    dateline: 'SOCHI, Nov 21',
    wordCount: 3,
    firstPublishedAt: now,
    publishedAt: now,
    updatedAt: now,
    copyrightNotice: '© x',
  } as Parameters<typeof newsArticleJsonLd>[0]['article'],
  figures: [
    { kind: 'figure', id: 'f', role: 'LEAD', imageId: null, caption: 'Caption', altText: null, credit: 'Reuters' },
  ],
  bylines: [{ articleId: 'a', position: 0, name: 'Noa Levi', role: null, contributorId: null }],
  corrections: [{ id: 'c', articleId: 'a', note: 'x', publishedAt: now, revision: 2 }],
  sectionTitle: 'World',
  keywords: ['Syria'],
  siteUrl: 'https://news.example',
});

describe('the JSON-LD of an article', () => {
  it.skipIf(!there)('uses only types and properties of schema.org, each where it belongs', () => {
    const vocabulary = readVocabulary();
    expect(faultsOf(JSON.parse(full), vocabulary)).toEqual([]);
    // The check itself finds what is wrong.
    expect(faultsOf({ '@type': 'NewsArticle', credit: 'x', image: { '@type': 'Picture' } }, vocabulary)).toEqual([
      'NewsArticle.credit',
      'Picture',
    ]);
  });

  it('leaves out what is not known, rather than give empty lists', () => {
    const node = JSON.parse(full);
    expect(node).toMatchObject({
      image: [{ caption: 'Caption', creditText: 'Reuters' }],
      datePublished: now.toISOString(),
    });
    const subject = {
      figures: [],
      bylines: [],
      corrections: [],
      keywords: [],
      sectionTitle: null,
      siteUrl: 'https://x.example',
    };
    const article = { slug: 'a', standfirst: null, dateline: null, copyrightNotice: null, updatedAt: now };
    const bare = JSON.parse(
      newsArticleJsonLd({ ...subject, article: article as Parameters<typeof newsArticleJsonLd>[0]['article'] }),
    );
    for (const name of ['author', 'image', 'correction', 'keywords', 'description', 'datePublished'])
      expect(bare).not.toHaveProperty(name);
  });
});

/** Every type that is none, and every property that does not belong to its type or a type above it. */
function faultsOf(node: unknown, vocabulary: Vocabulary): string[] {
  if (Array.isArray(node)) return node.flatMap((member) => faultsOf(member, vocabulary));
  if (typeof node !== 'object' || node === null) return [];
  const type = String((node as Term)['@type']);
  if (!vocabulary.isType(type)) return [type];
  const types = vocabulary.superTypes(type);
  return Object.entries(node).flatMap(([property, value]) => {
    if (property.startsWith('@')) return [];
    const isOurs = vocabulary.domainsOf(property)?.some((domain) => types.has(domain)) ?? false;
    return [...(isOurs ? [] : [`${type}.${property}`]), ...faultsOf(value, vocabulary)];
  });
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
    isType: (name) => namesOf(terms.get(name)?.['@type'], (value) => value).includes('Class'),
  };
}

const nameOf = (id: unknown) => String(id).replace(/^(schema|rdfs|rdf):/, '');
const asList = (value: unknown) => (value === undefined ? [] : [value].flat());

function namesOf(value: unknown, idOf = (member: unknown) => (member as Term)['@id']): string[] {
  return asList(value).map((member) => nameOf(idOf(member)));
}
