import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { drawSvg } from './draw-svg.ts';
import { iimOf, photoshopPayload } from './metadata/iim.ts';
import { insertSegments, segment } from './metadata/jpeg-segments.ts';
import { xmpOf } from './metadata/xmp.ts';
import type { DemoPicture } from './types.ts';

const APP1 = 0xe1;
const APP13 = 0xed;
const QUALITY = 82;

/**
 * Draws a demo picture as a JPEG of its own size, with caption, alt text, credit, creator, rights, keywords and place
 * embedded as XMP and as IPTC IIM. The same picture gives the same bytes, on one machine and one version of sharp.
 */
export async function drawPicture(picture: DemoPicture): Promise<Uint8Array> {
  const svg = Buffer.from(drawSvg(picture.key, picture.width, picture.height));
  const jpeg = await sharp(svg)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY, progressive: true })
    .toBuffer();
  const xmp = Buffer.from(`http://ns.adobe.com/xap/1.0/\u0000${xmpOf(picture)}`, 'utf8');
  return insertSegments(jpeg, [segment(APP1, xmp), segment(APP13, photoshopPayload(iimOf(picture)))]);
}
