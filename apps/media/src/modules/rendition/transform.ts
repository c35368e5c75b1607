import { type Format, formatOfExtension, formats } from './formats.ts';

/** One rendition, down to everything that its bytes depend on besides the original. */
export interface Transform {
  /** Pixels of the result. */
  readonly width: number;
  readonly height: number;
  /** The point that a crop keeps, in thousandths from the top left corner; null when nothing is cut off. */
  readonly focal: { readonly x: number; readonly y: number } | null;
  /** 1 to 100. */
  readonly quality: number;
  /** Of the original and the rights written into the file: ten hexadecimal digits. */
  readonly version: string;
  readonly format: Format;
}

const pattern =
  /^w([1-9]\d{0,3})-h([1-9]\d{0,3})-(?:contain|cover-f(0|[1-9]\d{0,3})x(0|[1-9]\d{0,3}))-q([1-9]\d{0,2})-v([0-9a-f]{10})\.([a-z]{3,4})$/;

/** As it stands in a URL: `w640-h360-cover-f500x333-q75-v1f0c2a9b3d.webp`, `w640-h427-contain-q75-v….webp`. */
export function formatTransform({ width, height, focal, quality, version, format }: Transform): string {
  const fit = focal ? `cover-f${focal.x}x${focal.y}` : 'contain';
  return `w${width}-h${height}-${fit}-q${quality}-v${version}.${formats[format].extension}`;
}

/** Each transform has one spelling; anything else is null. */
export function parseTransform(text: string): Transform | null {
  const [, width, height, x, y, quality, version, extension] = pattern.exec(text) ?? [];
  const format = formatOfExtension(extension ?? '');
  if (!format || !version || Number(quality) > 100 || Number(x) > 1000 || Number(y) > 1000) return null;
  return {
    width: Number(width),
    height: Number(height),
    focal: x === undefined ? null : { x: Number(x), y: Number(y) },
    quality: Number(quality),
    version,
    format,
  };
}
