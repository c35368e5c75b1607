import type { Context } from '../../context.ts';
import type { TopicRow } from '../topic/topic.ts';
import type { ArticleRow, BylineRow, CorrectionRow } from './article.ts';

type Loaders = Pick<Context['loaders'], 'bylinesByArticle' | 'topicsByArticle' | 'topicById' | 'correctionsByArticle'>;

/** Who wrote it: today, or by the revision that is shown. */
export async function bylinesOf({ id, asOf, notice }: ArticleRow, loaders: Loaders): Promise<readonly BylineRow[]> {
  if (notice) return [];
  if (!asOf) return loaders.bylinesByArticle.load(id);
  return asOf.bylines.map((byline, position) => ({ ...byline, articleId: id, position }));
}

/** What it is about: today, or by the revision that is shown. */
export async function topicsOf({ id, asOf, notice }: ArticleRow, loaders: Loaders): Promise<readonly TopicRow[]> {
  if (notice) return [];
  if (!asOf) return loaders.topicsByArticle.load(id);
  const topics = await loaders.topicById.loadMany(asOf.topicIds);
  return topics.flatMap((topic) => (topic === null || topic instanceof Error ? [] : topic));
}

/** Its published corrections, newest first; those of today, whatever revision is shown. */
export async function correctionsOf({ id, notice }: ArticleRow, loaders: Loaders): Promise<readonly CorrectionRow[]> {
  return notice ? [] : loaders.correctionsByArticle.load(id);
}
