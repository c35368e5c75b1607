import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type DomainEvent,
  domainEvent,
  type EventPayload,
  type EventType,
  eventPayloads,
} from '@dateline/events/domain-event';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { cacheTagsOf, formatTag } from './cache-tags.ts';
import { tagsByEvent, tagsOf } from './event-tags.ts';

const sdl = readFileSync(fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql')), 'utf8');
const article = '01990000-0000-7000-8000-00000000000a';
const comment = '01990000-0000-7000-8000-00000000000c';
const parent = '01990000-0000-7000-8000-00000000000d';
const image = '01990000-0000-7000-8000-00000000000e';
const section = '01990000-0000-7000-8000-00000000000f';

const articleRef = { articleId: article, slug: 'port', language: 'en', revision: 2 };
const articleTags = [`Article:${article}`, `article-${article}`, 'article-port', 'articles'];
const commentRef = { articleId: article, commentId: comment, ancestorIds: [parent], authorId: 'noa' };
const commentTags = [
  `thread-${article}`,
  `Comment:${comment}`,
  `comment-${comment}`,
  `Comment:${parent}`,
  `comment-${parent}`,
  'Commenter:noa',
];
const imageTexts = { imageId: image, caption: null, altText: null, credit: null };
const imageTags = [`Image:${image}`, `image-${image}`, 'images'];

/** Every event of the catalogue, with what it must purge. A new event without a row here does not compile. */
const expected: { readonly [Type in EventType]: { payload: EventPayload<Type>; tags: readonly string[] } } = {
  'article.published': { payload: articleRef, tags: articleTags },
  'article.updated': {
    payload: { ...articleRef, previousSlug: 'harbour' },
    tags: [...articleTags.slice(0, 3), 'article-harbour', 'articles'],
  },
  'article.corrected': { payload: articleRef, tags: articleTags },
  'article.withdrawn': { payload: articleRef, tags: [...articleTags, `thread-${article}`] },
  'article.illustrated': { payload: { articleId: article, slug: 'port' }, tags: articleTags },
  'article.linked': { payload: { articleId: article, slug: 'port' }, tags: articleTags.slice(0, 3) },
  'front.curated': { payload: { slug: 'port' }, tags: ['front-port'] },
  'taxonomy.changed': {
    payload: { kind: 'section', id: section, slug: 'port', parentIds: [parent] },
    tags: [`Section:${section}`, `Section:${parent}`, 'section-port', 'sections'],
  },
  'image.described': { payload: imageTexts, tags: imageTags },
  'image.deleted': { payload: { imageId: image }, tags: imageTags },
  'thread.closed': { payload: { articleId: article }, tags: [`thread-${article}`, 'comments', 'comment-counts'] },
  'comment.posted': { payload: commentRef, tags: [...commentTags, 'comment-counts'] },
  'comment.edited': { payload: commentRef, tags: commentTags },
  'comment.removed': { payload: commentRef, tags: [...commentTags, 'comment-counts'] },
};

/** The one event whose kinds differ in what they purge. */
const otherTaxonomy = (['topic', 'contributor'] as const).map((kind) =>
  domainEvent('taxonomy.changed', { kind, id: section, slug: 'port' }, new Date()),
);

const types = Object.keys(eventPayloads) as EventType[];
const eventOf = (type: EventType) => domainEvent(type, expected[type].payload, new Date()) as DomainEvent;

describe('what an event purges', () => {
  it('is said for every event of the house, and for no others', () => {
    expect(Object.keys(tagsByEvent).toSorted()).toEqual(types.toSorted());
    expect(Object.keys(expected).toSorted()).toEqual(types.toSorted());
  });

  it('is told in docs/caching.md, event by event', () => {
    const page = readFileSync(new URL('../../../../docs/caching.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z]+\.[a-z]+)` +\|/gm)].map(([, type]) => type);
    expect(rows.toSorted()).toEqual(types.toSorted());
  });

  it.each(types)('%s', (type) => {
    expect(tagsOf(eventOf(type))).toEqual(expected[type].tags);
  });

  it('taxonomy.changed of a topic and of a contributor', () => {
    expect(otherTaxonomy.map(tagsOf)).toEqual([
      [`Topic:${section}`, 'topic-port', 'topics'],
      [`Contributor:${section}`, 'contributor-port'],
    ]);
  });

  it('of a comment from before its place in the thread was told: the thread, and the comment', () => {
    const event = domainEvent('comment.edited', { articleId: article, commentId: comment }, new Date());
    expect(tagsOf(event)).toEqual([`thread-${article}`, `Comment:${comment}`, `comment-${comment}`]);
  });

  it('is a tag that answers carry: of an entity of the graph with one key, or of a format in it', () => {
    const { rootFields, types: typeFormats } = cacheTagsOf(sdl);
    const formats = [...rootFields.values(), ...typeFormats.values()].flat().map(({ format }) => format);
    const schema = buildSchema(sdl, { assumeValid: true });
    for (const tag of types.flatMap((type) => tagsOf(eventOf(type)))) {
      const [, typeName] = /^(\w+):/.exec(tag) ?? [];
      if (typeName)
        expect([tag, (schema.getType(typeName) as GraphQLObjectType).getFields()['id']]).toEqual([
          tag,
          expect.anything(),
        ]);
      else expect([tag, formats.some((format) => couldBe(tag, format))]).toEqual([tag, true]);
    }
  });

  it('leaves no format of the graph without an event', () => {
    const { rootFields, types: typeFormats } = cacheTagsOf(sdl);
    const purged = [...types.map(eventOf), ...otherTaxonomy].flatMap(tagsOf);
    for (const { format } of [...rootFields.values(), ...typeFormats.values()].flat()) {
      expect([format, purged.some((tag) => couldBe(tag, format))]).toEqual([format, true]);
    }
  });
});

/** Is this the tag of the format for one of the values that the events above name? */
function couldBe(tag: string, format: string): boolean {
  const values = [article, comment, parent, image, 'port', 'harbour'];
  return values.some((value) => formatTag(format, { args: { id: value, slug: value }, key: { id: value } }) === tag);
}
