import type { Queryable, Transaction } from '@dateline/db/connect';
import { uuidv7 } from '@dateline/db/uuidv7';
import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { drafts } from '../../db/tables.ts';
import type { DraftRow, DraftTarget } from './draft.ts';

/** All SQL of drafts. Every statement names the viewer: nobody reaches the draft of another. */
export const draftStore = {
  /** What the viewer has begun under these articles, last saved first. */
  findStanding(db: Queryable, viewerId: string, articleIds: readonly string[]): Promise<DraftRow[]> {
    return db
      .select()
      .from(drafts)
      .where(and(eq(drafts.viewerId, viewerId), inArray(drafts.articleId, [...articleIds]), isNotNull(drafts.body)))
      .orderBy(desc(drafts.updatedAt), desc(drafts.id)) as Promise<DraftRow[]>;
  },

  /** Begins the draft of a target, or goes on with the one that stands. Versions of a target only ever grow. */
  async save(transaction: Transaction, target: DraftTarget, body: string): Promise<DraftRow> {
    const [saved] = await transaction
      .insert(drafts)
      .values({ id: uuidv7(), ...target, body })
      .onConflictDoUpdate({
        target: [drafts.articleId, drafts.viewerId, drafts.parentId],
        set: {
          id: sql`case when ${drafts.body} is null then excluded.id else ${drafts.id} end`,
          body,
          version: sql`${drafts.version} + 1`,
          updatedAt: sql`now()`,
        },
      })
      .returning();
    if (!saved) throw new Error('An upsert returned no row.');
    return { ...saved, body };
  },

  /** The draft of this target was posted. */
  clear(transaction: Transaction, { articleId, viewerId, parentId }: DraftTarget): Promise<void> {
    return removeWords(transaction, viewerId, and(eq(drafts.articleId, articleId), isTarget(parentId)));
  },

  /** Everything else that the viewer has begun under the article. */
  clearOthers(transaction: Transaction, { articleId, viewerId, parentId }: DraftTarget): Promise<void> {
    const another =
      parentId === null ? isNotNull(drafts.parentId) : sql`${drafts.parentId} is distinct from ${parentId}`;
    return removeWords(transaction, viewerId, and(eq(drafts.articleId, articleId), another));
  },

  discard(db: Queryable, viewerId: string, id: string): Promise<void> {
    return removeWords(db, viewerId, eq(drafts.id, id));
  },
};

async function removeWords(db: Queryable, viewerId: string, which: SQL | undefined): Promise<void> {
  await db
    .update(drafts)
    .set({ body: null, version: sql`${drafts.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(drafts.viewerId, viewerId), isNotNull(drafts.body), which));
}

function isTarget(parentId: string | null): SQL {
  return parentId === null ? isNull(drafts.parentId) : eq(drafts.parentId, parentId);
}
