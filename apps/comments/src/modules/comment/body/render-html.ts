import { linkify } from './linkify.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A comment's text as HTML: paragraphs, line breaks and links; everything else is escaped. Each paragraph finds its own
 * direction, and an address keeps its own, so that neither turns the words around it.
 */
export function renderHtml(text: string): string {
  if (text === '') return '';
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p dir="auto">${paragraph.split('\n').map(renderLine).join('<br>')}</p>`)
    .join('');
}

function renderLine(line: string): string {
  return linkify(line)
    .map(({ text, href }) =>
      href === null
        ? escapeHtml(text)
        : `<a href="${escapeHtml(href)}" rel="ugc nofollow noopener" dir="ltr">${escapeHtml(text)}</a>`,
    )
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
