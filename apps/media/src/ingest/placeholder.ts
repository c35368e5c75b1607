import sharp, { type Sharp } from 'sharp';
import { rgbaToThumbHash, thumbHashToAverageRGBA, thumbHashToRGBA } from 'thumbhash';

export interface Placeholder {
  /** A data: URL of a blurred PNG, at most 1 kB. */
  readonly url: string;
  /** The average colour: #rrggbb. */
  readonly dominantColour: string;
}

const maxUrlLength = 1024;
/** ThumbHash takes at most 100 pixels each way. */
const hashLongestSide = 100;
/** Longest sides to try; the first nearly always fits, the last one always does. */
const paintedLongestSides = [20, 16, 12, 8];

/** Decodes the whole picture, so it throws where the picture is broken. */
export async function makePlaceholder(picture: Sharp): Promise<Placeholder> {
  const { data, info } = await picture
    .resize(hashLongestSide, hashLongestSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const hash = rgbaToThumbHash(info.width, info.height, data);
  const { r, g, b } = thumbHashToAverageRGBA(hash);
  return { url: await paint(hash), dominantColour: `#${[r, g, b].map(hexByte).join('')}` };
}

async function paint(hash: Uint8Array): Promise<string> {
  const { w, h, rgba } = thumbHashToRGBA(hash);
  let url = '';
  for (const side of paintedLongestSides) {
    const png = await sharp(rgba, { raw: { width: w, height: h, channels: 4 } })
      .resize(side, side, { fit: 'inside' })
      .png({ compressionLevel: 9, adaptiveFiltering: true })
      .toBuffer();
    url = `data:image/png;base64,${png.toString('base64')}`;
    if (url.length <= maxUrlLength) break;
  }
  return url;
}

/** 0 to 1 as two hexadecimal digits. */
function hexByte(fraction: number): string {
  return Math.round(Math.min(1, Math.max(0, fraction)) * 255)
    .toString(16)
    .padStart(2, '0');
}
