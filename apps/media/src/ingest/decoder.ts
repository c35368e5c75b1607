import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { maxPixels, pictureTimeoutSeconds } from './refusal.ts';

/**
 * Readies the decoder for a process that strangers' bytes reach: only loaders of the five formats stay open, so that SVG,
 * PDF and the rest cannot be reached by any trick; one thread a picture, since pictures are made beside each other.
 */
export function restrictDecoder(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Tiff'].map((format) => `VipsForeignLoad${format}`),
  });
  sharp.concurrency(1);
  sharp.cache(false);
}

const options: SharpOptions = {
  limitInputPixels: maxPixels,
  // Refuses truncated and corrupt files; wires' files are full of what is only a warning.
  failOn: 'error',
  // The first page of an animation or a multi-page TIFF is the picture.
  pages: 1,
};

/** A picture to work on, upright, within the limits of size and time. */
export function decodePicture(input: Buffer | string): Sharp {
  return sharp(input, options).autoOrient().timeout({ seconds: pictureTimeoutSeconds });
}

/** Reads the header only, so that the size of a picture is known before anything is decoded. */
export function readHeader(bytes: Buffer) {
  return sharp(bytes, { ...options, limitInputPixels: false }).metadata();
}
