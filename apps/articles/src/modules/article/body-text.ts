import type { BodyElement } from './body-element.ts';
import { inlineText } from './inline-html.ts';
import { remembered } from './remembered.ts';

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

const wordsOf = remembered((language: string) => new Intl.Segmenter(language, { granularity: 'word' }));

/** Words by the rules of the language (Unicode UAX 29 through Intl), so that Chinese, Japanese and Thai count too. */
export function countWords(text: string, language: string): number {
  let words = 0;
  for (const { isWordLike } of wordsOf(language).segment(text)) if (isWordLike) words += 1;
  return words;
}
