import type { Database } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import type { Viewer } from '@dateline/service-kit/viewer';
import { commenterStore } from '../comment/commenter-store.ts';
import { maxTextLength } from '../comment/phases/too-long.ts';
import { isSeen, requireViewer } from '../comment/rules.ts';
import { commentStore } from '../comment/store.ts';
import { threadStore } from '../thread/store.ts';
import type { DraftRow } from './draft.ts';
import { draftWouldBeLost, isTooLong, keepable } from './rules.ts';
import { draftStore } from './store.ts';
import { draftWarning } from './warning/warning.ts';

export interface DraftFault {
  readonly code: 'DRAFT_WOULD_BE_LOST' | 'TOO_LONG' | 'ARTICLE_UNKNOWN' | 'PARENT_GONE';
  readonly message: string;
  readonly field: 'body' | 'articleId' | 'parentId';
}

/** What became of a draft: as it stands now, or why nothing was changed. */
export interface DraftOutcome {
  /** With DRAFT_WOULD_BE_LOST the one that would be lost. */
  readonly draft: DraftRow | null;
  readonly fault: DraftFault | null;
}

export interface DraftSaving {
  readonly articleId: string;
  readonly parentId: string | null;
  readonly body: string;
  readonly version: number | null;
  readonly replaceCurrent: boolean;
  readonly locale: string | null;
}

const tooLong: DraftFault = { code: 'TOO_LONG', message: `At most ${maxTextLength} characters.`, field: 'body' };
const articleUnknown: DraftFault = {
  code: 'ARTICLE_UNKNOWN',
  message: 'This article is not known here (yet).',
  field: 'articleId',
};
const parentGone: DraftFault = {
  code: 'PARENT_GONE',
  message: 'The comment that you answer is not there any more.',
  field: 'parentId',
};

/** The use cases of drafts. A viewer's savings happen one after the other, so that of two tabs at once one hears of the other. */
export function createDraftService({ db, viewer }: { readonly db: Database; readonly viewer: Viewer | null }) {
  return {
    async save(saving: DraftSaving): Promise<DraftOutcome> {
      const viewerId = requireViewer(viewer).id;
      const { articleId, parentId, version, replaceCurrent } = saving;
      const body = keepable(saving.body);
      if (isTooLong(body)) return { draft: null, fault: tooLong };
      if (!isUuid(articleId)) return { draft: null, fault: articleUnknown };
      if (parentId !== null && !isUuid(parentId)) return { draft: null, fault: parentGone };
      return db.transaction(async (transaction) => {
        await commenterStore.lockViewer(transaction, viewerId);
        const [thread] = await threadStore.findByArticles(transaction, [articleId]);
        if (!thread) return { draft: null, fault: articleUnknown };

        const standing = await draftStore.findStanding(transaction, viewerId, [articleId]);
        // A draft outlives the comment that it answers: its words can still be saved, and copied.
        const goesOn = standing.some((draft) => draft.parentId === parentId);
        const [answered] = parentId === null || goesOn ? [] : await commentStore.findByIds(transaction, [parentId]);
        if (parentId !== null && !goesOn && !(answered?.articleId === thread.articleId && isSeen(answered))) {
          return { draft: null, fault: parentGone };
        }

        const target = { articleId, viewerId, parentId };
        const lost = draftWouldBeLost(standing, { parentId, body, version });
        if (lost && !replaceCurrent) {
          const message = draftWarning(saving.locale);
          return { draft: lost, fault: { code: 'DRAFT_WOULD_BE_LOST', message, field: 'body' } as const };
        }
        if (lost) await draftStore.clearOthers(transaction, target);
        return { draft: await draftStore.save(transaction, target, body), fault: null };
      });
    },

    async discard(id: string): Promise<void> {
      const viewerId = requireViewer(viewer).id;
      if (isUuid(id)) await draftStore.discard(db, viewerId, id);
    },
  };
}
