import { demoArticles } from './articles.ts';
import { threadsAr } from './comments/comments.ar.ts';
import { threadsEn } from './comments/comments.en.ts';
import { threadsHe } from './comments/comments.he.ts';
import { fileThread, type ThreadDrafts } from './comments/thread-draft.ts';
import { demoEditionTime } from './edition-time.ts';
import type { DemoComment, DemoLanguage } from './types.ts';

const drafts: Readonly<Record<DemoLanguage, ThreadDrafts>> = { en: threadsEn, he: threadsHe, ar: threadsAr };

/** Every comment of the demo edition, article by article, parents before replies, up to four levels deep. */
export function demoComments(editionTime: Date = demoEditionTime): readonly DemoComment[] {
  return demoArticles(editionTime).flatMap((article) =>
    fileThread(drafts[article.language][article.slug] ?? [], article, article.language, editionTime),
  );
}
