import type { BodyElement, Figure } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import { bodyOfNodes } from '../html-body.ts';
import { descendantsOf, type MarkupElement } from '../markup-tree.ts';
import { placeFigures, type SidePicture } from '../place-figures.ts';
import { webAddress } from '../web-address.ts';
import { isNode, type LinkedNode, textOfProperty, valuesOf } from './json-ld.ts';
import type { PageData } from './page-data.ts';

const maxFigures = 100;

/**
 * The body with the page's picture on top: the one that it names for itself (JSON-LD, Open Graph), with the caption and the
 * credit of the figure that shows it, wherever on the page that stands.
 */
export function withPagePicture(
  body: readonly BodyElement[],
  page: MarkupElement,
  article: LinkedNode | undefined,
  data: PageData,
  baseUrl: string | undefined,
): BodyElement[] {
  const named = pictureOfArticle(article, baseUrl) ?? pictureOfPage(data, baseUrl);
  if (!named) return [...body];
  const shown = shownFigures(page, baseUrl).find(
    (figure) => fileName(figure.picture?.url) === fileName(named.picture?.url),
  );
  const lead: Figure = { ...named, ...shown, role: 'LEAD', picture: { ...shown?.picture, ...named.picture } };
  const beside: SidePicture = {
    figure: lead,
    addresses: [named.picture?.url, shown?.picture?.url].filter((url) => url !== undefined),
  };
  const first = body.findIndex((element) => element.kind === 'figure' && element.picture !== undefined);
  const inBody = first >= 0 && fileName(pictureUrl(body[first])) === fileName(named.picture?.url);
  const addresses = inBody ? [...beside.addresses, pictureUrl(body[first]) ?? ''] : beside.addresses;
  return placeFigures(body, [{ ...beside, addresses }]);
}

function pictureOfArticle(article: LinkedNode | undefined, baseUrl: string | undefined): Figure | undefined {
  for (const value of valuesOf(article, 'image')) {
    const node = isNode(value) ? value : undefined;
    const url = webAddress(node ? textOfProperty(node, 'url', 'contentUrl', '@id') : String(value), baseUrl);
    if (!url) continue;
    const caption = cleanLine(textOfProperty(node, 'caption', 'description'));
    const credit = cleanLine(textOfProperty(node, 'creditText', 'creator', 'author'));
    const copyright = cleanLine(textOfProperty(node, 'copyrightNotice', 'copyrightHolder'));
    return {
      kind: 'figure',
      role: 'LEAD',
      ...(caption && { caption }),
      ...(credit && { credit }),
      picture: {
        url,
        ...sizes(textOfProperty(node, 'width'), textOfProperty(node, 'height')),
        ...(copyright && { copyright }),
      },
    };
  }
  return undefined;
}

function pictureOfPage(data: PageData, baseUrl: string | undefined): Figure | undefined {
  const url = webAddress(
    data.meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image') ?? data.itemprop('image'),
    baseUrl,
  );
  const altText = cleanLine(data.meta('og:image:alt', 'twitter:image:alt'));
  if (!url) return undefined;
  const picture = { url, ...sizes(data.meta('og:image:width'), data.meta('og:image:height')) };
  return { kind: 'figure', role: 'LEAD', ...(altText && { altText }), picture };
}

function sizes(width: string | undefined, height: string | undefined) {
  const [wide, high] = [width, height].map((size) =>
    size && /^[1-9]\d{0,4}(px)?$/.test(size) ? Number.parseInt(size, 10) : undefined,
  );
  return { ...(wide && { width: wide }), ...(high && { height: high }) };
}

function shownFigures(page: MarkupElement, baseUrl: string | undefined): Figure[] {
  const figures = descendantsOf(page, 'figure').slice(0, maxFigures);
  return bodyOfNodes(figures, { baseUrl }).filter((element): element is Figure => element.kind === 'figure');
}

function pictureUrl(element: BodyElement | undefined): string | undefined {
  return element?.kind === 'figure' ? element.picture?.url : undefined;
}

/** Sizes of one picture are served under one name; a name as short as 'image.jpg' says nothing. */
function fileName(url: string | undefined): string | undefined {
  const parsed = URL.parse(url ?? '');
  const name =
    parsed?.pathname
      .split('/')
      .at(-1)
      ?.replace(/[-_]\d{2,4}x\d{2,4}(?=\.)/, '') ?? '';
  return name.length >= 8 ? name : url;
}
