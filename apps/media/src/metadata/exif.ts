import exifr from 'exifr';
import { z } from 'zod';
import { capturedAt } from './captured-at.ts';
import type { PictureWords } from './policy.ts';
import { cleanText, givenOnly } from './words.ts';

/** exifr gives texts, numbers or bytes, whatever the file says; only texts are words. */
const text = z.string().optional().catch(undefined);
const exifSchema = z.object({
  ImageDescription: text,
  Artist: text,
  Copyright: text,
  DateTimeOriginal: text,
  OffsetTimeOriginal: text,
});

/** GPS is not even parsed. */
const options = {
  tiff: true,
  ifd0: { pick: ['ImageDescription', 'Artist', 'Copyright'] },
  exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] },
  gps: false,
  interop: false,
  ifd1: false,
  reviveValues: false,
} as const;

/** The words of an EXIF block (with or without its `Exif\0\0`). Never throws: a broken block has none. */
export async function wordsOfExif(block: Buffer | undefined): Promise<Partial<PictureWords>> {
  if (!block) return {};
  const tiff = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  const raw: unknown = await exifr
    .parse(tiff, options as unknown as Parameters<typeof exifr.parse>[1])
    .catch(() => null);
  const exif = exifSchema.safeParse(raw ?? {}).data;
  if (!exif) return {};
  return givenOnly<PictureWords>({
    caption: cleanText(exif.ImageDescription),
    altText: undefined,
    credit: undefined,
    creator: cleanText(exif.Artist),
    source: undefined,
    copyrightNotice: cleanText(exif.Copyright),
    usageTerms: undefined,
    capturedAt: capturedAt(isoOf(exif.DateTimeOriginal, exif.OffsetTimeOriginal)),
    location: undefined,
    keywords: undefined,
  });
}

/** EXIF writes 2021:10:20 21:01:01. */
function isoOf(dateTime: string | undefined, offset: string | undefined): string | undefined {
  const [, date, time] = /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})/.exec(dateTime ?? '') ?? [];
  if (!date || !time) return undefined;
  return `${date.replaceAll(':', '-')}T${time}${/^[+-]\d{2}:\d{2}$/.test(offset ?? '') ? offset : ''}`;
}
