import { Buffer } from 'node:buffer';
import type { DemoPicture } from '../types.ts';

/** One IPTC IIM dataset (IIM 4.2 section 1.5): tag marker, record, dataset, length, value. */
function dataset(record: number, number: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x1c, record, number, value.length >> 8, value.length & 0xff]), value]);
}

/**
 * The IIM record of a picture, in UTF-8. Dataset 1:90 `ESC % G` says so; readers that pass it by take the text for
 * Latin-1 and turn Hebrew and Arabic into noise.
 */
export function iimOf(picture: DemoPicture): Buffer {
  const text = (number: number, value: string | undefined) =>
    value === undefined ? Buffer.alloc(0) : dataset(2, number, Buffer.from(value, 'utf8'));
  const [date, time] = picture.capturedAt.split('T');
  return Buffer.concat([
    dataset(1, 90, Buffer.from([0x1b, 0x25, 0x47])),
    dataset(2, 0, Buffer.from([0, 4])),
    ...picture.keywords.map((keyword) => text(25, keyword)),
    text(55, date?.replaceAll('-', '')),
    text(60, time?.replaceAll(':', '')),
    text(80, picture.creator),
    text(90, picture.city),
    text(101, picture.country),
    text(110, picture.credit),
    text(116, picture.copyrightNotice),
    text(120, picture.caption),
  ]);
}

/** The payload of the JPEG's APP13 segment: IIM inside Photoshop image resource 0x0404, padded to an even length. */
export function photoshopPayload(iim: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  const head = Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000', 'latin1');
  return Buffer.concat([head, size, iim, Buffer.alloc(iim.length % 2)]);
}
