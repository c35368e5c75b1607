import { isAnyOf, prepared } from '@dateline/db/prepared';
import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { articleBylines, articleSlugs, articleTopics, corrections } from '../../db/tables/article-parts.ts';
import { articles } from '../../db/tables/articles.ts';
import { topics } from '../../db/tables/taxonomy.ts';

/** What nearly every request asks: articles by their keys, and what belongs to them. Called by the store alone. */
export const preparedSelects = {
  byIds: prepared((db) =>
    db
      .select()
      .from(articles)
      .where(and(isAnyOf(articles.id, 'ids'), isAnyOf(articles.status, 'statuses')))
      .prepare('articles by id'),
  ),

  bySlugs: prepared((db) => {
    const wanted = unionAll(
      db.select({ articleId: articles.id, slug: articles.slug }).from(articles).where(isAnyOf(articles.slug, 'slugs')),
      db
        .select({ articleId: articleSlugs.articleId, slug: articleSlugs.slug })
        .from(articleSlugs)
        .where(isAnyOf(articleSlugs.slug, 'slugs')),
    ).as('wanted');
    return db
      .select({ article: articles, requestedSlug: wanted.slug })
      .from(wanted)
      .innerJoin(articles, eq(articles.id, wanted.articleId))
      .where(isAnyOf(articles.status, 'statuses'))
      .prepare('articles by slug');
  }),

  bylines: prepared((db) =>
    db
      .select()
      .from(articleBylines)
      .where(isAnyOf(articleBylines.articleId, 'articleIds'))
      .orderBy(articleBylines.articleId, articleBylines.position)
      .prepare('bylines'),
  ),

  topics: prepared((db) =>
    db
      .select({ articleId: articleTopics.articleId, ...getTableColumns(topics) })
      .from(articleTopics)
      .innerJoin(topics, eq(topics.id, articleTopics.topicId))
      .where(isAnyOf(articleTopics.articleId, 'articleIds'))
      .orderBy(articleTopics.articleId, articleTopics.position)
      .prepare('topics of articles'),
  ),

  corrections: prepared((db) =>
    db
      .select()
      .from(corrections)
      .where(isAnyOf(corrections.articleId, 'articleIds'))
      .orderBy(corrections.articleId, desc(corrections.publishedAt), desc(corrections.id))
      .prepare('corrections'),
  ),
};
