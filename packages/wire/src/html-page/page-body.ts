import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { BodyElement } from '../body-element.ts';
import { bodyOfNodes, htmlBody } from '../html-body.ts';
import { escapeMarkup } from '../markup.ts';
import { attributeOf, childrenOf, descendantsOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { htmlOfTree } from './html-of-tree.ts';

/** Fewer characters are no article, but a teaser or a notice. */
export const minTextLength = 140;

/** The article's own text: by Readability, or what the page marks as its body where that finds nothing or may not look. */
export function pageBody(page: MarkupElement, mayWeigh: boolean, baseUrl: string | undefined): BodyElement[] {
  const readable = mayWeigh ? htmlBody(readableHtml(page), { baseUrl }) : [];
  if (textLength(readable) >= minTextLength) return readable;
  const marked = markedBody(page);
  const body = marked ? bodyOfNodes(marked.children, { baseUrl }) : [];
  return textLength(body) > textLength(readable) ? body : readable;
}

/** Readability takes a document apart: it gets one of its own, whole and without scripts, whatever the page was like. */
function readableHtml(page: MarkupElement): string {
  const title = escapeMarkup(textOf(descendantsOf(page, 'title')[0]) ?? '');
  const body = htmlOfTree(page.children);
  const { document } = parseHTML(
    `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
  );
  const article = new Readability(document, { keepClasses: true, charThreshold: minTextLength }).parse();
  return article?.content ?? '';
}

function markedBody(page: MarkupElement): MarkupElement | undefined {
  return withItemprop(page) ?? descendantsOf(page, 'article')[0] ?? descendantsOf(page, 'main')[0];
}

function withItemprop(element: MarkupElement): MarkupElement | undefined {
  if (attributeOf(element, 'itemprop') === 'articleBody') return element;
  return childrenOf(element)
    .map(withItemprop)
    .find((found) => found !== undefined);
}

/** Characters of text, without tags. */
export function textLength(body: readonly BodyElement[]): number {
  return body.reduce((sum, element) => sum + lengthOf(element), 0);
}

function lengthOf(element: BodyElement): number {
  if (element.kind === 'paragraph' || element.kind === 'quote') return element.html.replaceAll(/<[^<>]*>/g, '').length;
  if (element.kind === 'list') return element.items.join('').replaceAll(/<[^<>]*>/g, '').length;
  return element.kind === 'liveEntry' ? textLength(element.body) : 0;
}
