import type { ThreadRow } from './thread.ts';

/** Every article has a conversation, also before the news of its publication has come here: open, and nobody has said anything. */
export function emptyThread(articleId: string): ThreadRow {
  return { articleId, state: 'OPEN', because: 'OPEN', commentCount: 0 };
}

/** May readers write in it? Where a moderator should read first they may not, as long as no moderator can. */
export function takesComments({ state }: Pick<ThreadRow, 'state'>): boolean {
  return state === 'OPEN';
}

/** At most so many articles are counted at once: a page of teasers. */
export const maxCountedArticles = 100;
