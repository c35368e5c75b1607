import type { Figure } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import { childOf, type MarkupElement, rawTextOf, textOf } from '../markup-tree.ts';
import { splitCredit } from '../page-text/caption.ts';
import { lineFromHtml } from '../plain-text.ts';
import { webAddress } from '../web-address.ts';
import { metaOf } from './meta.ts';

/** An attachment of the export as a picture; undefined for a file of another kind. */
export function pictureOfAttachment(item: MarkupElement): Figure | undefined {
  const url = webAddress(textOf(childOf(item, 'attachment_url')) ?? textOf(childOf(item, 'guid')));
  if (!url || !/\.(jpe?g|png|gif|webp|avif)([?#]|$)/i.test(url)) return undefined;
  const shown = lineFromHtml(excerptOf(item));
  const { caption, credit } = shown ? splitCredit(shown) : {};
  const altText = cleanLine(metaOf(item, '_wp_attachment_image_alt'));
  return {
    kind: 'figure',
    role: 'GALLERY',
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(altText && { altText }),
    picture: { url },
  };
}

/** excerpt:encoded; content:encoded has the same name without its prefix. */
export function excerptOf(item: MarkupElement): string | undefined {
  return encodedOf(item, '/excerpt/');
}

export function contentOfPost(item: MarkupElement): string {
  return encodedOf(item, '/content/') ?? '';
}

function encodedOf(item: MarkupElement, namespacePart: string): string | undefined {
  const found = item.children.find(
    (child) => typeof child !== 'string' && child.name === 'encoded' && child.namespace.includes(namespacePart),
  );
  return found === undefined ? undefined : rawTextOf(found);
}
