import { type Fields, fieldsOf, isObject, lineOf, positiveIntOf } from './loose-json.ts';
import { picturePlace } from './web-address.ts';

/** A file of a picture as an item names it: at an address, or beside the item. */
export interface Rendition {
  readonly url?: string;
  readonly fileName?: string;
  readonly mimeType?: string;
  readonly width?: number;
  readonly height?: number;
  readonly name: string;
}

/** What a browser shows, by the end of a file's name. */
const typesByEnd: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

const shownTypes = new Set(Object.values(typesByEnd));

/** Names of renditions without a size, from the largest to the smallest; others stand between. */
const nameOrder = [
  'original',
  'main',
  'baseimage',
  'full',
  'highres',
  'preview',
  'viewimage',
  'small',
  'thumbnail',
  'thumb',
];

/**
 * The renditions of a picture that a browser shows, from an object by name (ninjs 1.x, AP) or a list with names (2.x and
 * later). What says that it is no picture, or one that browsers do not show (TIFF, raw), is left out.
 */
export function readRenditions(value: unknown, baseUrl?: string): Rendition[] {
  const entries: (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((member) => [lineOf(fieldsOf(member), 'name') ?? '', member] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([name, member]) => readRendition(name, fieldsOf(member), baseUrl) ?? []);
}

function readRendition(name: string, fields: Fields, baseUrl: string | undefined): Rendition | undefined {
  const place = picturePlace(lineOf(fields, 'href', 'url', 'src'), baseUrl);
  if (!place) return undefined;
  const stated = lineOf(fields, 'mimetype', 'contenttype', 'mime_type');
  const end = lineOf(fields, 'fileextension') ?? endOf(place);
  const mimeType = pictureType(stated) ?? (stated ? undefined : typesByEnd[end?.toLowerCase() ?? '']);
  if ((stated || lineOf(fields, 'type') === 'text') && !mimeType) return undefined;
  const width = positiveIntOf(fields, 'width');
  const height = positiveIntOf(fields, 'height');
  return {
    ...place,
    name: name.toLowerCase(),
    ...(mimeType && { mimeType }),
    ...(width && { width }),
    ...(height && { height }),
  };
}

/** 'jpg' of a file's name or an address's path. */
function endOf({ url, fileName }: Pick<Rendition, 'url' | 'fileName'>): string | undefined {
  const path = url === undefined ? fileName : URL.parse(url)?.pathname;
  return /\.([a-z]{3,4})$/i.exec(path ?? '')?.[1];
}

/** The names under which a text may show one of these files. */
export function addressesOf(renditions: readonly Rendition[]): string[] {
  return renditions.flatMap(({ url, fileName }) => url ?? fileName ?? []);
}

/** The type of a picture that browsers show: 'image/jpg' is JPEG, too. Undefined for any other. */
export function pictureType(written: string | undefined): string | undefined {
  const type =
    written
      ?.split(';')[0]
      ?.trim()
      .toLowerCase()
      .replace(/^image\/(jpg|pjpeg)$/, 'image/jpeg') ?? '';
  return shownTypes.has(type) ? type : undefined;
}

/** The one with most pixels; where sizes are not told, by the names that are in use. */
export function largestRendition(renditions: readonly Rendition[]): Rendition | undefined {
  return [...renditions].sort((one, other) => pixels(other) - pixels(one) || rank(one) - rank(other))[0];
}

function pixels({ width = 0, height = 0 }: Rendition): number {
  return width * (height || width);
}

function rank({ name }: Rendition): number {
  const at = nameOrder.indexOf(name.replaceAll(/[^a-z]/g, ''));
  return at < 0 ? 4.5 : at;
}
