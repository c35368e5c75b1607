import { createdAt } from '@dateline/db/columns';
import { integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleSnapshot, RevisionChange } from '../../modules/revision/revision.ts';
import { articles } from './articles.ts';
import { articlesSchema } from './schema.ts';

/** Every save of an article: what it was by then, and what was changed. */
export const revisions = articlesSchema.table(
  'revisions',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    createdAt: createdAt(),
    /** Who saved it: the viewer's id, or the wire that sent it. Null where nobody is known. */
    author: text(),
    snapshot: jsonb().$type<ArticleSnapshot>().notNull(),
    changes: jsonb().$type<readonly RevisionChange[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.number] })],
);
