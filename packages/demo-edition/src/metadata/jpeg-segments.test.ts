import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { insertSegments, segment } from './jpeg-segments.ts';

const tinyJpeg = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();

test('a payload may be as long as a segment can hold, and not one byte longer', () => {
  expect(segment(0xe1, Buffer.alloc(65_533)).subarray(0, 4)).toEqual(Buffer.from([0xff, 0xe1, 0xff, 0xff]));
  expect(() => segment(0xe1, Buffer.alloc(65_534))).toThrow('one JPEG segment');
});

test('the picture is the same after segments were put in', async () => {
  const jpeg = await tinyJpeg();
  const grown = insertSegments(jpeg, [segment(0xe2, Buffer.from('anything'))]);
  expect(grown.length).toBe(jpeg.length + 12);
  expect(await sharp(grown).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
});

test('segments follow the JFIF segment where there is one, and the start marker where there is none', async () => {
  const bare = await tinyJpeg();
  const jfif = segment(0xe0, Buffer.from('JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0000\u0000', 'latin1'));
  const added = segment(0xe2, Buffer.from('x'));
  const withJfif = insertSegments(bare, [jfif]);
  expect(withJfif.indexOf(jfif)).toBe(2);
  expect(insertSegments(bare, [added]).indexOf(added)).toBe(2);
  expect(insertSegments(withJfif, [added]).indexOf(added)).toBe(2 + jfif.length);
});

test('what is no JPEG is refused', () => {
  expect(() => insertSegments(Buffer.from('<svg/>'), [])).toThrow('not a JPEG');
});
