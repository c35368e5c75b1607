/** The formats that a picture may come in, by media type: sharp's name of the decoder and the original's extension. */
export const pictureTypes = {
  'image/jpeg': { decoder: 'jpeg', extension: 'jpg' },
  'image/png': { decoder: 'png', extension: 'png' },
  'image/webp': { decoder: 'webp', extension: 'webp' },
  'image/avif': { decoder: 'heif', extension: 'avif' },
  'image/tiff': { decoder: 'tiff', extension: 'tiff' },
} as const;

export type PictureType = keyof typeof pictureTypes;

export function isPictureType(type: string): type is PictureType {
  return Object.hasOwn(pictureTypes, type);
}

/** The name of an original in its store. */
export function originalName({ digest, mimeType }: { readonly digest: string; readonly mimeType: string }): string {
  if (!isPictureType(mimeType)) throw new RangeError(`No picture is stored as ${mimeType}.`);
  return `${digest}.${pictureTypes[mimeType].extension}`;
}
