import type { MediaNs, RssFeed } from 'feedsmith';
import type { Figure } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import type { SidePicture } from '../place-figures.ts';
import { lineFromAny, lineFromHtml } from '../plain-text.ts';
import type { ItemStatus } from '../pub-status.ts';
import { addressesOf, largestRendition, pictureType, type Rendition } from '../rendition.ts';
import { webAddress } from '../web-address.ts';

type Media = MediaNs.ItemOrFeed;
type Words = Pick<MediaNs.Content, 'description' | 'credits' | 'copyright'>;

const pictureEnd = /\.(jpe?g|png|webp|avif|gif)$/i;

/**
 * The pictures of Media RSS and of enclosures, each as a figure with its caption and credit. The members of a group are
 * one picture in several sizes; contents that stand alone are one each, and what the entry says counts for them all.
 */
export function mediaPictures(
  media: Media | undefined,
  enclosures: readonly RssFeed.Enclosure[],
  baseUrl: string | undefined,
): SidePicture[] {
  const groups = (media?.groups ?? []).flatMap((group) => picture(group.contents ?? [], [group, media], baseUrl));
  const alone = (media?.contents ?? []).flatMap((content) => picture([content], [media], baseUrl));
  const enclosed = enclosures.flatMap(({ url, type }) =>
    picture([{ ...(url && { url }), ...(type && { type }) }], [media], baseUrl),
  );
  const found = unique([...groups, ...alone, ...enclosed]);
  const thumbnails = (media?.thumbnails ?? []).map(({ url, width, height }) => ({
    ...(typeof url === 'string' && { url }),
    ...(width && { width }),
    ...(height && { height }),
    medium: 'image',
  }));
  return withLead(found.length > 0 ? found : picture(thumbnails, [media], baseUrl));
}

/** 'deleted' takes an entry back, 'blocked' for now (Media RSS, media:status). */
export function mediaStatus(media: Media | undefined): ItemStatus | undefined {
  const { state, reason } = media?.status ?? {};
  const why = typeof reason === 'string' && reason ? { statusReason: reason } : {};
  if (state === 'deleted') return { pubStatus: 'canceled', ...why };
  return state === 'blocked' ? { pubStatus: 'withheld', ...why } : undefined;
}

/** A picture by its address alone: JSON Feed, and links of Atom. */
export function plainPicture(
  address: string | undefined,
  baseUrl?: string,
  caption?: string,
  type?: string,
): SidePicture[] {
  return picture(
    [{ ...(address && { url: address }), medium: 'image', ...(type && { type }) }],
    [{ ...(caption && { description: { value: caption } }) }],
    baseUrl,
  );
}

/** The first one leads, the others are a gallery; the same address is the same picture. */
export function withLead(pictures: readonly SidePicture[]): SidePicture[] {
  return unique(pictures).map(({ figure, addresses }, at) => ({
    figure: { ...figure, role: at === 0 ? 'LEAD' : 'GALLERY' },
    addresses,
  }));
}

function unique(pictures: readonly SidePicture[]): SidePicture[] {
  const seen = new Set<string>();
  return pictures.filter(({ addresses }) => {
    const isNew = !addresses.some((address) => seen.has(address));
    for (const address of addresses) seen.add(address);
    return isNew;
  });
}

function picture(
  contents: readonly MediaNs.Content[],
  around: readonly (Words | undefined)[],
  baseUrl: string | undefined,
): SidePicture[] {
  const renditions = contents.flatMap((content) => rendition(content, baseUrl) ?? []);
  const file = largestRendition(renditions);
  if (!file) return [];
  const { name: _, ...place } = file;
  const words = [...contents, ...around];
  const caption = firstOf(words, ({ description }) => captionOf(description));
  const credit = firstOf(words, ({ credits }) => creditOf(credits));
  const copyright = firstOf(words, ({ copyright: notice }) => cleanLine(stringOf(notice)));
  const figure: Figure = {
    kind: 'figure',
    role: 'GALLERY',
    ...(caption && { caption }),
    ...(credit && { credit }),
    picture: { ...place, ...(copyright && { copyright }) },
  };
  return [{ figure, addresses: addressesOf(renditions) }];
}

function rendition(
  { url: address, type, medium, width, height }: MediaNs.Content,
  baseUrl: string | undefined,
): Rendition | undefined {
  const url = webAddress(address, baseUrl);
  const mimeType = pictureType(type);
  if (!url || (type && !mimeType)) return undefined;
  if (!mimeType && medium !== 'image' && !pictureEnd.test(URL.parse(url)?.pathname ?? '')) return undefined;
  return {
    url,
    name: '',
    ...(mimeType && { mimeType }),
    ...(isSize(width) && { width }),
    ...(isSize(height) && { height }),
  };
}

function isSize(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value > 0;
}

function captionOf(description: Words['description']): string | undefined {
  const value = stringOf(description);
  return description?.type === 'html' ? lineFromHtml(value) : lineFromAny(value);
}

function creditOf(credits: Words['credits']): string | undefined {
  return (
    credits
      ?.map((credit) => cleanLine(stringOf(credit)))
      .filter((name) => name !== undefined)
      .join(', ') || undefined
  );
}

function stringOf(text: { readonly value?: unknown } | undefined): string | undefined {
  return typeof text?.value === 'string' ? text.value : undefined;
}

function firstOf(
  words: readonly (Words | undefined)[],
  read: (words: Words) => string | undefined,
): string | undefined {
  return words.flatMap((one) => (one ? (read(one) ?? []) : []))[0];
}
