import type { Database, Transaction } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import { domainEvent, type EventType } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import type { Viewer } from '@dateline/service-kit/viewer';
import { outbox } from '../../db/tables.ts';
import { draftStore } from '../draft/store.ts';
import { threadStore } from '../thread/store.ts';
import { normaliseText } from './body/normalise.ts';
import type { CommentRow } from './comment.ts';
import { commenterStore } from './commenter-store.ts';
import { firstRefusal, type PostFacts, type Refusal } from './phases/phase.ts';
import { postPhases, textPhases } from './phases/phases.ts';
import { editableUntil, isAuthor, isSeen, losersOfReply, mayDelete, placeOfReply, requireViewer } from './rules.ts';
import { commentStore } from './store.ts';

/** What became of a change: the comment as it stands now, or why nothing was changed. */
export interface CommentOutcome {
  readonly comment: CommentRow | null;
  readonly refusal: (Omit<Refusal, 'field'> & { readonly field: Refusal['field'] | 'id' }) | null;
}

export interface Post {
  readonly articleId: string;
  readonly parentId: string | null;
  readonly body: string;
}

export interface CommentServiceDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
  readonly now: Date;
}

const notYours = {
  code: 'NOT_YOURS',
  message: 'There is no comment of yours with this id.',
  field: 'id',
} as const;

const editWindowOver = {
  code: 'EDIT_WINDOW_OVER',
  message: 'A comment can be changed for five minutes only.',
  field: 'id',
} as const;

/** The use cases of comments. Each change and its event are one transaction. */
export function createCommentService({ db, viewer, now }: CommentServiceDependencies) {
  const tell = (
    transaction: Transaction,
    type: EventType & `comment.${string}`,
    { articleId, id, ancestorIds }: CommentRow,
    authorId: string | null,
  ) => {
    const author = authorId === null ? {} : { authorId };
    return recordEvents(transaction, outbox, [
      domainEvent(type, { articleId, commentId: id, ancestorIds, ...author }, now),
    ]);
  };

  return {
    async post({ articleId, parentId, body }: Post): Promise<CommentOutcome> {
      const author = requireViewer(viewer);
      const text = normaliseText(body);
      const refusal = firstRefusal(textPhases, { text });
      if (refusal) return { comment: null, refusal };
      return db.transaction(async (transaction) => {
        await commenterStore.lockViewer(transaction, author.id);
        const { thread, answered, facts } = await readFacts(transaction, author.id, {
          articleId,
          parentId,
          body: text,
        });
        const postRefusal = firstRefusal(postPhases, facts);
        if (postRefusal || !thread) return { comment: null, refusal: postRefusal };

        await commenterStore.recordPost(transaction, author);
        const place = placeOfReply(answered);
        const comment = await commentStore.insert(transaction, {
          articleId: thread.articleId,
          number: thread.nextNumber,
          ...place,
          authorId: author.id,
          body: text,
        });
        await threadStore.countPosted(transaction, thread.articleId);
        await commentStore.changeReplyCounts(transaction, place.parentId === null ? [] : [place.parentId], 1);
        await draftStore.clear(transaction, {
          articleId: thread.articleId,
          viewerId: author.id,
          parentId: answered?.id ?? null,
        });
        await tell(transaction, 'comment.posted', comment, author.id);
        return { comment, refusal: null };
      });
    },

    async edit(id: string, body: string): Promise<CommentOutcome> {
      const author = requireViewer(viewer);
      const text = normaliseText(body);
      const textRefusal = firstRefusal(textPhases, { text });
      if (!isUuid(id)) return { comment: null, refusal: notYours };
      return db.transaction(async (transaction) => {
        const comment = await commentStore.lock(transaction, id);
        if (!comment || !isAuthor(comment, author)) return { comment, refusal: notYours };
        if (!editableUntil(comment, author, now)) return { comment, refusal: editWindowOver };
        if (textRefusal) return { comment, refusal: textRefusal };
        if (comment.body === text) return { comment, refusal: null };
        const changed = await commentStore.changeBody(transaction, comment.id, text, now);
        await tell(transaction, 'comment.edited', changed, author.id);
        return { comment: changed, refusal: null };
      });
    },

    async delete(id: string): Promise<CommentOutcome> {
      const remover = requireViewer(viewer);
      const [found] = isUuid(id) ? await commentStore.findByIds(db, [id]) : [];
      if (!found) return { comment: null, refusal: notYours };
      return db.transaction(async (transaction) => {
        await threadStore.lock(transaction, found.articleId);
        const comment = await commentStore.lock(transaction, found.id);
        if (!comment || !mayDelete(comment, remover)) return { comment, refusal: notYours };
        if (!isSeen(comment)) return { comment, refusal: null };
        const tombstone = await commentStore.makeTombstone(transaction, comment.id, now);
        await threadStore.countRemoved(transaction, comment.articleId);
        const ancestors = await commentStore.findAncestors(transaction, comment);
        await commentStore.changeReplyCounts(transaction, losersOfReply(comment, ancestors), -1);
        await tell(transaction, 'comment.removed', tombstone, comment.authorId);
        return { comment: tombstone, refusal: null };
      });
    },
  };
}

/** All that the policy asks about, read while viewer and thread are held. `body` is normalised. */
async function readFacts(transaction: Transaction, authorId: string, { articleId, parentId, body }: Post) {
  const thread = isUuid(articleId) ? await threadStore.lock(transaction, articleId) : null;
  const [answered = null] =
    parentId !== null && isUuid(parentId) ? await commentStore.findByIds(transaction, [parentId]) : [];
  const isInThread = answered !== null && answered.articleId === thread?.articleId;
  const facts: PostFacts = {
    text: body,
    thread,
    parentStands: parentId === null || (isInThread && isSeen(answered)),
    saidLately: thread !== null && (await commentStore.saidLately(transaction, { articleId, authorId, body })),
    recentPostAges: await commenterStore.recentPostAges(transaction, authorId),
  };
  return { thread, answered, facts };
}
