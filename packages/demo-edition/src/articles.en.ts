import { type ArticleDraft, fileArticle } from './articles/article-draft.ts';
import { businessEn } from './articles/en.business.ts';
import { cultureEn } from './articles/en.culture.ts';
import { politicsEn } from './articles/en.politics.ts';
import { scienceEn } from './articles/en.science.ts';
import { opinionEn, sportEn } from './articles/en.sport.ts';
import { worldEn } from './articles/en.world.ts';
import { demoEditionTime } from './edition-time.ts';
import type { DemoArticle } from './types.ts';

const drafts: readonly ArticleDraft[] = [
  ...worldEn,
  ...politicsEn,
  ...businessEn,
  ...cultureEn,
  ...scienceEn,
  ...sportEn,
  ...opinionEn,
];

/** The English articles, written in Port Calver, whose clocks go with Greenwich. */
export function articlesEn(editionTime: Date = demoEditionTime): readonly DemoArticle[] {
  return drafts.map((draft) => fileArticle(draft, 'en', 'Europe/London', editionTime));
}
