import { createHash } from 'node:crypto';
import type { Database } from '@dateline/db/connect';
import type { MediaFolder } from '../files/media-folder.ts';
import type { ImageRow } from '../modules/image/image.ts';
import { imageStore } from '../modules/image/store.ts';
import { inspectPicture } from './inspect.ts';
import { originalName } from './picture-types.ts';
import type { Refusal } from './refusal.ts';

export interface IngestDependencies {
  readonly db: Database;
  readonly folder: MediaFolder;
}

export interface IngestOptions {
  /** For a picture whose id was given out before its bytes came; made otherwise. */
  readonly id?: string;
  readonly now: Date;
}

export type Ingested =
  | { readonly ok: true; readonly image: ImageRow }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The one way in for a picture. Bytes that are there already give the picture that is there, untouched: what an editor
 * wrote stays. The original is stored before the row, so that no row is ever without its file.
 */
export async function ingestPicture(
  { db, folder }: IngestDependencies,
  bytes: Buffer,
  { id, now }: IngestOptions,
): Promise<Ingested> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const known = await imageStore.findByDigest(db, digest);
  if (known) return { ok: true, image: known };

  const inspection = await inspectPicture(bytes);
  if (!inspection.ok) return inspection;
  const { mimeType, width, height, words, origins, placeholder } = inspection.picture;
  await folder.originals.put(originalName({ digest, mimeType }), bytes);
  const image = await imageStore.insertNew(db, {
    ...(id ? { id } : {}),
    digest,
    mimeType,
    byteSize: bytes.length,
    width,
    height,
    ...words,
    keywords: [...(words.keywords ?? [])],
    origins,
    placeholder: placeholder.url,
    dominantColour: placeholder.dominantColour,
    createdAt: now,
    updatedAt: now,
  });
  return { ok: true, image };
}
