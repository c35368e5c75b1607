import type { Sharp } from 'sharp';
import { decodePicture } from '../../ingest/decoder.ts';
import type { Format } from './formats.ts';
import { cropBox, type Size } from './geometry.ts';
import { type Rights, rightsPacket } from './rights-packet.ts';
import type { Transform } from './transform.ts';

/** Grows whenever the same transform would give other bytes than before; part of every URL's version. */
export const rendererVersion = 1;

/**
 * Makes one rendition's file. The decoder strips all metadata, coordinates among it; of it only whose the picture is
 * goes back in.
 */
export async function renderPicture(
  originalPath: string,
  source: Size,
  transform: Transform,
  rights: Rights,
): Promise<Buffer> {
  const { width, height, focal, format, quality } = transform;
  let picture = decodePicture(originalPath);
  if (focal) picture = picture.extract(cropBox(source, transform, { x: focal.x / 1000, y: focal.y / 1000 }));
  picture = encode(picture.resize(width, height, { fit: 'fill' }).toColourspace('srgb'), format, quality);
  const packet = rightsPacket(rights);
  return (packet ? picture.withXmp(packet) : picture).toBuffer();
}

/** Efforts are those at which a picture of 2560 pixels is made in about a second. */
function encode(picture: Sharp, format: Format, quality: number): Sharp {
  switch (format) {
    case 'AVIF':
      return picture.avif({ quality, effort: 2 });
    case 'WEBP':
      return picture.webp({ quality, effort: 4 });
    case 'JPEG':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: true });
    case 'PNG':
      return picture.png({ compressionLevel: 8 });
  }
}
