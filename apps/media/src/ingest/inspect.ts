import type { PictureWords, WordOrigins } from '../metadata/policy.ts';
import { readWords } from '../metadata/read-words.ts';
import { decodePicture, readHeader } from './decoder.ts';
import { type PictureType, pictureTypes } from './picture-types.ts';
import { makePlaceholder, type Placeholder } from './placeholder.ts';
import { maxPixels, maxUploadBytes, type Refusal } from './refusal.ts';
import { sniffPicture } from './sniff.ts';

/** What was found out about a picture's bytes. */
export interface Inspected {
  readonly mimeType: PictureType;
  /** Pixels, as shown. */
  readonly width: number;
  readonly height: number;
  readonly words: Partial<PictureWords>;
  readonly origins: WordOrigins;
  readonly placeholder: Placeholder;
}

export type Inspection =
  | { readonly ok: true; readonly picture: Inspected }
  | { readonly ok: false; readonly refusal: Refusal };

/** Sniffs, measures, decodes and reads. Cheap refusals come first: nothing is decoded before its size is known. */
export async function inspectPicture(bytes: Buffer): Promise<Inspection> {
  if (bytes.length > maxUploadBytes) return refuse('TOO_LARGE');
  const mimeType = sniffPicture(bytes);
  if (!isType(mimeType)) return refuse(mimeType);
  const header = await readHeader(bytes).catch(() => null);
  if (header?.format !== pictureTypes[mimeType].decoder) return refuse('NOT_AN_IMAGE');
  if (header.width * header.height > maxPixels) return refuse('TOO_MANY_PIXELS');
  const placeholder = await makePlaceholder(decodePicture(bytes)).catch(() => null);
  if (!placeholder) return refuse('NOT_AN_IMAGE');
  const { width, height } = header.autoOrient;
  return { ok: true, picture: { mimeType, width, height, placeholder, ...(await readWords(header)) } };
}

function isType(sniffed: PictureType | Refusal): sniffed is PictureType {
  return Object.hasOwn(pictureTypes, sniffed);
}

function refuse(refusal: Refusal): Inspection {
  return { ok: false, refusal };
}
