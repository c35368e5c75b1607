import type { LiveClient } from '@dateline/client/live-client';
import {
  ConversationActivityDocument,
  type ConversationActivitySubscription,
  type LiveCommentFragment,
} from '../../__generated__/page-operations.ts';
import { type CountForms, inCountForms } from '../../conversation/count-forms.ts';
import { articleOf, changeWords, commentItem, makeTombstone } from './fill-comment.ts';
import { keepPlace } from './keep-place.ts';
import { placeOf } from './place-comment.ts';

type Activity = ConversationActivitySubscription['commentActivity'];
type Removal = Extract<Activity, { __typename: 'CommentRemoved' }>;

/**
 * Shows what is said while the page is open, in its place, and nothing else changes: what the reader is writing, where the
 * cursor is, and what is on the screen stay. From break to break it goes on after the last thing that it has shown.
 */
export function followConversation(page: Document, live: LiveClient, articleId: string) {
  const section = page.querySelector<HTMLElement>('#conversation[data-cursor]');
  let after = section?.dataset['cursor'] || null;

  return (signal: AbortSignal): void => {
    if (!section) return;
    live.subscribe(
      ConversationActivityDocument,
      { articleId, after },
      {
        signal,
        again: true,
        resume: ({ commentActivity }) => ({ after: commentActivity.cursor }),
        onNext({ data }) {
          if (!data) return;
          after = data.commentActivity.cursor;
          keepPlace(page, () => show(page, section, data.commentActivity));
        },
        // Too much has happened to be told one by one.
        onError: () => section.querySelector('[data-newer]')?.removeAttribute('hidden'),
      },
    );
  };
}

function show(page: Document, section: HTMLElement, activity: Activity): void {
  if (activity.__typename === 'CommentRemoved') takeAway(page, activity);
  else put(page, section, activity.comment);
  const comment = activity.__typename === 'CommentRemoved' ? activity.tombstone : activity.comment;
  const count = comment?.article.thread?.commentCount;
  const shown = section.querySelector('[data-count]');
  if (count === undefined || !shown) return;
  const forms = JSON.parse(section.dataset['counts'] ?? '{}') as CountForms;
  const words = inCountForms(forms, section.dataset['locale'] ?? 'en', count);
  if (words !== null && shown.textContent !== words) shown.textContent = words;
}

function put(page: Document, section: HTMLElement, comment: LiveCommentFragment): void {
  const standing = articleOf(page, comment.number);
  if (standing) {
    changeWords(page, standing, comment);
    return;
  }
  const place = placeOf(page, section, comment);
  const item = place && commentItem(page, comment, section.dataset['locale'] ?? 'en');
  if (!item) return;
  if (place.end === 'first') place.list.prepend(item);
  else place.list.append(item);
  section.querySelector('[data-no-comments]')?.remove();
}

function takeAway(page: Document, { tombstone }: Removal): void {
  const article = tombstone && articleOf(page, tombstone.number);
  if (!article) return;
  const item = article.closest('li');
  const isHeld = article.contains(page.activeElement) || article.querySelector('textarea') !== null;
  if (!item || isHeld || tombstone.replyCount > 0 || item.querySelector('.comments')) {
    makeTombstone(page, article);
    return;
  }
  const list = item.parentElement;
  item.remove();
  // A list of replies that is empty draws a line all the same.
  if (list?.parentElement?.matches('li') && list.childElementCount === 0) list.remove();
}
