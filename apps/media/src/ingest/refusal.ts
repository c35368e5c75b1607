/** Why bytes are not taken as a picture, with the words for who sent them. */
export const refusals = {
  UNSUPPORTED_TYPE: 'Pictures are taken as JPEG, PNG, WebP, AVIF or TIFF.',
  TOO_LARGE: 'A picture may have 10 MB at most.',
  NOT_AN_IMAGE: 'This is no picture, it is damaged, or it hides another file.',
  TOO_MANY_PIXELS: 'A picture may have 40 million pixels at most.',
} as const;

export type Refusal = keyof typeof refusals;

/** The largest file that is taken: 10 MB. */
export const maxUploadBytes = 10_000_000;
/** The largest picture that is decoded. A flat one of any size packs into a few kB, so bytes alone bound nothing. */
export const maxPixels = 40_000_000;
/** The longest that decoding or making one picture may take. */
export const pictureTimeoutSeconds = 10;
