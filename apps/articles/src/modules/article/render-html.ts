import type { BodyElement, FigureElement } from './body-element.ts';
import { escapeHtml, sanitiseInlineHtml } from './inline-html.ts';

/**
 * A story's elements as HTML. Pictures are media's: a figure holds its words, and its id for who puts the picture in. A
 * related article is a place with its id: its headline may change without this story.
 */
export function renderBodyHtml(body: readonly BodyElement[]): string {
  return body.map(renderElement).join('\n');
}

function renderElement(element: BodyElement): string {
  switch (element.kind) {
    case 'paragraph':
      return `<p>${sanitiseInlineHtml(element.html)}</p>`;
    case 'heading':
      return `<h${element.level}>${escapeHtml(element.text)}</h${element.level}>`;
    case 'list': {
      const tag = element.ordered ? 'ol' : 'ul';
      return `<${tag}>${element.items.map((item) => `<li>${sanitiseInlineHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'quote': {
      const cite = element.attribution === null ? '' : `<cite>${escapeHtml(element.attribution)}</cite>`;
      return `<blockquote><p>${sanitiseInlineHtml(element.html)}</p>${cite}</blockquote>`;
    }
    case 'figure':
      return renderFigure(element);
    case 'embed':
      return `<p><a href="${escapeHtml(element.url)}" rel="noopener">${escapeHtml(element.title ?? element.provider)}</a></p>`;
    case 'related':
      return `<aside data-element="${escapeHtml(element.id)}" data-article="${escapeHtml(element.articleId)}"></aside>`;
    case 'liveEntry': {
      const headline = element.headline === null ? '' : `<h3>${escapeHtml(element.headline)}</h3>`;
      const time = `<time datetime="${escapeHtml(element.publishedAt)}"></time>`;
      return `<section data-element="${escapeHtml(element.id)}">${headline}${time}${renderBodyHtml(element.body)}</section>`;
    }
    case 'table': {
      const row = (tag: string, cells: readonly string[]) =>
        `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
      const caption = element.caption === null ? '' : `<caption>${escapeHtml(element.caption)}</caption>`;
      const rows = element.rows.map((cells) => row('td', cells)).join('');
      return `<table>${caption}<thead>${row('th', element.head)}</thead><tbody>${rows}</tbody></table>`;
    }
  }
}

function renderFigure({ id, caption, credit }: FigureElement): string {
  const words = [
    ...(caption === null ? [] : [escapeHtml(caption)]),
    ...(credit === null ? [] : [`<small>${escapeHtml(credit)}</small>`]),
  ];
  return `<figure data-element="${escapeHtml(id)}"><figcaption>${words.join(' ')}</figcaption></figure>`;
}
