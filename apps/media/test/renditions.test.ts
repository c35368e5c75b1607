import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { editor } from '@dateline/testing/viewers';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MediaUnderTest, startMedia } from './media-under-test.ts';
import { noisePicture, quarteredPicture, telephonePicture } from './pictures.ts';

interface Rendition {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly mimeType: string;
}

describe('renditions', () => {
  let media: MediaUnderTest;
  let wideId: string;
  let phoneId: string;

  beforeAll(async () => {
    media = await startMedia();
    wideId = (await media.upload(await noisePicture(1000, 600, 21))).image?.id ?? '';
    phoneId = (await media.upload(await telephonePicture())).image?.id ?? '';
  });
  afterAll(() => media[Symbol.asyncDispose]());

  const renditionOf = async (id: string, args: string): Promise<Rendition> => {
    const query = `query ($id: ID!) { image(id: $id) { rendition${args} { url width height mimeType } } }`;
    const { data, errors } = await media.graph(query, { id });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.image.rendition;
  };
  const fetchBytes = async (url: string) => Buffer.from(await (await media.fetchGiven(url)).arrayBuffer());

  it.each([
    ['AVIF', 'image/avif', 'heif'],
    ['WEBP', 'image/webp', 'webp'],
    ['JPEG', 'image/jpeg', 'jpeg'],
    ['PNG', 'image/png', 'png'],
    ['AUTO', 'image/webp', 'webp'],
  ])('are %s of the size that was asked for', async (format, mimeType, decoder) => {
    const rendition = await renditionOf(wideId, `(width: 640, height: 360, format: ${format})`);
    expect(rendition).toMatchObject({ width: 640, height: 360, mimeType });
    const response = await media.fetchGiven(rendition.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(mimeType);
    const header = await sharp(await response.arrayBuffer()).metadata();
    expect(header).toMatchObject({ format: decoder, width: 640, height: 360 });
  });

  it.each(['AVIF', 'WEBP', 'JPEG', 'PNG'])(
    'say whose the picture is and never where it was taken, as %s',
    async (format) => {
      const bytes = await fetchBytes((await renditionOf(phoneId, `(width: 100, format: ${format})`)).url);
      const { xmp, exif, iptc } = await sharp(bytes).metadata();
      expect(xmp?.toString()).toContain('<photoshop:Credit>Noa Levi / Reuters</photoshop:Credit>');
      expect(xmp?.toString()).toContain('<rdf:li xml:lang="x-default">Noa Levi 2026</rdf:li>');
      expect([exif, iptc]).toEqual([undefined, undefined]);
      expect(bytes.toString('latin1')).not.toMatch(/gpslatitude|34,46/i);
      if (format === 'JPEG') expect(await exifr.gps(bytes)).toBeUndefined();
    },
  );

  it('stand upright, whatever the camera was held like', async () => {
    const { width, height } = await renditionOf(phoneId, '(width: 150)');
    expect([width, height]).toEqual([150, 200]);
  });

  it('show the pixels upright too, and crop what is shown', async () => {
    // Turned by a quarter: blue stands over white on the left, red over green on the right.
    const turned = await sharp(await quarteredPicture(400, 200))
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const { image } = await media.upload(turned, 'image/png');
    const id = image?.id ?? '';
    const focal =
      'mutation ($id: ID!) { updateImage(id: $id, input: { focalPoint: { x: 1, y: 0 } }) { image { id } } }';
    await media.graph(focal, { id }, editor);
    const bytes = await fetchBytes((await renditionOf(id, '(width: 50, aspectRatio: "1:8", format: PNG)')).url);
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([50, 400]);
    expect([...data.subarray(0, 3)]).toEqual([255, 0, 0]);
    expect([...data.subarray(-3)]).toEqual([0, 255, 0]);
  });

  it('crop around the focal point, and have another URL when it moves', async () => {
    const { image } = await media.upload(await quarteredPicture(400, 400), 'image/png');
    const id = image?.id ?? '';
    const args = '(width: 100, height: 100, aspectRatio: null, format: PNG)';
    const narrow = '(width: 100, aspectRatio: "1:2", format: PNG)';
    const before = await renditionOf(id, narrow);
    const whole = await renditionOf(id, args);
    const move =
      'mutation ($id: ID!, $input: UpdateImageInput!) { updateImage(id: $id, input: $input) { image { id } } }';
    await media.graph(move, { id, input: { focalPoint: { x: 1, y: 0.5 } } }, editor);
    const after = await renditionOf(id, narrow);
    expect(after.url).not.toBe(before.url);
    // Nothing is cut off a square of a square, so there is nothing to move.
    expect((await renditionOf(id, args)).url).toBe(whole.url);
    const cornerOf = async (bytes: Buffer) => [
      ...(await sharp(bytes).removeAlpha().extract({ left: 1, top: 1, width: 1, height: 1 }).raw().toBuffer()),
    ];
    expect(await cornerOf(await fetchBytes(after.url))).toEqual([0, 255, 0]);
    expect(await cornerOf(await fetchBytes(before.url))).toEqual([255, 0, 0]);
  });

  it('are never larger than the picture', async () => {
    expect(await renditionOf(wideId, '(width: 2000)')).toMatchObject({ width: 1000, height: 600 });
    expect(await renditionOf(wideId, '(height: 2000, aspectRatio: "1:1")')).toMatchObject({ width: 600, height: 600 });
    expect(await renditionOf(wideId, '(width: 300, height: 300, fit: CONTAIN)')).toMatchObject({
      width: 300,
      height: 180,
    });
  });

  it('list in a srcset each width once, none upscaled, each of them there', async () => {
    const query = 'query ($id: ID!) { image(id: $id) { srcset(widths: [640, 320, 320, 1280, 1920]) } }';
    const { data } = await media.graph(query, { id: wideId });
    const entries = (data.image.srcset as string).split(', ').map((entry) => entry.split(' '));
    expect(entries.map(([, width]) => width)).toEqual(['320w', '640w', '1000w']);
    for (const [url, width] of entries) {
      const { width: pixels } = await sharp(await fetchBytes(url ?? '')).metadata();
      expect(`${pixels}w`).toBe(width);
    }
  });

  it('take every argument at its bounds and refuse the next one, naming it', async () => {
    const field = async (args: string) => {
      const query = `query ($id: ID!) { image(id: $id) { ${args} } }`;
      const { errors } = await media.graph(query, { id: wideId });
      return errors?.[0]?.extensions ?? null;
    };
    for (const args of [
      'width: 1',
      'width: 2560',
      'height: 2560',
      'quality: 1',
      'quality: 100',
      'aspectRatio: "10:1"',
    ]) {
      expect(await field(`rendition(${args}) { url }`)).toBeNull();
    }
    for (const [args, name] of [
      ['width: 0', 'width'],
      ['width: 2561', 'width'],
      ['height: 2561', 'height'],
      ['quality: 0', 'quality'],
      ['quality: 101', 'quality'],
      ['aspectRatio: "11:1"', 'aspectRatio'],
      ['aspectRatio: "wide"', 'aspectRatio'],
      ['width: 10, height: 10, aspectRatio: "1:1"', 'aspectRatio'],
      ['width: 1000, height: 10', 'height'],
    ] as const) {
      expect(await field(`rendition(${args}) { url }`)).toEqual({ code: 'BAD_USER_INPUT', field: [name] });
    }
    const widths = (count: number) => `srcset(widths: [${Array.from({ length: count }, (_, at) => (at + 1) * 10)}])`;
    expect(await field(widths(12))).toBeNull();
    expect(await field(widths(13))).toEqual({ code: 'BAD_USER_INPUT', field: ['widths'] });
    expect(await field('srcset(widths: [2561])')).toEqual({ code: 'BAD_USER_INPUT', field: ['widths'] });
  });

  it('may be kept for ever, by anybody, and are not sent twice', async () => {
    const { url } = await renditionOf(wideId, '(width: 200)');
    const response = await media.fetchGiven(url);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const etag = headers['etag'] ?? '';
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await media.fetchGiven(url, { headers: { 'if-none-match': given } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    }
    const other = await media.fetchGiven(url, { headers: { 'if-none-match': '"other"' } });
    expect([other.status, (await other.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    const head = await media.fetchGiven(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  });

  it('are made once however many ask at the same time, then served without the database', async () => {
    await rm(join(media.folder, 'renditions'), { recursive: true, force: true });
    const { url } = await renditionOf(wideId, '(width: 500)');
    const answers = await Promise.all(Array.from({ length: 12 }, () => fetchBytes(url)));
    for (const answer of answers) expect(answer.equals(answers[0] ?? Buffer.alloc(0))).toBe(true);
    const files = await readdir(join(media.folder, 'renditions'), { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).toHaveLength(1);
    media.statements.splice(0);
    expect((await fetchBytes(url)).length).toBeGreaterThan(0);
    expect(media.statements).toEqual([]);
  });

  it('carry the rights of today: an old URL that was never made leads to the new one', async () => {
    const { image } = await media.upload(await noisePicture(120, 90, 22));
    const id = image?.id ?? '';
    const before = await renditionOf(id, '(width: 60)');
    const update =
      'mutation ($id: ID!, $input: UpdateImageInput!) { updateImage(id: $id, input: $input) { userErrors { code } } }';
    await media.graph(update, { id, input: { credit: 'רויטרס & Co', usageTerms: 'One use' } }, editor);
    const after = await renditionOf(id, '(width: 60)');
    const old = await media.fetchGiven(before.url);
    expect([old.status, old.headers.get('location')]).toEqual([302, after.url]);
    const { xmp } = await sharp(await fetchBytes(after.url)).metadata();
    expect(xmp?.toString()).toContain('רויטרס &amp; Co');
    expect(xmp?.toString()).toContain('One use');
  });

  it('are refused when any part of the URL was changed, with an error in JSON', async () => {
    const { url } = await renditionOf(wideId, '(width: 300, aspectRatio: "1:1")');
    const signature = new URL(url).searchParams.get('s') ?? '';
    const forgeries = [
      url.replace(wideId, phoneId),
      url.replace('w300', 'w310'),
      url.replace('.webp', '.avif'),
      url.replace(/f\d+x/, 'f0x'),
      url.replace(/\?.*/, ''),
      url.replace(signature, ''),
      url.replace(signature, 'A'.repeat(43)),
      `${url}A`,
      `${url}&s=${signature}`,
      `https://pictures.example/images/..%2F..%2Fetc/passwd?s=${signature}`,
      `https://pictures.example/images/${wideId}/..%2F..%2F..%2Foriginals?s=${signature}`,
    ];
    for (const forgery of forgeries) {
      const response = await media.fetchGiven(forgery);
      expect([forgery, response.status]).toEqual([forgery, 403]);
      expect(await response.json()).toEqual({ error: { code: 'FORBIDDEN', message: expect.any(String) } });
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    for (const path of ['/images', '/images/x', '/originals/aa/bb/x.jpg', '/uploads/']) {
      expect((await fetch(`${media.url}${path}`)).status).toBe(404);
    }
  });
});
