import { Buffer } from 'node:buffer';

const APP0 = 0xe0;
const LARGEST_PAYLOAD_BYTES = 0xffff - 2;

/** An application segment of a JPEG. Its length field counts itself, so a payload may have 65,533 bytes. */
export function segment(marker: number, payload: Buffer): Buffer {
  if (payload.length > LARGEST_PAYLOAD_BYTES) throw new RangeError('metadata does not fit into one JPEG segment');
  const length = payload.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), payload]);
}

/** Puts segments where readers look for them: after the start marker and the JFIF segment, before the picture. */
export function insertSegments(jpeg: Buffer, segments: readonly Buffer[]): Buffer {
  if (jpeg.readUInt16BE(0) !== 0xffd8) throw new TypeError('not a JPEG');
  const hasJfif = jpeg[2] === 0xff && jpeg[3] === APP0;
  const at = hasJfif ? 4 + jpeg.readUInt16BE(4) : 2;
  return Buffer.concat([jpeg.subarray(0, at), ...segments, jpeg.subarray(at)]);
}
