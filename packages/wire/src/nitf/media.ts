import type { BodyElement, Figure } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import { embedProvider } from '../html-body/embed-provider.ts';
import { attributeOf, childrenOf, descendantsOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { splitCredit } from '../page-text/caption.ts';
import { pictureType } from '../rendition.ts';
import { picturePlace, webAddress } from '../web-address.ts';

/** A <media> of NITF: a picture with caption, credit and rights, or an embed of video and audio that have an address. */
export function elementOfMedia(media: MarkupElement, baseUrl: string | undefined): BodyElement | undefined {
  const kind = attributeOf(media, 'media-type')?.toLowerCase() ?? 'image';
  const references = childrenOf(media, 'media-reference');
  const shown = cleanLine(
    childrenOf(media, 'media-caption')
      .map((caption) => textOf(caption) ?? '')
      .join(' '),
  );
  if (!/image|photo|graphic|picture|other/.test(kind)) return embedOf(references, shown, baseUrl);
  const largest = references.reduce<MarkupElement | undefined>(
    (best, one) => (!best || pixels(one) > pixels(best) ? one : best),
    undefined,
  );
  const figure = figureOf(media, largest, shown, baseUrl);
  return figure.caption || figure.credit || figure.picture || figure.altText ? figure : undefined;
}

function figureOf(
  media: MarkupElement,
  reference: MarkupElement | undefined,
  shown: string | undefined,
  baseUrl: string | undefined,
): Figure {
  const place = picturePlace(attributeOf(reference, 'source') ?? attributeOf(reference, 'data-location'), baseUrl);
  const caption = shown ? splitCredit(shown) : {};
  const producers = descendantsOf(media, 'media-producer').map((producer) => textOf(producer));
  const creator = cleanLine(producers.filter((producer) => producer !== undefined).join(', '))?.replace(
    /^(photo(graph)? )?by:? /i,
    '',
  );
  const said = metadataOf(media);
  const credit =
    caption.credit ?? said('credit', 'credit-line', 'source') ?? attributeOf(reference, 'credit') ?? creator;
  const altText = cleanLine(attributeOf(reference, 'alternate-text'));
  const copyright = said('copyright') ?? attributeOf(reference, 'copyright');
  const mimeType = pictureType(attributeOf(reference, 'mime-type'));
  const width = sizeOf(reference, 'width');
  const height = sizeOf(reference, 'height');
  const rights = { ...(creator && { creator }), ...(copyright && { copyright }) };
  const picture = {
    ...place,
    ...(mimeType && { mimeType }),
    ...(width && { width }),
    ...(height && { height }),
    ...rights,
  };
  return {
    kind: 'figure',
    role: 'INLINE',
    ...caption,
    ...(credit && { credit }),
    ...(altText && { altText }),
    ...(place && { picture }),
  };
}

function embedOf(
  references: readonly MarkupElement[],
  title: string | undefined,
  baseUrl: string | undefined,
): BodyElement | undefined {
  const url = references
    .map((reference) => webAddress(attributeOf(reference, 'source'), baseUrl))
    .find((found) => found !== undefined);
  if (url) return { kind: 'embed', provider: embedProvider(url), url, ...(title && { title }) };
  return title ? { kind: 'figure', role: 'INLINE', ...splitCredit(title) } : undefined;
}

/** <media-metadata name="…" value="…"/>, by any of the names. */
function metadataOf(media: MarkupElement): (...names: readonly string[]) => string | undefined {
  const entries = childrenOf(media, 'media-metadata');
  return (...names) =>
    cleanLine(
      attributeOf(
        entries.find((entry) => names.includes(attributeOf(entry, 'name')?.toLowerCase() ?? '')),
        'value',
      ),
    );
}

function pixels(reference: MarkupElement): number {
  return (sizeOf(reference, 'width') ?? 0) * (sizeOf(reference, 'height') ?? 1);
}

function sizeOf(reference: MarkupElement | undefined, name: string): number | undefined {
  const value = attributeOf(reference, name);
  return value && /^\d{1,5}$/.test(value) ? Number(value) || undefined : undefined;
}
