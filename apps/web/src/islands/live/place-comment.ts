import type { LiveCommentFragment } from '../../__generated__/page-operations.ts';
import { articleOf } from './fill-comment.ts';

/**
 * Where a new comment belongs on this page: the list, and at which of its ends. Null where the page does not show that place:
 * another page of a long conversation, or behind a link to more replies.
 */
export function placeOf(
  page: Document,
  section: HTMLElement,
  { parent }: Pick<LiveCommentFragment, 'parent'>,
): { readonly list: Element; readonly end: 'first' | 'last' } | null {
  if (parent === null) {
    const end = section.dataset['newComments'];
    const list = section.querySelector(':scope > .comments:not(.comments-context)');
    return list && (end === 'first' || end === 'last') ? { list, end } : null;
  }
  const item = articleOf(page, parent.number)?.closest('li');
  if (!item || item.closest('.comments-context') || item.querySelector(':scope > .more-replies')) return null;
  const isRoot = item.parentElement?.parentElement === section;
  if (isRoot && section.dataset['furtherReplies']) return null;
  return { list: item.querySelector(':scope > .comments') ?? beginList(page, item), end: 'last' };
}

function beginList(page: Document, item: Element): Element {
  const list = page.createElement('ol');
  list.className = 'comments';
  item.append(list);
  return list;
}
