import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { type Format, formats } from './formats.ts';
import { allowedLength, containSize, coverSize, type Frame, maxLength, type Size, showsAll } from './geometry.ts';
import type { Transform } from './transform.ts';

/** A rendition as the graph asks for it. */
export interface RenditionRequest {
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly aspectRatio?: string | null | undefined;
  readonly fit?: 'COVER' | 'CONTAIN' | null | undefined;
  readonly format?: Format | 'AUTO' | null | undefined;
  readonly quality?: number | null | undefined;
}

export interface SrcsetRequest {
  readonly widths: readonly number[];
  readonly aspectRatio?: string | null | undefined;
  readonly format?: Format | 'AUTO' | null | undefined;
}

/** What a rendition needs to know of its picture. */
export interface PictureShape extends Size {
  readonly focalX: number;
  readonly focalY: number;
}

const maxSrcsetWidths = 12;
/** The longest strip that a crop may be, either way. */
const maxRatio = 10;

/** The transform that answers a request. Throws BAD_USER_INPUT that names the argument and what it may be. */
export function planRendition(picture: PictureShape, request: RenditionRequest, version: string): Transform {
  const format = request.format && request.format !== 'AUTO' ? request.format : 'WEBP';
  const frame = frameOf(request);
  const contain = request.fit === 'CONTAIN';
  const size = contain ? containSize(picture, frame) : coverSize(picture, frame);
  return {
    ...size,
    focal:
      contain || showsAll(picture, size) ? null : { x: thousandths(picture.focalX), y: thousandths(picture.focalY) },
    quality: qualityOf(request.quality, format),
    version,
    format,
  };
}

/** The transforms of a srcset, narrowest first: each width once, none wider than the picture. */
export function planSrcset(picture: PictureShape, request: SrcsetRequest, version: string): readonly Transform[] {
  const { widths, aspectRatio, format } = request;
  if (widths.length > maxSrcsetWidths) badInput('widths', `widths has at most ${maxSrcsetWidths} entries.`);
  const plans = widths.map((width) => {
    checkLength('widths', width);
    return planRendition(picture, { width, aspectRatio, format }, version);
  });
  const byWidth = new Map(plans.map((plan) => [plan.width, plan]));
  return [...byWidth.values()].toSorted((a, b) => a.width - b.width);
}

function frameOf({ width, height, aspectRatio }: RenditionRequest): Frame {
  if (width != null) checkLength('width', width);
  if (height != null) checkLength('height', height);
  const ratio = aspectRatio == null ? null : parseRatio(aspectRatio);
  if (width != null && height != null) {
    if (ratio !== null) badInput('aspectRatio', 'Give aspectRatio with width or with height, not with both.');
    if (!isShape(width / height)) badInput('height', `The longer side is at most ${maxRatio} times the shorter one.`);
    // The shape that was asked for is kept, so that 1200 × 675 is just that.
    return { width: allowedLength(width), height: Math.round((allowedLength(width) * height) / width), ratio: null };
  }
  return {
    width: width == null ? null : allowedLength(width),
    height: height == null ? null : allowedLength(height),
    ratio,
  };
}

function parseRatio(text: string): number {
  const [, across, down] = /^([1-9]\d{0,3}):([1-9]\d{0,3})$/.exec(text) ?? [];
  const ratio = Number(across) / Number(down);
  if (isShape(ratio)) return ratio;
  return badInput('aspectRatio', `aspectRatio is width and height as '16:9', from 1:${maxRatio} to ${maxRatio}:1.`);
}

function isShape(ratio: number): boolean {
  return ratio >= 1 / maxRatio && ratio <= maxRatio;
}

/** Quality in steps of 5, for the same reason that lengths have steps. PNG loses nothing, whatever is asked. */
function qualityOf(quality: number | null | undefined, format: Format): number {
  if (quality == null || format === 'PNG') return formats[format].quality;
  if (quality < 1 || quality > 100) badInput('quality', 'quality goes from 1 to 100.');
  return Math.ceil(quality / 5) * 5;
}

function checkLength(field: string, length: number): void {
  if (length < 1 || length > maxLength) badInput(field, `${field} goes from 1 to ${maxLength} pixels.`);
}

function thousandths(fraction: number): number {
  return Math.round(fraction * 1000);
}

function badInput(field: string, message: string): never {
  throw new CataloguedError('BAD_USER_INPUT', { message, field: [field] });
}
