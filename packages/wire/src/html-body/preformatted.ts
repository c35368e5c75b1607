import type { BodyElement } from '../body-element.ts';
import { htmlFromText } from '../html-text.ts';
import { type MarkupElement, oneLine, rawTextOf } from '../markup-tree.ts';

/** Preformatted text: a blank line ends a paragraph, a line's end is a line break. */
function paragraphsOfLines(text: string): BodyElement[] {
  return text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .map((line) => htmlFromText(oneLine(line)))
        .filter((line) => line !== '')
        .join('<br>'),
    )
    .filter((html) => html !== '')
    .map((html) => ({ kind: 'paragraph', html }));
}

/** For `pre`. */
export function paragraphsOfPre(element: MarkupElement): BodyElement[] {
  return paragraphsOfLines(rawTextOf(element));
}
