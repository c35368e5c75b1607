import type { BodyElement } from './body-element.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { htmlFromText } from './html-text.ts';
import { htmlTree } from './html-tree.ts';
import { rawTextOf } from './markup-tree.ts';

/** The text of a small HTML fragment, a headline say, on one line. Plain text stays itself. */
export function lineFromHtml(html: string | undefined): string | undefined {
  if (html === undefined || !/[<&]/.test(html)) return cleanLine(html);
  return cleanLine(htmlTree(html.slice(0, 50_000)).map(rawTextOf).join(''));
}

/** A field that is HTML or plain text, nobody knows which: HTML only where there is a tag or an entity in it. */
export function lineFromAny(text: string | undefined): string | undefined {
  return text !== undefined && /<\/?[a-z][^<>]*>|&(#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text)
    ? lineFromHtml(text)
    : cleanLine(text);
}

/** Plain text as paragraphs: parted at blank lines, and at every line where it has no blank ones. */
export function paragraphsOf(text: string): BodyElement[] {
  const lines = cleanText(text).replaceAll(/\r\n?|\u2028|\u0085/g, '\n');
  const parts = /\n[ \t\u00a0]*\n/.test(lines) ? lines.split(/\n[ \t\u00a0]*\n/) : lines.split('\n');
  return parts.flatMap((part) => {
    const line = cleanLine(part);
    return line ? [{ kind: 'paragraph' as const, html: htmlFromText(line) }] : [];
  });
}
