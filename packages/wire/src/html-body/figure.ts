import type { BodyElement, Figure } from '../body-element.ts';
import { attributeOf, descendantsOf, type MarkupElement, type MarkupNode } from '../markup-tree.ts';
import { type CaptionParts, captionParts } from './caption-credit.ts';
import type { ReadFlow } from './read-flow.ts';

const captionClass = /(^|[-_\s])caption([-_\s]|$)/i;

/** A <figure>, or what WordPress wrote before there was one. */
export function isFigure(element: MarkupElement): boolean {
  return element.name === 'figure' || (element.name === 'div' && hasClass(element, 'wp-caption'));
}

/**
 * What a figure holds, with its caption and credit: on the picture where there is one, as a table's caption, an embed's
 * title, a quote's attribution; several pictures are a gallery, and its caption stands after it as text.
 */
export function elementsOfFigure(element: MarkupElement, readFlow: ReadFlow): BodyElement[] {
  const { content, captions } = withoutCaptions(element.children);
  const elements = readFlow(content);
  const parts = captionParts(captions);
  const figures = elements.filter((inside): inside is Figure => inside.kind === 'figure');
  if (figures.length > 1) {
    const gallery = elements.map((inside) =>
      inside.kind === 'figure' ? { ...inside, role: 'GALLERY' as const } : inside,
    );
    return [...gallery, ...asText(parts, readFlow)];
  }
  const [only] = figures.length === 1 ? figures : elements;
  if (!only) return isEmpty(parts) ? [] : [{ kind: 'figure', role: 'INLINE', ...parts }];
  const captioned = withCaption(only, parts);
  if (!captioned) return [...elements, ...asText(parts, readFlow)];
  return elements.map((inside) => (inside === only ? captioned : inside));
}

/** The captions anywhere in the figure but in a figure inside it, and the rest. */
function withoutCaptions(nodes: readonly MarkupNode[]): { content: MarkupNode[]; captions: MarkupElement[] } {
  const captions: MarkupElement[] = [];
  const content = nodes.flatMap((node): MarkupNode[] => {
    if (typeof node === 'string' || isFigure(node) || node.name === 'table') return [node];
    if (isCaption(node)) {
      captions.push(node);
      return [];
    }
    const inside = withoutCaptions(node.children);
    for (const caption of inside.captions) captions.push(caption);
    return [{ ...node, children: inside.content }];
  });
  return { content, captions };
}

function isCaption(element: MarkupElement): boolean {
  if (element.name === 'figcaption') return true;
  return (
    captionClass.test(attributeOf(element, 'class') ?? '') &&
    descendantsOf(element, 'img', 'picture', 'iframe', 'table').length === 0
  );
}

/** The element with the caption where its kind has a place for it that is free; undefined where it has none. */
function withCaption(element: BodyElement, parts: CaptionParts): BodyElement | undefined {
  if (isEmpty(parts)) return element;
  const words = [parts.caption, parts.credit].filter((part) => part !== undefined).join(' ');
  if (element.kind === 'figure' && !element.caption && !element.credit) return { ...element, ...parts };
  if (element.kind === 'table' && !element.caption) return { ...element, caption: words };
  if (element.kind === 'embed' && !element.title) return { ...element, title: words };
  if (element.kind === 'quote' && !element.attribution) return { ...element, attribution: words };
  return undefined;
}

function asText(parts: CaptionParts, readFlow: ReadFlow): BodyElement[] {
  return [parts.caption, parts.credit].flatMap((part) => (part === undefined ? [] : readFlow([part])));
}

function isEmpty({ caption, credit }: CaptionParts): boolean {
  return caption === undefined && credit === undefined;
}

function hasClass(element: MarkupElement, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name);
}
