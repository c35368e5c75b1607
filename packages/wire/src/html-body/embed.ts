import type { BodyElement } from '../body-element.ts';
import { attributeOf, childrenOf, descendantsOf, type MarkupElement, oneLine, textOf } from '../markup-tree.ts';
import { webAddress } from '../web-address.ts';
import { embedProvider } from './embed-provider.ts';
import type { ReadFlow } from './read-flow.ts';

/** Elements that show something from elsewhere. */
export const embedNames = new Set(['iframe', 'embed', 'object', 'video', 'audio']);

/** What a post of a social network looks like before its script has run. */
const postClass =
  /(^|\s)(twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|text-post-media|fb-post|fb-video)(\s|$)/;

const addressAttributes = [
  'src',
  'data-src',
  'data',
  'data-instgrm-permalink',
  'data-href',
  'data-text-post-permalink',
  'cite',
];

/** An iframe, video and the like: an embed where it has an address, and its text for those who cannot see it where it has none. */
export function elementsOfEmbed(
  element: MarkupElement,
  baseUrl: string | undefined,
  readFlow: ReadFlow,
): BodyElement[] {
  const source = [element, ...childrenOf(element, 'source'), ...childrenOf(element, 'embed')].map((from) =>
    addressOf(from, baseUrl),
  );
  const url = source.find((address) => address !== undefined);
  const inside = readFlow(element.children.filter((child) => typeof child === 'string' || child.name !== 'embed'));
  return url ? [embed(url, attributeOf(element, 'title')), ...inside] : inside;
}

/** A post of a social network, with its words for a title; undefined for any other quotation. */
export function embedOfPost(element: MarkupElement, baseUrl: string | undefined): BodyElement | undefined {
  if (!postClass.test(attributeOf(element, 'class') ?? '')) return undefined;
  const links = descendantsOf(element, 'a').map((link) => webAddress(attributeOf(link, 'href'), baseUrl));
  const url = addressOf(element, baseUrl) ?? links.findLast((link) => link !== undefined);
  return url ? embed(url, textOf(element)) : undefined;
}

function embed(url: string, title: string | undefined): BodyElement {
  return { kind: 'embed', provider: embedProvider(url), url, ...(title && { title: oneLine(title) }) };
}

function addressOf(element: MarkupElement, baseUrl: string | undefined): string | undefined {
  return addressAttributes
    .map((name) => webAddress(attributeOf(element, name), baseUrl))
    .find((url) => url !== undefined);
}
