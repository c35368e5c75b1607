import type { BodyElement } from '../body-element.ts';
import { htmlFromText } from '../html-text.ts';

/** Elements as one HTML fragment, for a place that holds no others; what has no text form is left over. */
export function asInline(elements: readonly BodyElement[], between: string): { html: string; others: BodyElement[] } {
  const parts: string[] = [];
  const others: BodyElement[] = [];
  for (const element of elements) {
    const html = inlineOf(element);
    if (html === undefined) others.push(element);
    else parts.push(html);
  }
  return { html: parts.join(between), others };
}

/** For places where only pictures and what else is shown may stand after the text. */
export function isPicture(element: BodyElement): boolean {
  return element.kind === 'figure' || element.kind === 'embed';
}

function inlineOf(element: BodyElement): string | undefined {
  switch (element.kind) {
    case 'paragraph':
      return element.html;
    case 'heading':
      return `<strong>${htmlFromText(element.text)}</strong>`;
    case 'list':
      return element.items.join('<br>');
    case 'quote':
      return element.attribution ? `${element.html} ${htmlFromText(element.attribution)}` : element.html;
    default:
      return undefined;
  }
}
