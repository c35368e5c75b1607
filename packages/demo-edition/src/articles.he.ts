import { type ArticleDraft, fileArticle } from './articles/article-draft.ts';
import { businessHe } from './articles/he.business.ts';
import { cultureHe, scienceHe, sportHe } from './articles/he.culture.ts';
import { newsHe } from './articles/he.news.ts';
import { demoEditionTime } from './edition-time.ts';
import type { DemoArticle } from './types.ts';

const drafts: readonly ArticleDraft[] = [...newsHe, ...businessHe, ...cultureHe, ...scienceHe, ...sportHe];

/** The Hebrew articles. Some slugs are in Hebrew letters, and are percent-encoded in addresses. */
export function articlesHe(editionTime: Date = demoEditionTime): readonly DemoArticle[] {
  return drafts.map((draft) => fileArticle(draft, 'he', 'Asia/Jerusalem', editionTime));
}
