import {
  CompleteUploadDocument,
  CreateUploadDocument,
  type StoredImageFragment,
  UpdateImageDocument,
} from '../__generated__/operations.ts';
import { CommandFault, InputFault } from '../faults.ts';
import { type Gateway, mendable } from '../gateway.ts';
import { pictureType } from './picture-type.ts';

/** Words for a picture; where one is not given, the picture's own metadata stands. */
export interface PictureWords {
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly altText?: string | undefined;
  readonly creator?: string | undefined;
  readonly copyrightNotice?: string | undefined;
  readonly usageTerms?: string | undefined;
}

/** Words of the story around a picture: they are the picture's only where neither its caption nor its own metadata says other. */
export type StoryWords = Pick<PictureWords, 'credit' | 'copyrightNotice' | 'usageTerms'>;

export interface DescribedPicture extends PictureWords {
  readonly ofStory?: StoryWords | undefined;
}

export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export type StoredPicture = NonNullable<StoredImageFragment['image']>;

const putTimeoutMs = 120_000;

/**
 * Brings a picture into media in its two steps, and writes its words. The same bytes are one picture, however often they come.
 * Throws an InputFault when it is none or is refused, a CommandFault when there is no place to put it.
 */
export async function storePicture(
  { bytes, fileName }: PictureFile,
  words: DescribedPicture,
  gateway: Gateway,
): Promise<StoredPicture> {
  const mimeType = pictureType(bytes);
  if (mimeType === undefined) throw new InputFault('is no JPEG, PNG, WebP, AVIF or TIFF picture');
  const input = { mimeType, fileName, byteSize: bytes.byteLength };
  const { createUpload: ticket } = await gateway.send(CreateUploadDocument, { input });
  if (!ticket.uploadId || !ticket.url)
    throw new InputFault(mendable(ticket.userErrors) ?? 'media gave no place to put it');
  await put(ticket.url, bytes, mimeType);
  const { completeUpload } = await gateway.send(CompleteUploadDocument, { uploadId: ticket.uploadId });
  return describe(storedImage(completeUpload), words, gateway);
}

/** No token goes along: the address is signed, and may be an object store's. */
async function put(url: string, bytes: Uint8Array, mimeType: string): Promise<void> {
  const signal = AbortSignal.timeout(putTimeoutMs);
  const headers = { 'content-type': mimeType };
  const response = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers, signal }).catch(() => {
    throw new CommandFault(`The place for pictures at ${new URL(url).origin} cannot be reached.`);
  });
  await response.body?.cancel();
  if (!response.ok) throw new InputFault(`was refused by ${new URL(url).origin} (status ${response.status})`);
}

async function describe(
  image: StoredPicture,
  { ofStory = {}, ...own }: DescribedPicture,
  gateway: Gateway,
): Promise<StoredPicture> {
  const words = {
    ...own,
    credit: own.credit ?? (image.credit === null ? ofStory.credit : undefined),
    copyrightNotice: own.copyrightNotice ?? (image.copyrightNotice === null ? ofStory.copyrightNotice : undefined),
    usageTerms: own.usageTerms ?? (image.usageTerms === null ? ofStory.usageTerms : undefined),
  };
  if (Object.values(words).every((word) => word === undefined)) return image;
  const { updateImage } = await gateway.send(UpdateImageDocument, { id: image.id, input: words });
  return storedImage(updateImage);
}

function storedImage({ image, userErrors }: StoredImageFragment): StoredPicture {
  if (image) return image;
  throw new InputFault(mendable(userErrors) ?? 'media did not say what became of it');
}
