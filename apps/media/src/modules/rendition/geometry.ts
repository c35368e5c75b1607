export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** What a picture is asked to fit: lengths in pixels, the shape as width / height. */
export interface Frame {
  readonly width: number | null;
  readonly height: number | null;
  readonly ratio: number | null;
}

/** No rendition is longer than this, either way. */
export const maxLength = 2560;

/**
 * The lengths that renditions are made in: multiples of 10 and of 16, which are nearly all that designers write. It keeps
 * the number of files a picture can grow to finite. Others become the next one.
 */
export function allowedLength(length: number): number {
  return Math.min(maxLength, Math.ceil(length / 10) * 10, Math.ceil(length / 16) * 16);
}

/** The size of a crop that fills the frame: as asked, or as large as the source allows in that shape. Never upscaled. */
export function coverSize(source: Size, frame: Frame): Size {
  const ratio = frame.ratio ?? shapeOf(frame) ?? source.width / source.height;
  const widest = Math.min(source.width, source.height * ratio, maxLength, maxLength * ratio);
  const asked = frame.width ?? (frame.height === null ? widest : frame.height * ratio);
  const width = Math.min(asked, widest);
  return wholePixels({ width, height: width / ratio }, source);
}

/** The size of the whole picture inside the frame. Never upscaled. */
export function containSize(source: Size, frame: Frame): Size {
  const width = frame.width ?? (frame.ratio && frame.height ? frame.height * frame.ratio : maxLength);
  const height = frame.height ?? (frame.ratio && frame.width ? frame.width / frame.ratio : maxLength);
  const scale = Math.min(
    width / source.width,
    height / source.height,
    1,
    maxLength / Math.max(source.width, source.height),
  );
  return wholePixels({ width: source.width * scale, height: source.height * scale }, source);
}

/** Whether a result of this size shows all of the source; rounding to whole pixels cuts nothing off. */
export function showsAll(source: Size, result: Size): boolean {
  const scale = Math.max(result.width / source.width, result.height / source.height);
  return source.width * scale - result.width < 1 && source.height * scale - result.height < 1;
}

/** The part of the source, of the result's shape, that holds the focal point (fractions) as near to its middle as it can. */
export function cropBox(source: Size, result: Size, focal: { readonly x: number; readonly y: number }): Box {
  const scale = Math.min(source.width / result.width, source.height / result.height);
  const { width, height } = wholePixels({ width: result.width * scale, height: result.height * scale }, source);
  return {
    left: within(focal.x * source.width - width / 2, source.width - width),
    top: within(focal.y * source.height - height / 2, source.height - height),
    width,
    height,
  };
}

function shapeOf({ width, height }: Frame): number | null {
  return width && height ? width / height : null;
}

function wholePixels({ width, height }: Size, largest: Size): Size {
  return {
    width: Math.min(largest.width, Math.max(1, Math.round(width))),
    height: Math.min(largest.height, Math.max(1, Math.round(height))),
  };
}

function within(start: number, last: number): number {
  return Math.round(Math.min(last, Math.max(0, start)));
}
