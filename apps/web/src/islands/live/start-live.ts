import { createLiveClient } from '@dateline/client/live-client';
import { overSocket } from '@dateline/client/over-socket';
import { followConversation } from './follow-conversation.ts';
import { followStory } from './follow-story.ts';
import { whileVisible } from './while-visible.ts';

/**
 * Keeps an open page true: what is said in its conversation, and what becomes of its story. All that it shows a reader also
 * gets by asking for the page again; without this script, or without the graph, the page is as it was served.
 */
export function startLive(page: Document): void {
  const { graph, articleId } = page.querySelector<HTMLElement>('.story')?.dataset ?? {};
  if (!graph || !articleId) return;
  const live = createLiveClient({ transport: overSocket({ url: graph }) });
  const follow = [followStory(page, live, articleId), followConversation(page, live, articleId)];
  whileVisible(page, (signal) => {
    for (const begin of follow) begin(signal);
  });
}
