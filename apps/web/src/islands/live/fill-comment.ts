import type { LiveCommentFragment } from '../../__generated__/page-operations.ts';
import { commentAnchor } from '../../conversation/address.ts';
import { type blankKinds, idPlace } from '../../conversation/live-page.ts';
import { dateLine } from '../../labels/date-line.ts';
import { htmlDirection } from '../../labels/direction.ts';

/** A blank comment of the page, as the server made it for what comes later. */
export function blankOf(page: Document, kind: (typeof blankKinds)[number]): HTMLElement | null {
  const template = page.querySelector<HTMLTemplateElement>(`template[data-blank="${kind}"]`);
  const item = template?.content.firstElementChild?.cloneNode(true);
  return item instanceof HTMLElement ? item : null;
}

export function articleOf(page: Document, number: number): HTMLElement | null {
  return page.getElementById(commentAnchor(number));
}

/** The list item of a comment, as the server would have made it; null where the page has no blank for it. */
export function commentItem(page: Document, comment: LiveCommentFragment, locale: string): HTMLElement | null {
  const { id, number, author, createdAt, editedAt } = comment;
  const item = blankOf(page, author?.role ?? 'READER');
  const article = item?.querySelector('article');
  if (!item || !article) return null;
  for (const element of article.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes(idPlace)) element.setAttribute(name, value.replace(idPlace, encodeURIComponent(id)));
    }
  }
  article.id = commentAnchor(number);
  put(article, '.comment-author', author?.displayName ?? '');
  const link = article.querySelector('.comment-number');
  link?.setAttribute('aria-label', (link.getAttribute('aria-label') ?? '').replace('0', String(number)));
  put(article, '.comment-number bdi', `#${number}`);
  const time = article.querySelector('time');
  if (time) {
    time.dateTime = createdAt;
    time.textContent = dateLine(createdAt, locale);
  }
  if (!editedAt) article.querySelector('.comment-edited')?.remove();
  putWords(article, comment);
  return item;
}

/** Other words in a comment that stands already. One that its reader is changing at the moment is left alone. */
export function changeWords(page: Document, article: HTMLElement, comment: LiveCommentFragment): void {
  putWords(article, comment);
  if (!comment.editedAt || article.querySelector('.comment-edited')) return;
  const mark = blankOf(page, 'READER')?.querySelector('.comment-edited');
  if (mark) article.querySelector('time')?.after(' ', mark);
}

/** What is left of a comment with answers, or with what a reader is writing under it. */
export function makeTombstone(page: Document, article: HTMLElement): void {
  if (article.classList.contains('comment-gone')) return;
  const words = blankOf(page, 'DELETED')?.querySelector('article > p');
  if (words) article.querySelector('header')?.after(words);
  for (const gone of article.querySelectorAll(
    '.comment-author, .badge, .comment-edited, .comment-text, .comment-actions',
  )) {
    gone.remove();
  }
  article.classList.add('comment-gone');
}

function put(article: Element, selector: string, text: string): void {
  const found = article.querySelector(selector);
  if (found) found.textContent = text;
}

/** The graph has sanitised the HTML, as it did for the server; and the page's policy runs nothing that stands in it. */
function putWords(article: Element, { bodyHtml, direction }: LiveCommentFragment): void {
  const words = article.querySelector<HTMLElement>('.comment-text');
  if (!words || words.innerHTML === bodyHtml) return;
  words.innerHTML = bodyHtml;
  words.dir = htmlDirection(direction);
}
