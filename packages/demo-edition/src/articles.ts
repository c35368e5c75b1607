import { articlesAr } from './articles.ar.ts';
import { articlesEn } from './articles.en.ts';
import { articlesHe } from './articles.he.ts';
import { demoEditionTime } from './edition-time.ts';
import type { DemoArticle } from './types.ts';

/** Every article of the demo edition, newest first. */
export function demoArticles(editionTime: Date = demoEditionTime): readonly DemoArticle[] {
  const all = [...articlesEn(editionTime), ...articlesHe(editionTime), ...articlesAr(editionTime)];
  return all.sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
}
