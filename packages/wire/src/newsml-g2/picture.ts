import type { Figure } from '../body-element.ts';
import { attributeOf, childrenOf, type MarkupElement } from '../markup-tree.ts';
import { splitCredit } from '../page-text/caption.ts';
import { pictureType } from '../rendition.ts';
import { picturePlace } from '../web-address.ts';

interface File {
  readonly place: { readonly url?: string; readonly fileName?: string };
  readonly mimeType: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** What an item says of its picture, beside the files. */
export interface PictureWords {
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly altText?: string | undefined;
  readonly creator?: string | undefined;
  readonly copyright?: string | undefined;
  readonly usageTerms?: string | undefined;
}

/** The picture of an item: of its renditions (remoteContent) the largest that a browser shows. */
export function leadPicture(
  contentSet: MarkupElement | undefined,
  words: PictureWords,
  baseUrl: string | undefined,
): Figure {
  const files = childrenOf(contentSet, 'remoteContent').flatMap((remote) => fileOf(remote, baseUrl));
  const [largest] = [...files].sort((one, other) => pixels(other) - pixels(one));
  const { caption, credit } = words.caption ? splitCredit(words.caption) : {};
  const shownCredit = credit ?? words.credit;
  const rights = defined({ creator: words.creator, copyright: words.copyright, usageTerms: words.usageTerms });
  const { place, mimeType, width, height } = largest ?? {};
  return {
    kind: 'figure',
    role: 'LEAD',
    ...defined({ caption, credit: shownCredit, altText: words.altText }),
    ...(place && { picture: { ...place, ...defined({ mimeType, width, height }), ...rights } }),
  };
}

function fileOf(remote: MarkupElement, baseUrl: string | undefined): File[] {
  const place = picturePlace(attributeOf(remote, 'href'), baseUrl);
  const stated = attributeOf(remote, 'contenttype');
  const mimeType = pictureType(stated);
  if (!place || (stated && !mimeType)) return [];
  return [{ place, mimeType, width: pixelsOf(remote, 'width'), height: pixelsOf(remote, 'height') }];
}

/** Sizes in another unit than pixels (of graphics and pages) are not compared. */
function pixelsOf(remote: MarkupElement, name: string): number | undefined {
  const unit = attributeOf(remote, `${name}unit`);
  const value = attributeOf(remote, name);
  if (unit && !unit.endsWith('pixels')) return undefined;
  return value && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}

function pixels({ width = 0, height = 1 }: File): number {
  return width * height;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
