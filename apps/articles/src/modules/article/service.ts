import type {
  CreateArticleInput,
  ImportArticleInput,
  LiveEntryInput,
  UpdateArticleInput,
} from '../../__generated__/resolver-types.ts';
import type { ArticleServiceDependencies } from './edit.ts';
import { addLiveEntry } from './use-cases/add-live-entry.ts';
import { changeArticle } from './use-cases/change-article.ts';
import { createArticle } from './use-cases/create-article.ts';
import { importArticle } from './use-cases/import-article.ts';
import { publishArticle } from './use-cases/publish-article.ts';

/** The use-cases of articles for one request. Each stands in a file of its own, in use-cases/. */
export function createArticleService(dependencies: ArticleServiceDependencies) {
  return {
    create: (input: CreateArticleInput) => createArticle(dependencies, input),
    update: (id: string, expectedRevision: number, input: UpdateArticleInput) =>
      changeArticle(dependencies, id, expectedRevision, input),
    publish: (id: string) => publishArticle(dependencies, id),
    import: (input: ImportArticleInput) => importArticle(dependencies, input),
    addLiveEntry: (articleId: string, input: LiveEntryInput) => addLiveEntry(dependencies, articleId, input),
  };
}

export type ArticleService = ReturnType<typeof createArticleService>;
