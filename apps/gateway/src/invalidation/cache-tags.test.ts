import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheTagsOf, entityTag, formatTag, tagValue } from './cache-tags.ts';

const supergraph = fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql'));

describe('the tags of a supergraph', () => {
  it('are read from its root fields and its types, each format with the subgraphs that gave it', () => {
    const { rootFields, types } = cacheTagsOf(readFileSync(supergraph, 'utf8'));
    expect(Object.fromEntries(rootFields)).toEqual({
      article: [
        { format: 'article-{$args.id}', graphs: ['ARTICLES'] },
        { format: 'article-{$args.slug}', graphs: ['ARTICLES'] },
      ],
      articles: [{ format: 'articles', graphs: ['ARTICLES'] }],
      comment: [
        { format: 'comment-{$args.id}', graphs: ['COMMENTS'] },
        { format: 'comments', graphs: ['COMMENTS'] },
      ],
      commentCounts: [{ format: 'comment-counts', graphs: ['COMMENTS'] }],
      contributor: [
        { format: 'articles', graphs: ['ARTICLES'] },
        { format: 'contributor-{$args.slug}', graphs: ['ARTICLES'] },
      ],
      front: [
        { format: 'articles', graphs: ['ARTICLES'] },
        { format: 'front-{$args.slug}', graphs: ['ARTICLES'] },
      ],
      image: [{ format: 'image-{$args.id}', graphs: ['MEDIA'] }],
      images: [{ format: 'images', graphs: ['MEDIA'] }],
      searchArticles: [{ format: 'articles', graphs: ['ARTICLES'] }],
      section: [
        { format: 'articles', graphs: ['ARTICLES'] },
        { format: 'section-{$args.slug}', graphs: ['ARTICLES'] },
      ],
      sections: [{ format: 'sections', graphs: ['ARTICLES'] }],
      topic: [
        { format: 'articles', graphs: ['ARTICLES'] },
        { format: 'topic-{$args.slug}', graphs: ['ARTICLES'] },
      ],
      topics: [
        { format: 'topics', graphs: ['ARTICLES'] },
        { format: 'articles', graphs: ['ARTICLES'] },
      ],
    });
    expect(Object.fromEntries(types)).toEqual({ Article: [{ format: 'thread-{$key.id}', graphs: ['COMMENTS'] }] });
  });

  it('are none where nothing is tagged, and are found whatever the query type is called', () => {
    const directive = '@join__directive(graphs: [A], name: "federation__cacheTag", args: { format: "all" })';
    expect(
      cacheTagsOf('type Query { a: Int @join__directive(graphs: [A], name: "other", args: {}) }').rootFields.size,
    ).toBe(0);
    const { rootFields } = cacheTagsOf(
      `schema { query: Root } type Root { a: Int ${directive} } type Query { b: Int ${directive} }`,
    );
    expect([...rootFields.keys()]).toEqual(['a']);
  });
});

describe('a format', () => {
  it('has the values put in, also from inside an input', () => {
    expect(
      formatTag('section-{$args.filter.section}-{$args.first}', { args: { filter: { section: 'news' }, first: 3 } }),
    ).toBe('section-news-3');
    expect(formatTag('thread-{$key.id}', { key: { id: 'a1' } })).toBe('thread-a1');
    expect(formatTag('articles', {})).toBe('articles');
    expect(formatTag('flag-{$args.on}', { args: { on: false } })).toBe('flag-false');
  });

  it('gives no tag where a value is missing or null', () => {
    for (const args of [{}, { id: null }, { id: undefined }])
      expect(formatTag('article-{$args.id}', { args })).toBeNull();
    expect(formatTag('article-{$args.id}', {})).toBeNull();
    expect(formatTag('x-{$args.toString}', { args: {} })).toBeNull();
    expect(formatTag('x-{$args.a.b}', { args: { a: 'text' } })).toBeNull();
  });

  it('keeps what a client sent from being more than a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tag = formatTag('article-{$args.slug}', { args: { slug: text } }) ?? '';
        expect(tag).toMatch(/^article-[\w.~!*'()%-]*$/);
        expect(tag.length).toBeLessThanOrEqual('article-'.length + 200 * 9);
        expect(tag).toBe(`article-${tagValue(text)}`);
      }),
    );
  });

  it('tells values apart, long ones too', () => {
    const long = 'x'.repeat(100_000);
    expect(tagValue(`${long}a`)).not.toBe(tagValue(`${long}b`));
    expect(tagValue(long)).toHaveLength(64);
    expect(tagValue('a'.repeat(200))).toBe('a'.repeat(200));
    expect(tagValue('שלום')).toBe(encodeURIComponent('שלום'));
  });
});

it('an entity’s tag is its type and its key, of a compound key each value', () => {
  expect(entityTag('Article', ['01'])).toBe('Article:01');
  expect(entityTag('Seat', ['row a', 7])).toBe('Seat:row%20a,7');
});
