import type {
  BodyElement,
  EmbedElement,
  FigureElement,
  LiveEntryElement,
  RelatedElement,
  TableElement,
} from './body-element.ts';
import { escapeHtml, safeHref, sanitiseInlineHtml } from './inline-html.ts';
import { remembered } from './remembered.ts';
import { directionOfHtml, textDirectionOf } from './text-direction.ts';

/** What a story's HTML asks of the story, and of the articles that it names. */
export interface Rendering {
  readonly language: string;
  /** IANA; entries of a live story are dated in it. */
  readonly timeZone: string;
  /** The articles that may be named, by id; an element of another one is left out. */
  readonly related: { has(articleId: string): boolean };
}

/**
 * A story's elements as HTML. Pictures are media's: a figure holds its words, and its id for who puts the picture in. A
 * paragraph that runs against the story says so (dir); names, which may be in any script, are isolated by dir="auto".
 */
export function renderBodyHtml(body: readonly BodyElement[], rendering: Rendering): string {
  return body
    .map((element) => renderElement(element, rendering))
    .filter((html) => html !== '')
    .join('\n');
}

function renderElement(element: BodyElement, rendering: Rendering): string {
  switch (element.kind) {
    case 'paragraph':
      return paragraph(element.html, rendering);
    case 'heading':
      return `<h${element.level}>${escapeHtml(element.text)}</h${element.level}>`;
    case 'list': {
      const tag = element.ordered ? 'ol' : 'ul';
      return `<${tag}>${element.items.map((item) => `<li>${sanitiseInlineHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'quote': {
      const cite = element.attribution === null ? '' : nameElement('cite', element.attribution);
      return `<blockquote>${paragraph(element.html, rendering)}${cite}</blockquote>`;
    }
    case 'figure':
      return renderFigure(element);
    case 'embed':
      return renderEmbed(element);
    case 'related':
      return renderRelated(element, rendering);
    case 'liveEntry':
      return renderLiveEntry(element, rendering);
    case 'table':
      return renderTable(element);
  }
}

/** A paragraph as the graph tells its direction, said where it runs against the story. */
function paragraph(html: string, { language }: Rendering): string {
  const direction = directionOfHtml(html, language);
  const dir = direction === textDirectionOf(language) ? '' : ` dir="${direction.toLowerCase()}"`;
  return `<p${dir}>${sanitiseInlineHtml(html)}</p>`;
}

/** Plain text within a line: in its own direction, isolated from what stands around it. */
function nameElement(tag: 'cite' | 'small' | 'span', text: string): string {
  return `<${tag} dir="auto">${escapeHtml(text)}</${tag}>`;
}

/** Plain text that fills an element: it reads in its own direction, and stands on the side where the story's text stands. */
function cellElement(tag: 'caption' | 'td' | 'th', text: string): string {
  return `<${tag}><bdi>${escapeHtml(text)}</bdi></${tag}>`;
}

function renderFigure({ id, caption, credit }: FigureElement): string {
  const words = [
    ...(caption === null ? [] : [nameElement('span', caption)]),
    ...(credit === null ? [] : [nameElement('small', credit)]),
  ];
  return `<figure data-element="${escapeHtml(id)}"><figcaption>${words.join(' ')}</figcaption></figure>`;
}

function renderEmbed({ url, title, provider }: EmbedElement): string {
  const href = safeHref(url);
  const link = href === null ? '' : ` href="${escapeHtml(href)}" rel="noopener"`;
  return `<p><a${link} dir="auto">${escapeHtml(title ?? provider)}</a></p>`;
}

/**
 * A place with the article's id, for who puts the link in. Nothing of the article itself: a headline in here would outlive
 * its withdrawal in caches, which know of this story only.
 */
function renderRelated({ id, articleId }: RelatedElement, { related }: Rendering): string {
  if (!related.has(articleId)) return '';
  return `<aside data-element="${escapeHtml(id)}" data-article="${escapeHtml(articleId)}"></aside>`;
}

const entryTimes = remembered(
  (language: string, timeZone: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
);

function renderLiveEntry({ id, headline, publishedAt, body }: LiveEntryElement, rendering: Rendering): string {
  const { language, timeZone } = rendering;
  const told = entryTimes(language, timeZone);
  const time = `<p><time datetime="${escapeHtml(publishedAt)}">${escapeHtml(told.format(new Date(publishedAt)))}</time></p>`;
  const title = headline === null ? '' : `<h3>${escapeHtml(headline)}</h3>`;
  return `<section data-element="${escapeHtml(id)}">${time}${title}${renderBodyHtml(body, rendering)}</section>`;
}

function renderTable({ caption, head, rows }: TableElement): string {
  const row = (tag: 'td' | 'th', cells: readonly string[]) =>
    `<tr>${cells.map((cell) => cellElement(tag, cell)).join('')}</tr>`;
  const title = caption === null ? '' : cellElement('caption', caption);
  const content = rows.map((cells) => row('td', cells)).join('');
  return `<table>${title}<thead>${row('th', head)}</thead><tbody>${content}</tbody></table>`;
}
