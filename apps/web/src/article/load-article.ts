import { ArticleAddressDocument, ArticlePageDocument, type ArticlePageQuery } from '../__generated__/operations.ts';
import { type NavSection, navSections } from '../front/nav-sections.ts';
import type { Ask } from '../graph/ask.ts';
import { type EditionLanguage, editionOf } from '../labels/labels.ts';

export type ArticleView = NonNullable<ArticlePageQuery['article']>;

export type ArticlePage =
  | {
      readonly kind: 'found';
      readonly whole: boolean;
      readonly edition: EditionLanguage;
      readonly nav: readonly NavSection[];
      readonly article: ArticleView;
    }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable' };

/**
 * The story at an address. Two questions, because lines such as the pictures' credits have to be asked for in the story's
 * own language, which only the first answer tells.
 */
export async function loadArticlePage(ask: Ask, slug: string): Promise<ArticlePage> {
  const address = await ask(ArticleAddressDocument, { slug });
  if (!address?.data) return { kind: 'unreachable' };
  const found = address.data.article;
  if (!found) return address.errors.length === 0 ? { kind: 'missing' } : { kind: 'unreachable' };
  if (found.slug !== slug) return { kind: 'moved', to: found.canonicalUrl };

  const answer = await ask(ArticlePageDocument, { id: found.id, locale: found.language });
  if (!answer?.data?.article) return { kind: 'unreachable' };
  const { article, sections } = answer.data;
  const edition = editionOf(article.language) ?? 'en';
  return { kind: 'found', whole: answer.errors.length === 0, edition, nav: navSections(sections, edition), article };
}
