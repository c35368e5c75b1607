import { creditLine } from './credit-line.ts';
import type { FeedElement, FeedFigure, FeedItem } from './feed.ts';
import { element, emptyElement, escapeMarkup, textElement } from './markup.ts';

/**
 * A story's full text as HTML for a feed: pictures with caption and credit, in the story's own direction. Inline HTML in
 * it was sanitised by the graph (its scalar Html promises that).
 */
export function renderContentHtml({ body, language, direction }: FeedItem): string {
  const content = body.map((part) => renderElement(part, language)).join('\n');
  return element('div', { lang: language, dir: direction.toLowerCase() }, content);
}

function renderElement(part: FeedElement, language: string): string {
  switch (part.kind) {
    case 'paragraph':
      return element('p', {}, part.html);
    case 'heading':
      return textElement(`h${part.level}`, part.text);
    case 'list':
      return element(part.ordered ? 'ol' : 'ul', {}, part.items.map((item) => element('li', {}, item)).join(''));
    case 'quote': {
      const cite = part.attribution === undefined ? '' : textElement('cite', part.attribution);
      return element('blockquote', {}, element('p', {}, part.html) + cite);
    }
    case 'figure':
      return renderFigure(part, language);
    case 'embed':
      return element('p', {}, textElement('a', part.title ?? part.provider, { href: part.url }));
    case 'table':
      return renderTable(part);
    case 'related':
      return element('p', {}, textElement('a', part.title, { href: part.url }));
    case 'liveEntry': {
      const time = textElement('time', timeLine(part.publishedAt, language), { datetime: part.publishedAt });
      const headline = part.headline === undefined ? '' : textElement('h3', part.headline);
      const content = part.body.map((inner) => renderElement(inner, language)).join('\n');
      return element('section', {}, element('p', {}, time) + headline + content);
    }
  }
}

/** When an entry was told, as its own place's clock showed it (the offset it came with), in the words of the story. */
function timeLine(dateTime: string, language: string): string {
  const timeZone = /[+-]\d{2}:\d{2}$/.exec(dateTime)?.[0] ?? 'UTC';
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return format.format(new Date(dateTime));
}

function renderFigure({ picture, altText, caption, credit }: FeedFigure, language: string): string {
  const image = picture
    ? emptyElement('img', {
        src: picture.url,
        width: picture.width,
        height: picture.height,
        alt: altText ?? caption ?? '',
      })
    : '';
  const words = [
    ...(caption === undefined ? [] : [escapeMarkup(caption)]),
    ...(credit === undefined ? [] : [textElement('small', creditLine(credit, language))]),
  ];
  return element('figure', {}, image + (words.length > 0 ? element('figcaption', {}, words.join(' ')) : ''));
}

function renderTable({ caption, head, rows }: Extract<FeedElement, { kind: 'table' }>): string {
  const row = (tag: string, cells: readonly string[]) =>
    element('tr', {}, cells.map((cell) => textElement(tag, cell)).join(''));
  return element(
    'table',
    {},
    (caption === undefined ? '' : textElement('caption', caption)) +
      element('thead', {}, row('th', head)) +
      element('tbody', {}, rows.map((cells) => row('td', cells)).join('')),
  );
}
