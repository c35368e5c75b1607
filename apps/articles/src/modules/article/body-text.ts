import type { BodyElement } from './body-element.ts';
import { inlineText } from './inline-html.ts';

/** The words of a story without its captions, paragraphs parted by an empty line. */
export function bodyText(body: readonly BodyElement[]): string {
  return body
    .map(elementText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function elementText(element: BodyElement): string {
  switch (element.kind) {
    case 'paragraph':
    case 'quote':
      return inlineText(element.html);
    case 'heading':
      return element.text;
    case 'list':
      return element.items.map(inlineText).join('\n');
    case 'table':
      return [element.head, ...element.rows].map((cells) => cells.join('\t')).join('\n');
    case 'liveEntry':
      return [element.headline ?? '', bodyText(element.body)].filter((text) => text !== '').join('\n');
    case 'figure':
    case 'embed':
    case 'related':
      return '';
  }
}

/** Words by the rules of the language (Unicode UAX 29 through Intl), so that Chinese, Japanese and Thai count too. */
export function countWords(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}
