import type { BodyElement } from '../body-element.ts';
import { attributeOf, type MarkupElement, type MarkupNode } from '../markup-tree.ts';
import { webAddress } from '../web-address.ts';
import { elementsOfBlock } from './block.ts';
import { elementsOfEmbed, embedNames } from './embed.ts';
import { knownProvider } from './embed-provider.ts';
import { type InlineRun, inlineRun, type Wrapper } from './inline-run.ts';
import { figureOfImage, imageOfPicture } from './picture.ts';
import type { ReadFlow } from './read-flow.ts';
import { wrapperOf } from './wrapper.ts';

interface Flow {
  readonly baseUrl: string | undefined;
  readonly elements: BodyElement[];
  readonly run: InlineRun;
}

/** Elements that begin a line of their own and say nothing else; all that is not known is inline. */
const blocks = new Set(
  `address article aside body center dd details dialog div dl dt fieldset footer form header hgroup hr html legend li main
  nav p section summary tbody td tfoot th thead tr col colgroup caption figcaption`.split(/\s+/),
);

/** The body elements that nodes make, in reading order. */
export function flowOf(nodes: readonly MarkupNode[], baseUrl: string | undefined): BodyElement[] {
  const flow: Flow = { baseUrl, elements: [], run: inlineRun() };
  for (const node of nodes) read(flow, node, []);
  endParagraph(flow);
  return flow.elements;
}

function read(flow: Flow, node: MarkupNode, wrappers: readonly Wrapper[]): void {
  if (typeof node === 'string') flow.run.text(node, wrappers);
  else if (node.name === 'br') flow.run.lineBreak();
  else if (node.name === 'img' || node.name === 'picture') readImage(flow, node, wrappers);
  else if (!readWhole(flow, node)) readInside(flow, node, wrappers);
}

/** A block that is an element of its own, or several; false for one that only holds others. */
function readWhole(flow: Flow, element: MarkupElement): boolean {
  const readFlow: ReadFlow = (nodes) => flowOf(nodes, flow.baseUrl);
  const made = embedNames.has(element.name)
    ? elementsOfEmbed(element, flow.baseUrl, readFlow)
    : elementsOfBlock(element, flow.baseUrl, readFlow);
  if (!made) return false;
  endParagraph(flow);
  for (const one of made) flow.elements.push(one);
  return true;
}

function readInside(flow: Flow, element: MarkupElement, wrappers: readonly Wrapper[]): void {
  const isBlock = blocks.has(element.name);
  if (isBlock) endParagraph(flow);
  const wrapper = wrapperOf(element, flow.baseUrl);
  const inside = wrapper ? [...wrappers, wrapper] : wrappers;
  for (const child of element.children) read(flow, child, inside);
  if (isBlock) endParagraph(flow);
}

function readImage(flow: Flow, element: MarkupElement, wrappers: readonly Wrapper[]): void {
  const image = element.name === 'img' ? element : imageOfPicture(element);
  if (!image) return;
  if (isSmiley(image)) {
    flow.run.text(attributeOf(image, 'alt') ?? '', wrappers);
    return;
  }
  const figure = figureOfImage(image, flow.baseUrl);
  if (!figure) return;
  endParagraph(flow);
  flow.elements.push(figure);
}

/** WordPress shows emoji as small pictures. */
function isSmiley(image: MarkupElement): boolean {
  return /(^|\s)(emoji|wp-smiley)(\s|$)/.test(attributeOf(image, 'class') ?? '');
}

function endParagraph(flow: Flow): void {
  for (const html of flow.run.take()) flow.elements.push(embedOfBareAddress(html) ?? { kind: 'paragraph', html });
}

/** An address alone in a paragraph is how WordPress writes an embed, where the provider is one that it knows. */
function embedOfBareAddress(html: string): BodyElement | undefined {
  if (!/^https?:\/\/[^\s<]+$/.test(html)) return undefined;
  const url = webAddress(html.replaceAll('&amp;', '&'));
  const provider = url && knownProvider(url);
  return url && provider ? { kind: 'embed', provider, url } : undefined;
}
