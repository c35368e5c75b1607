import type { Figure } from '../body-element.ts';
import { attributeOf, childrenOf, descendantsOf, type MarkupElement, oneLine } from '../markup-tree.ts';
import { picturePlace } from '../web-address.ts';

/** Where lazy loaders keep the address while `src` holds a placeholder. */
const sourceAttributes = ['data-src', 'data-original', 'data-lazy-src', 'data-orig-file', 'src'];

/** An image as a figure without a caption; undefined for a counting pixel, and for an image that neither loads nor says anything. */
export function figureOfImage(image: MarkupElement, baseUrl: string | undefined): Figure | undefined {
  const width = pixels(attributeOf(image, 'width'));
  const height = pixels(attributeOf(image, 'height'));
  if ((width !== undefined && width <= 1) || (height !== undefined && height <= 1)) return undefined;
  const place = placeOf(image, baseUrl);
  const altText = oneLine(attributeOf(image, 'alt') ?? '');
  if (!place && !altText) return undefined;
  return {
    kind: 'figure',
    role: 'INLINE',
    ...(altText && { altText }),
    ...(place && { picture: { ...place, ...(width && { width }), ...(height && { height }) } }),
  };
}

/** The image of a <picture>, or its largest source when it has none. */
export function imageOfPicture(picture: MarkupElement): MarkupElement | undefined {
  return descendantsOf(picture, 'img')[0] ?? childrenOf(picture, 'source')[0];
}

function placeOf(image: MarkupElement, baseUrl: string | undefined) {
  const addresses = [
    largestOf(attributeOf(image, 'data-srcset') ?? attributeOf(image, 'srcset')),
    ...sourceAttributes.map((name) => attributeOf(image, name)),
  ];
  return addresses.map((address) => picturePlace(address, baseUrl)).find((place) => place !== undefined);
}

/** The widest candidate of a srcset (HTML 4.8.4.2.1). Addresses may hold commas, so a candidate ends at comma and space. */
function largestOf(srcset: string | undefined): string | undefined {
  const candidates = (srcset ?? '').split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/));
  const sized = candidates.map(([address, size = '']) => ({ address, size: Number.parseFloat(size) || 0 }));
  const largest = sized.reduce((best, one) => (one.size > best.size ? one : best), {
    address: undefined as string | undefined,
    size: 0,
  });
  return largest.address;
}

function pixels(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,5}(px)?$/.test(value) ? Number.parseInt(value, 10) : undefined;
}
