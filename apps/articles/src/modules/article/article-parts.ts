import type { Context } from '../../context.ts';
import type { TopicRow } from '../topic/topic.ts';
import type { ArticleRow, BylineRow } from './article.ts';

type Loaders = Pick<Context['loaders'], 'bylinesByArticle' | 'topicsByArticle' | 'topicById'>;

/** Who wrote it: today, or by the revision that is shown. */
export async function bylinesOf({ id, asOf }: ArticleRow, loaders: Loaders): Promise<readonly BylineRow[]> {
  if (!asOf) return loaders.bylinesByArticle.load(id);
  return asOf.bylines.map((byline, position) => ({ ...byline, articleId: id, position }));
}

/** What it is about: today, or by the revision that is shown. */
export async function topicsOf({ id, asOf }: ArticleRow, loaders: Loaders): Promise<readonly TopicRow[]> {
  if (!asOf) return loaders.topicsByArticle.load(id);
  const topics = await loaders.topicById.loadMany(asOf.topicIds);
  return topics.flatMap((topic) => (topic === null || topic instanceof Error ? [] : topic));
}
