import type { PictureType } from './picture-types.ts';
import type { Refusal } from './refusal.ts';

/** What the bytes are, whatever was said of them: the media type of a picture, or why they are none. */
export function sniffPicture(bytes: Buffer): PictureType | Refusal {
  if (isZip(bytes) || hidesDocument(bytes)) return 'NOT_AN_IMAGE';
  const type = signatures.find(({ matches }) => matches(bytes))?.type;
  if (type) return type;
  return isKnownButRefused(bytes) ? 'UNSUPPORTED_TYPE' : 'NOT_AN_IMAGE';
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

const signatures: readonly { readonly type: PictureType; readonly matches: (bytes: Buffer) => boolean }[] = [
  { type: 'image/jpeg', matches: (bytes) => ascii(bytes, 0, 3) === '\xFF\xD8\xFF' },
  { type: 'image/png', matches: (bytes) => ascii(bytes, 0, 8) === '\x89PNG\r\n\x1A\n' },
  { type: 'image/webp', matches: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP' },
  { type: 'image/avif', matches: (bytes) => fileBrands(bytes).includes('avif') },
  { type: 'image/tiff', matches: (bytes) => ['II*\0', 'MM\0*'].includes(ascii(bytes, 0, 4)) },
];

/** The brands of an ISO base media file (ISO 14496-12, section 4.3): the major one, and those it is compatible with. */
function fileBrands(bytes: Buffer): string[] {
  if (bytes.length < 16 || ascii(bytes, 4, 8) !== 'ftyp') return [];
  const end = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4));
  return brands;
}

/** Pictures that we know and do not take: GIF, SVG, BMP, HEIC and JPEG XL. */
function isKnownButRefused(bytes: Buffer): boolean {
  const head = ascii(bytes, 0, 1024);
  return (
    ['GIF87a', 'GIF89a', 'BM', '\xFF\n', '\0\0\0\fJXL '].some((start) => head.startsWith(start)) ||
    fileBrands(bytes).some((brand) => /^(heic|heix|mif1|avis)$/.test(brand)) ||
    /^[\s\xEF\xBB\xBF]*<(\?xml|!--|!doctype svg|svg)/i.test(head)
  );
}

/**
 * A ZIP (JAR, Office document) is read from its end: its last record (APPNOTE.TXT, section 4.3.16) names the length of
 * the comment after it, which must reach the end of the file. Any picture can stand before one.
 */
function isZip(bytes: Buffer): boolean {
  const longestTail = 22 + 0xffff;
  const tail = bytes.subarray(Math.max(0, bytes.length - longestTail));
  for (let at = tail.lastIndexOf('PK\x05\x06', tail.length, 'latin1'); at >= 0; ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    if (at === 0) return false;
    at = tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}

/** A PDF or a page that begins inside a picture's first comment, where lenient readers still find it. */
function hidesDocument(bytes: Buffer): boolean {
  return /%PDF-1|<!doctype html|<html[\s>]|<script[\s>]|<\?php/i.test(ascii(bytes, 0, 1024)) && !startsAsMarkup(bytes);
}

/** SVG is markup from its first letter, and refused by its own name. */
function startsAsMarkup(bytes: Buffer): boolean {
  return /^[\s\xEF\xBB\xBF]*<(\?xml|svg)/i.test(ascii(bytes, 0, 256));
}
