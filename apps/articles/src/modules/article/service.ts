import type { CreateArticleInput, LiveEntryInput, UpdateArticleInput } from '../../__generated__/resolver-types.ts';
import type { ArticleServiceDependencies } from './edit.ts';
import { addLiveEntry } from './use-cases/add-live-entry.ts';
import { changeArticle } from './use-cases/change-article.ts';
import { correctArticle } from './use-cases/correct-article.ts';
import { createArticle } from './use-cases/create-article.ts';
import { deleteDraft } from './use-cases/delete-draft.ts';
import { publishArticle } from './use-cases/publish-article.ts';
import { restoreRevision } from './use-cases/restore-revision.ts';
import { unscheduleArticle } from './use-cases/unschedule-article.ts';
import { withdrawArticle } from './use-cases/withdraw-article.ts';

/** The use-cases of articles for one request. Each stands in a file of its own, in use-cases/. */
export function createArticleService(dependencies: ArticleServiceDependencies) {
  return {
    create: (input: CreateArticleInput) => createArticle(dependencies, input),
    update: (id: string, expectedRevision: number, input: UpdateArticleInput) =>
      changeArticle(dependencies, id, expectedRevision, input),
    publish: (id: string, at: Date | null) => publishArticle(dependencies, id, at),
    unschedule: (id: string) => unscheduleArticle(dependencies, id),
    withdraw: (id: string, reason: string) => withdrawArticle(dependencies, id, reason),
    correct: (id: string, expectedRevision: number, note: string, input: UpdateArticleInput) =>
      correctArticle(dependencies, id, expectedRevision, note, input),
    restore: (id: string, revision: number, expectedRevision: number) =>
      restoreRevision(dependencies, id, revision, expectedRevision),
    deleteDraft: (id: string) => deleteDraft(dependencies, id),
    addLiveEntry: (articleId: string, input: LiveEntryInput) => addLiveEntry(dependencies, articleId, input),
  };
}

export type ArticleService = ReturnType<typeof createArticleService>;
