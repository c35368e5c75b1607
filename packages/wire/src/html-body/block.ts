import type { BodyElement } from '../body-element.ts';
import { attributeOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { asInline, isPicture } from './as-inline.ts';
import { embedOfPost } from './embed.ts';
import { elementsOfFigure, isFigure } from './figure.ts';
import { paragraphsOfPre } from './preformatted.ts';
import type { ReadFlow } from './read-flow.ts';
import { elementsOfTable } from './table.ts';

/** The elements that a block makes; undefined for one that only holds others. */
export function elementsOfBlock(
  element: MarkupElement,
  baseUrl: string | undefined,
  readFlow: ReadFlow,
): BodyElement[] | undefined {
  const post = embedOfPost(element, baseUrl);
  if (post) return [post];
  if (isFigure(element)) return elementsOfFigure(element, readFlow);
  switch (element.name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return elementsOfHeading(element, Number(element.name[1]), readFlow);
    case 'ul':
    case 'ol':
    case 'menu':
      return elementsOfList(element, readFlow);
    case 'blockquote':
      return elementsOfQuote(element, readFlow);
    case 'table':
      return elementsOfTable(element, readFlow);
    case 'pre':
      return paragraphsOfPre(element);
    default:
      return undefined;
  }
}

function elementsOfHeading(element: MarkupElement, level: number, readFlow: ReadFlow): BodyElement[] {
  const text = textOf(element);
  const pictures = readFlow(element.children).filter(isPicture);
  return text === undefined ? pictures : [{ kind: 'heading', level, text }, ...pictures];
}

/** Lists inside a list become its own items, as the graph's lists do not nest; pictures and tables stand after it. */
function elementsOfList(element: MarkupElement, readFlow: ReadFlow): BodyElement[] {
  const items: string[] = [];
  const after: BodyElement[] = [];
  for (const child of element.children) {
    const content = readFlow(typeof child === 'string' || child.name !== 'li' ? [child] : child.children);
    const lists = content.filter((inside) => inside.kind === 'list');
    const { html, others } = asInline(
      content.filter((inside) => inside.kind !== 'list'),
      '<br>',
    );
    if (html !== '') items.push(html);
    for (const list of lists) for (const item of list.items) items.push(item);
    for (const other of others) after.push(other);
  }
  return items.length === 0 ? after : [{ kind: 'list', ordered: element.name === 'ol', items }, ...after];
}

const pullClass = /pull-?quote/i;

function elementsOfQuote(element: MarkupElement, readFlow: ReadFlow): BodyElement[] {
  const signed = childrenOf(element).filter(({ name }) => name === 'cite' || name === 'footer');
  const words = element.children.filter((child) => typeof child === 'string' || !signed.includes(child));
  const attribution = signed
    .map((line) => textOf(line))
    .filter((line) => line !== undefined)
    .join(', ');
  const { html, others } = asInline(readFlow(words), '<br><br>');
  if (html === '') return [...(attribution ? readFlow([attribution]) : []), ...others];
  const pull = pullClass.test(attributeOf(element, 'class') ?? '');
  return [{ kind: 'quote', html, pull, ...(attribution && { attribution }) }, ...others];
}
