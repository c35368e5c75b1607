import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, formats } from './formats.ts';
import { allowedLength, containSize, coverSize, cropBox, maxLength } from './geometry.ts';
import { renditionVersion } from './rendition-url.ts';
import { planRendition } from './rules.ts';
import { formatTransform, parseTransform, type Transform } from './transform.ts';

const source = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });
const length = fc.integer({ min: 1, max: maxLength });
const ratio = fc.integer({ min: 100, max: 10_000 }).map((thousandths) => thousandths / 1000);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const transform: fc.Arbitrary<Transform> = fc.record({
  width: length,
  height: length,
  focal: fc.option(fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) })),
  quality: fc.integer({ min: 1, max: 100 }),
  version: fc.stringMatching(/^[0-9a-f]{10}$/),
  format: fc.constantFrom(...(Object.keys(formats) as Format[])),
});

describe('the grammar of transforms', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(transform, (given) => {
        expect(parseTransform(formatTransform(given))).toEqual(given);
      }),
    );
  });

  it('has one spelling for each transform', () => {
    fc.assert(
      fc.property(transform, fc.integer({ min: 0, max: 40 }), fc.string({ maxLength: 2 }), (given, at, inserted) => {
        const text = formatTransform(given);
        const changed = text.slice(0, at) + inserted + text.slice(at);
        const parsed = parseTransform(changed);
        if (parsed) expect(formatTransform(parsed)).toBe(changed);
      }),
    );
  });

  it.each([
    'w640-h360-cover-q75-v0123456789.webp',
    'w640-h360-contain-f1x1-q75-v0123456789.webp',
    'w640-h360-cover-f1001x0-q75-v0123456789.webp',
    'w640-h360-contain-q101-v0123456789.webp',
    'w0640-h360-contain-q75-v0123456789.webp',
    'w640-h360-contain-q75-v0123456789.gif',
    'w640-h360-contain-q75-v0123456789.webp/..',
  ])('does not know %s', (text) => {
    expect(parseTransform(text)).toBeNull();
  });
});

describe('the size of a rendition', () => {
  it('is never larger than the picture or the longest length, and never empty', () => {
    fc.assert(
      fc.property(source, fc.option(length), fc.option(length), fc.option(ratio), (picture, width, height, shape) => {
        const frame = { width, height, ratio: width && height ? null : shape };
        for (const size of [coverSize(picture, frame), containSize(picture, frame)]) {
          expect(size.width).toBeGreaterThanOrEqual(1);
          expect(size.height).toBeGreaterThanOrEqual(1);
          expect(size.width).toBeLessThanOrEqual(Math.min(maxLength, picture.width));
          expect(size.height).toBeLessThanOrEqual(Math.min(maxLength, picture.height));
        }
      }),
    );
  });

  it('is just what was asked for where the picture is large enough', () => {
    const picture = { width: 4000, height: 3000, focalX: 0.5, focalY: 0.5 };
    const sizeOf = (request: object) => {
      const { width, height } = planRendition(picture, request, '0123456789');
      return [width, height];
    };
    expect(sizeOf({ width: 1200, height: 675 })).toEqual([1200, 675]);
    expect(sizeOf({ width: 640, aspectRatio: '16:9' })).toEqual([640, 360]);
    expect(sizeOf({ height: 360, aspectRatio: '16:9' })).toEqual([640, 360]);
    expect(sizeOf({ width: 640 })).toEqual([640, 480]);
    expect(sizeOf({ width: 640, height: 640, fit: 'CONTAIN' })).toEqual([640, 480]);
    expect(sizeOf({})).toEqual([2560, 1920]);
  });

  it('comes in steps: the next length that is a multiple of 10 or of 16', () => {
    expect([1, 10, 11, 16, 375, 640, 768, 1366, 2559, 2560].map(allowedLength)).toEqual([
      10, 10, 16, 16, 380, 640, 768, 1370, 2560, 2560,
    ]);
  });
});

describe('a crop', () => {
  it('lies inside the picture, has the shape of the result, and holds the focal point', () => {
    fc.assert(
      fc.property(source, length, length, fraction, fraction, (picture, width, height, x, y) => {
        const result = coverSize(picture, { width, height, ratio: null });
        const box = cropBox(picture, result, { x, y });
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(picture.width);
        expect(box.top + box.height).toBeLessThanOrEqual(picture.height);
        expect(Math.abs(x * picture.width - (box.left + box.width / 2))).toBeLessThanOrEqual(
          Math.max(1, picture.width - box.width / 2, box.width / 2),
        );
        // One side is whole: as much of the picture is shown as its shape allows.
        expect(box.width === picture.width || box.height === picture.height).toBe(true);
        const inside = (point: number, start: number, size: number) => point >= start - 1 && point <= start + size + 1;
        expect(inside(x * picture.width, box.left, box.width)).toBe(true);
        expect(inside(y * picture.height, box.top, box.height)).toBe(true);
      }),
    );
  });
});

describe('the version in a URL', () => {
  const image = { digest: 'a'.repeat(64), credit: 'Reuters', copyrightNotice: null, usageTerms: null };

  it('changes with the original and with every word of the rights, and with nothing else', () => {
    const changed = [
      { ...image, digest: 'b'.repeat(64) },
      { ...image, credit: null },
      { ...image, copyrightNotice: 'Reuters' },
      { ...image, usageTerms: 'x' },
    ].map(renditionVersion);
    expect(new Set([renditionVersion(image), ...changed]).size).toBe(5);
    expect(renditionVersion({ ...image, ...{ caption: 'x' } })).toBe(renditionVersion(image));
  });
});
