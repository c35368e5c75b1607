import { businessAr, scienceAr } from './articles/ar.business.ts';
import { cultureAr, sportAr } from './articles/ar.culture.ts';
import { newsAr } from './articles/ar.news.ts';
import { type ArticleDraft, fileArticle } from './articles/article-draft.ts';
import { demoEditionTime } from './edition-time.ts';
import type { DemoArticle } from './types.ts';

const drafts: readonly ArticleDraft[] = [...newsAr, ...businessAr, ...scienceAr, ...cultureAr, ...sportAr];

/** The Arabic articles. Some slugs are in Arabic letters, and are percent-encoded in addresses. */
export function articlesAr(editionTime: Date = demoEditionTime): readonly DemoArticle[] {
  return drafts.map((draft) => fileArticle(draft, 'ar', 'Africa/Cairo', editionTime));
}
