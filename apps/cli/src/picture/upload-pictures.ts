import { basename, resolve } from 'node:path';
import {
  CompleteUploadDocument,
  CreateUploadDocument,
  type StoredImageFragment,
  UpdateImageDocument,
} from '../__generated__/operations.ts';
import { forEachFile } from '../each-file.ts';
import { CommandFault, InputFault } from '../faults.ts';
import { type Gateway, mendable } from '../gateway.ts';
import { readBytes } from '../read-bytes.ts';
import type { Terminal } from '../terminal.ts';
import { pictureType } from './picture-type.ts';

/** Words for every picture of the run; where one is not given, the picture's own metadata stands. */
export interface PictureWords {
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly altText?: string | undefined;
}

interface PictureRun {
  readonly files: readonly string[];
  readonly words: PictureWords;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly gateway: () => Promise<Gateway>;
}

/** A file larger than this is not read into memory; what media takes is less, and it says so itself. */
const maxReadBytes = 200 * 1024 * 1024;
const putTimeoutMs = 120_000;

/** Uploads pictures in media's two steps and prints their ids. Answers the exit code. */
export async function uploadPictures({ files, words, cwd, terminal, gateway }: PictureRun): Promise<0 | 1> {
  return forEachFile(files, terminal, async (file) => {
    const bytes = await readBytes(resolve(cwd, file), maxReadBytes);
    const mimeType = pictureType(bytes);
    if (mimeType === undefined) throw new InputFault('is no JPEG, PNG, WebP, AVIF or TIFF picture');
    const uploaded = await upload({ bytes, mimeType, fileName: basename(file) }, await gateway());
    const { id, width, height, credit } = await describe(uploaded, words, await gateway());
    return { outcome: 'stored', about: `${id}  ${width}×${height}  ${credit ?? 'no credit'}  ${file}` };
  });
}

interface Picture {
  readonly bytes: Buffer;
  readonly mimeType: string;
  readonly fileName: string;
}

async function upload({ bytes, mimeType, fileName }: Picture, gateway: Gateway) {
  const input = { mimeType, fileName, byteSize: bytes.byteLength };
  const { createUpload: ticket } = await gateway.send(CreateUploadDocument, { input });
  if (!ticket.uploadId || !ticket.url)
    throw new InputFault(mendable(ticket.userErrors) ?? 'media gave no place to put it');
  await put(ticket.url, bytes, mimeType);
  const { completeUpload } = await gateway.send(CompleteUploadDocument, { uploadId: ticket.uploadId });
  return storedImage(completeUpload);
}

/** No token goes along: the address is signed, and may be an object store's. */
async function put(url: string, bytes: Buffer, mimeType: string): Promise<void> {
  const signal = AbortSignal.timeout(putTimeoutMs);
  const headers = { 'content-type': mimeType };
  const response = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers, signal }).catch(() => {
    throw new CommandFault(`The place for pictures at ${new URL(url).origin} cannot be reached.`);
  });
  await response.body?.cancel();
  if (!response.ok) throw new InputFault(`was refused by ${new URL(url).origin} (status ${response.status})`);
}

async function describe(image: Stored, words: PictureWords, gateway: Gateway): Promise<Stored> {
  if (Object.values(words).every((word) => word === undefined)) return image;
  const { updateImage } = await gateway.send(UpdateImageDocument, { id: image.id, input: words });
  return storedImage(updateImage);
}

type Stored = NonNullable<StoredImageFragment['image']>;

function storedImage({ image, userErrors }: StoredImageFragment): Stored {
  if (image) return image;
  throw new InputFault(mendable(userErrors) ?? 'media did not say what became of it');
}
