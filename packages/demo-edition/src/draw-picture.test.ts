import { Buffer } from 'node:buffer';
import exifr from 'exifr';
import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawPicture } from './draw-picture.ts';
import { drawSvg } from './draw-svg.ts';
import { demoPictures } from './pictures.ts';
import { scenes } from './scenes/scenes.ts';
import type { DemoPicture } from './types.ts';

const MOST_BYTES = 250_000;
const pictures = demoPictures();

/** exifr takes IIM for Latin-1, whatever 1:90 says; the bytes are UTF-8. */
const fromIim = (text: unknown) => Buffer.from(String(text), 'latin1').toString('utf8');
/** exifr gives a language alternative as one value or as a list of values with their language. */
const words = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null && 'value' in first ? String(first.value) : String(first);
};

describe.each(pictures.map((picture) => [picture.key, picture] as const))('%s', (_key, picture: DemoPicture) => {
  test('is a JPEG of its own size that carries caption, alt text, credit, creator, rights and keywords', {
    timeout: 60_000,
  }, async () => {
    const jpeg = Buffer.from(await drawPicture(picture));
    const { format, width, height } = await sharp(jpeg).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: picture.width, height: picture.height });
    expect(jpeg.length).toBeLessThan(MOST_BYTES);

    const iim = await exifr.parse(jpeg, { iptc: true, xmp: false, tiff: false, mergeOutput: false });
    expect(fromIim(iim.iptc.Caption)).toBe(picture.caption);
    expect(fromIim(iim.iptc.Credit)).toBe(picture.credit);
    expect(fromIim(iim.iptc.Byline)).toBe(picture.creator);
    expect(fromIim(iim.iptc.CopyrightNotice)).toBe(picture.copyrightNotice);
    expect([iim.iptc.Keywords].flat().map(fromIim)).toEqual(picture.keywords);

    const xmp = await exifr.parse(jpeg, { xmp: true, iptc: false, tiff: false, mergeOutput: false });
    expect(words(xmp.dc.description)).toBe(picture.caption);
    expect(words(xmp.dc.rights)).toBe(picture.copyrightNotice);
    expect(xmp.dc.creator).toBe(picture.creator);
    expect([xmp.dc.subject].flat()).toEqual(picture.keywords);
    expect(xmp.photoshop.Credit).toBe(picture.credit);
    expect(words(xmp.Iptc4xmpCore.AltTextAccessibility)).toBe(picture.altText);
  });
});

test('the IIM says that it is UTF-8 (dataset 1:90), before any text', async () => {
  const { iptc } = await sharp(await drawPicture(pictureFrom('portrait-utf8'))).metadata();
  const marker = iptc?.indexOf(Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47])) ?? -1;
  expect(marker).toBeGreaterThan(0);
  expect(marker).toBeLessThan(iptc?.indexOf(Buffer.from([0x1c, 2])) ?? 0);
});

test('signs that XML keeps for itself come back as they were written', async () => {
  const caption = 'Fish & chips <since "1961">';
  // exifr leaves entities as they are, so an XML parser reads this one.
  const { xmp } = await sharp(await drawPicture({ ...pictureFrom('chart-escape'), caption })).metadata();
  const packet = new XMLParser().parse(xmp ?? '');
  const texts = packet['x:xmpmeta']['rdf:RDF']['rdf:Description']['dc:description']['rdf:Alt']['rdf:li'];
  expect(texts).toEqual([caption, caption]);
});

describe.each([...scenes.keys()])('a %s', (scene) => {
  test('is drawn the same twice, byte for byte, and otherwise for another key', { timeout: 30_000 }, async () => {
    const picture = pictureFrom(`${scene}-one`);
    const [once, twice] = [await drawPicture(picture), await drawPicture(picture)];
    expect(Buffer.compare(once, twice)).toBe(0);
    expect(drawSvg(`${scene}-two`, 640, 427)).not.toBe(drawSvg(`${scene}-one`, 640, 427));
  });

  test('holds no text, since fonts differ between machines, and no number that is none', () => {
    const svg = drawSvg(`${scene}-one`, 900, 1200);
    expect(svg).not.toMatch(/<text|NaN|Infinity|undefined/);
  });
});

test('a key that names no scene is refused', () => {
  expect(() => drawSvg('volcano-at-night', 100, 100)).toThrow('volcano-at-night');
});

test('IIM texts keep to the lengths of the standard, in bytes', () => {
  for (const { caption, credit, creator, copyrightNotice, keywords, city, country } of pictures) {
    const limits = [
      [caption, 2000],
      [credit, 32],
      [creator, 32],
      [copyrightNotice, 128],
      [city ?? '', 32],
      [country ?? '', 64],
    ] as const;
    for (const [text, most] of limits) expect(Buffer.byteLength(text), text).toBeLessThanOrEqual(most);
    for (const keyword of keywords) expect(Buffer.byteLength(keyword), keyword).toBeLessThanOrEqual(64);
  }
});

function pictureFrom(key: string): DemoPicture {
  const [first] = pictures;
  if (!first) throw new Error('the edition has no pictures');
  return { ...first, key, width: 640, height: 427 };
}
