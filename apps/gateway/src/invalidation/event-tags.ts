import type { DomainEvent, EventPayload, EventType } from '@dateline/events/domain-event';
import { entityTag, tagValue } from './cache-tags.ts';

type TagsOf<Type extends EventType> = (payload: EventPayload<Type>) => readonly string[];

/**
 * What each event makes old: one row for every event of the house. docs/caching.md tells the same in words. The formats are
 * those of the subgraphs' @cacheTag; a test holds them to the supergraph.
 */
export const tagsByEvent: { readonly [Type in EventType]: TagsOf<Type> } = {
  'article.published': articleTags,
  'article.updated': articleTags,
  'article.corrected': articleTags,
  // Its conversation closes too.
  'article.withdrawn': (payload) => [...articleTags(payload), threadTag(payload.articleId)],
  'article.illustrated': articleTags,
  // Lists show it as an entity, if they ask for its translations.
  'article.linked': namesOfArticle,
  'front.curated': ({ slug }) => [lookupTag('front')(slug)],
  'taxonomy.changed': taxonomyTags,
  'image.described': imageTags,
  'image.deleted': imageTags,
  // Which comments it holds only comments could say: all that are kept by their id are asked for again.
  'thread.closed': ({ articleId }) => [threadTag(articleId), 'comments', 'comment-counts'],
  'comment.posted': (payload) => [...commentTags(payload), 'comment-counts'],
  'comment.edited': commentTags,
  'comment.removed': (payload) => [...commentTags(payload), 'comment-counts'],
};

/** The tags of one event, each once. */
export function tagsOf({ type, payload }: DomainEvent): readonly string[] {
  // The row of a type takes just its payloads; TypeScript cannot follow that through the table.
  const row = tagsByEvent[type] as (payload: DomainEvent['payload']) => readonly string[];
  return [...new Set(row(payload))];
}

interface ArticleNames {
  readonly articleId: string;
  readonly slug: string;
  readonly previousSlug?: string | undefined;
}

function articleTags(names: ArticleNames): readonly string[] {
  return [...namesOfArticle(names), 'articles'];
}

function namesOfArticle({ articleId, slug, previousSlug }: ArticleNames): readonly string[] {
  const names = previousSlug === undefined ? [articleId, slug] : [articleId, slug, previousSlug];
  return [entityTag('Article', [articleId]), ...names.map(lookupTag('article'))];
}

const taxonomyTypes = { section: 'Section', topic: 'Topic', contributor: 'Contributor' } as const;
/** Root fields that list all of a kind. */
const taxonomyLists = { section: ['sections'], topic: ['topics'], contributor: [] } as const;

function taxonomyTags({ kind, id, slug, parentIds = [] }: EventPayload<'taxonomy.changed'>): readonly string[] {
  const entities = [id, ...parentIds].map((each) => entityTag(taxonomyTypes[kind], [each]));
  return [...entities, lookupTag(kind)(slug), ...taxonomyLists[kind]];
}

function imageTags({ imageId }: { readonly imageId: string }): readonly string[] {
  return [entityTag('Image', [imageId]), lookupTag('image')(imageId), 'images'];
}

/** All that it answers shows it among its replies. */
function commentTags({ articleId, commentId, ancestorIds = [], authorId }: EventPayload<'comment.posted'>) {
  const comments = [commentId, ...ancestorIds];
  return [
    threadTag(articleId),
    ...comments.flatMap((id) => [entityTag('Comment', [id]), lookupTag('comment')(id)]),
    ...(authorId === undefined ? [] : [entityTag('Commenter', [authorId])]),
  ];
}

/** Of a root field that finds one thing by a name of it. */
const lookupTag = (noun: string) => (name: string) => `${noun}-${tagValue(name)}`;

const threadTag = (articleId: string) => `thread-${tagValue(articleId)}`;
