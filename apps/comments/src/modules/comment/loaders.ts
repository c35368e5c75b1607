import type { Database } from '@dateline/db/connect';
import { batchMany, batchOne } from '@dateline/service-kit/batch';
import type { Page } from '@dateline/service-kit/connection';
import type { CommentRow } from './comment.ts';
import { commenterStore } from './commenter-store.ts';
import { type CommentParent, commentStore } from './store.ts';

/** Per request: what several resolvers ask for at once becomes one statement. */
export const createCommentLoaders = (db: Database) => ({
  commentById: batchOne(
    (ids: readonly string[]) => commentStore.findByIds(db, ids),
    (row) => row.id,
  ),
  commenterById: batchOne(
    (ids: readonly string[]) => commenterStore.findByIds(db, ids),
    (row) => row.id,
  ),
  topLevelPage: createPageLoader(db, 'thread', (row) => row.articleId),
  repliesPage: createPageLoader(db, 'comment', (row) => row.parentId ?? ''),
});

/** Pages of comments by what they hang from: the same page of many parents is one statement. */
function createPageLoader(db: Database, parent: CommentParent, parentIdOf: (row: CommentRow) => string) {
  const loaders = new Map<string, ReturnType<typeof batchMany<string, CommentRow>>>();
  const loaderOf = (page: Page) => {
    const key = JSON.stringify(page);
    const known = loaders.get(key);
    if (known) return known;
    const loader = batchMany((ids: readonly string[]) => commentStore.listByParents(db, parent, ids, page), parentIdOf);
    loaders.set(key, loader);
    return loader;
  };
  return { load: (parentId: string, page: Page) => loaderOf(page).load(parentId) };
}
