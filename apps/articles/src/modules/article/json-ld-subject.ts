import type { Context } from '../../context.ts';
import type { ArticleRow } from './article.ts';
import { bylinesOf, correctionsOf, topicsOf } from './article-parts.ts';
import { figuresOf } from './body-element.ts';
import { withImageTexts } from './described-figures.ts';
import type { JsonLdSubject } from './json-ld.ts';

/** All that an article's JSON-LD says, each part in one statement at most. */
export async function jsonLdSubject(
  article: ArticleRow,
  context: Pick<Context, 'loaders' | 'siteUrl'>,
): Promise<JsonLdSubject> {
  const { loaders, siteUrl } = context;
  const { translationGroupId } = article;
  const [figures, bylines, corrections, topics, group, section] = await Promise.all([
    withImageTexts(figuresOf(article.body), context),
    bylinesOf(article, loaders),
    correctionsOf(article, loaders),
    topicsOf(article, loaders),
    translationGroupId === null ? [] : loaders.articlesByTranslationGroup.load(translationGroupId),
    article.sectionId === null ? null : loaders.sectionById.load(article.sectionId),
  ]);
  const authors = await Promise.all(
    bylines.map(async ({ name, contributorId }) => {
      return { name, contributor: contributorId === null ? null : await loaders.contributorById.load(contributorId) };
    }),
  );
  const translations = group.filter(({ id, status }) => id !== article.id && status === 'PUBLISHED');
  const keywords = topics.map(({ title }) => title);
  return {
    article,
    figures,
    authors,
    corrections,
    translations,
    keywords,
    sectionTitle: section?.title ?? null,
    siteUrl,
  };
}
