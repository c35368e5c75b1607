import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { editor, reader } from '@dateline/testing/viewers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeUpload, createUpload, type MediaUnderTest, startMedia } from './media-under-test.ts';
import { noisePicture, telephonePicture } from './pictures.ts';

const fields = 'id digest width height mimeType byteSize caption credit creator copyrightNotice location';
const maxUploadBytes = 10_000_000;

describe('uploading a picture', () => {
  let media: MediaUnderTest;
  beforeAll(async () => {
    media = await startMedia(fields);
  });
  afterAll(() => media[Symbol.asyncDispose]());

  const ticketFor = async (bytes: Uint8Array, mimeType = 'image/jpeg') => {
    const { data } = await media.graph(createUpload, { input: { mimeType, byteSize: bytes.length } }, editor);
    return data.createUpload as { uploadId: string; url: string };
  };
  const put = (url: string, bytes: Uint8Array, mimeType = 'image/jpeg') =>
    media.fetchGiven(url, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': mimeType } });
  const complete = async (uploadId: string) =>
    (await media.graph(completeUpload(fields), { uploadId }, editor)).data.completeUpload;
  const codesOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) => userErrors.map(({ code }) => code);

  it('keeps the original byte for byte under its digest, and measures the picture as it is shown', async () => {
    const bytes = await telephonePicture();
    const { image, userErrors } = await media.upload(bytes);
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(userErrors).toEqual([]);
    expect(image).toMatchObject({ digest, width: 300, height: 400, mimeType: 'image/jpeg', byteSize: bytes.length });
    expect(image).toMatchObject({ credit: 'Noa Levi / Reuters', creator: 'Noa Levi', caption: 'A harbour at dusk' });
    const path = join(media.folder, 'originals', digest.slice(0, 2), digest.slice(2, 4), `${digest}.jpg`);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('makes one picture of the same bytes, however often and however close together they come', async () => {
    const bytes = await noisePicture(90, 60, 11);
    const outcomes = await Promise.all([media.upload(bytes), media.upload(bytes), media.upload(bytes)]);
    expect(new Set(outcomes.map(({ image }) => image?.id)).size).toBe(1);
    const { data } = await media.graph('query { images(first: 100) { nodes { digest } } }');
    const digest = outcomes[0]?.image?.['digest'];
    expect(data.images.nodes.filter((node: { digest: string }) => node.digest === digest)).toHaveLength(1);
  });

  it('gives the same picture when an upload is completed twice, also at once', async () => {
    const bytes = await noisePicture(90, 60, 12);
    const { uploadId, url } = await ticketFor(bytes);
    expect((await put(url, bytes)).status).toBe(204);
    const [first, second] = await Promise.all([complete(uploadId), complete(uploadId)]);
    const third = await complete(uploadId);
    expect(first.image).toMatchObject({ byteSize: bytes.length });
    expect([second.image, third.image]).toEqual([first.image, first.image]);
    expect(await readdir(join(media.folder, 'uploads'))).not.toContain(uploadId);
  });

  it.each([
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
    ['tiff', 'image/tiff'],
  ] as const)('takes %s', async (format, mimeType) => {
    const bytes = await sharp(await noisePicture(64, 48, 13))
      .toFormat(format)
      .toBuffer();
    const { image } = await media.upload(bytes, mimeType);
    expect(image).toMatchObject({ width: 64, height: 48, mimeType });
  });

  it('goes by what the bytes are, not by what was said of them', async () => {
    const png = await sharp(await noisePicture(20, 20, 14))
      .png()
      .toBuffer();
    expect((await media.upload(png, 'image/jpeg')).image).toMatchObject({ mimeType: 'image/png' });
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'UNSUPPORTED_TYPE'],
    [
      'SVG behind an XML declaration',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      'UNSUPPORTED_TYPE',
    ],
    ['GIF', 'GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'UNSUPPORTED_TYPE'],
    ['a page', '<!doctype html><title>x</title>', 'NOT_AN_IMAGE'],
    ['a start without a picture', '\xFF\xD8\xFF\xE0 and no more', 'NOT_AN_IMAGE'],
  ])('refuses %s', async (_name, text, code) => {
    expect(codesOf(await media.upload(Buffer.from(text, 'latin1')))).toEqual([code]);
  });

  it('runs in a process whose decoder has no loader for SVG, however one would reach it', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await expect(sharp(svg).metadata()).rejects.toThrow();
  });

  it('refuses a picture that is cut off', async () => {
    const bytes = await noisePicture(300, 200, 15);
    expect(codesOf(await media.upload(bytes.subarray(0, bytes.length / 2)))).toEqual(['NOT_AN_IMAGE']);
  });

  it('refuses a picture that is also an archive, or hides a page', async () => {
    const picture = await noisePicture(40, 40, 16);
    const emptyZip = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
    expect(codesOf(await media.upload(Buffer.concat([picture, emptyZip])))).toEqual(['NOT_AN_IMAGE']);
    const comment = Buffer.from('<script>alert(1)</script>');
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
    const page = Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]);
    expect(codesOf(await media.upload(page))).toEqual(['NOT_AN_IMAGE']);
  });

  it('takes 40 million pixels and refuses one row more, before it decodes them', async () => {
    const flat = (height: number) =>
      sharp({ create: { width: 8000, height, channels: 3, background: '#336699' }, limitInputPixels: false })
        .png()
        .toBuffer();
    expect((await media.upload(await flat(5000), 'image/png')).image).toMatchObject({ width: 8000, height: 5000 });
    expect(codesOf(await media.upload(await flat(5001), 'image/png'))).toEqual(['TOO_MANY_PIXELS']);
  });

  it('takes 10 MB and refuses one byte more', async () => {
    // What follows the end of a JPEG is passed over by decoders: a picture of any number of bytes.
    const picture = await noisePicture(50, 50, 17);
    const padded = Buffer.concat([picture, Buffer.alloc(maxUploadBytes - picture.length)]);
    expect((await media.upload(padded)).image).toMatchObject({ byteSize: maxUploadBytes });
    expect(codesOf(await media.upload(Buffer.alloc(maxUploadBytes + 1)))).toEqual(['TOO_LARGE']);
  });

  it('refuses a ticket for what it would not take, naming the field', async () => {
    const input = { mimeType: 'image/svg+xml', byteSize: 0, fileName: 'x'.repeat(256) };
    const { data } = await media.graph(createUpload, { input }, editor);
    expect(data.createUpload).toMatchObject({ uploadId: null, url: null, maxBytes: null });
    expect(data.createUpload.userErrors).toEqual([
      { code: 'UNSUPPORTED_TYPE', path: ['input', 'mimeType'] },
      { code: 'EMPTY', path: ['input', 'byteSize'] },
      { code: 'TOO_LONG', path: ['input', 'fileName'] },
    ]);
  });

  it('stores neither fewer nor more bytes than announced, whatever the headers say', async () => {
    const bytes = await noisePicture(30, 30, 18);
    const { uploadId, url } = await ticketFor(bytes);
    expect((await put(url, bytes.subarray(1))).status).toBe(400);
    expect((await put(url, Buffer.concat([bytes, bytes]))).status).toBe(413);
    expect(await putChunked(url, [bytes, Buffer.from('x')])).toBe(413);
    expect(await putChunked(url, [bytes.subarray(0, -1)])).toBe(400);
    expect(codesOf(await complete(uploadId))).toEqual(['UPLOAD_MISSING']);
    // The refusal is answered before the file is gone from the disk.
    await expect.poll(() => readdir(join(media.folder, 'uploads')), { timeout: 5_000 }).toEqual([]);
    expect(await putChunked(url, [bytes])).toBe(204);
    expect((await complete(uploadId)).image).toMatchObject({ byteSize: bytes.length });
  });

  it('refuses a URL that was changed in any part, with an error in JSON', async () => {
    const bytes = await noisePicture(30, 30, 19);
    const { uploadId, url } = await ticketFor(bytes);
    const other = (await ticketFor(bytes)).uploadId;
    const forgeries = [
      url.replace(uploadId, other),
      url.replace(/bytes=\d+/, 'bytes=999999'),
      url.replace(/expires=\d+/, 'expires=99999999999999'),
      url.replace('image%2Fjpeg', 'image%2Fpng'),
      url.replace(/&s=.*/, ''),
      `${url}A`,
      url.replace(uploadId, '..%2F..%2Foriginals%2Fx'),
    ];
    for (const forgery of forgeries) {
      const response = await put(forgery, bytes);
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ error: { code: 'FORBIDDEN', message: expect.any(String) } });
    }
    expect((await put(url, bytes, 'image/png')).status).toBe(415);
  });

  it('refuses bytes and completion after the ticket has run out', async () => {
    const bytes = await noisePicture(30, 30, 20);
    const { uploadId, url } = await ticketFor(bytes);
    const start = media.clock.now;
    media.clock.now = new Date(start.getTime() + 15 * 60_000 + 1);
    expect((await put(url, bytes)).status).toBe(410);
    expect(codesOf(await complete(uploadId))).toEqual(['UPLOAD_EXPIRED']);
    media.clock.now = start;
    expect((await put(url, bytes)).status).toBe(204);
  });

  it('sweeps away what nobody came back for, a day after its end', async () => {
    const bytes = await noisePicture(30, 30, 23);
    const { uploadId, url } = await ticketFor(bytes);
    expect((await put(url, bytes)).status).toBe(204);
    const start = media.clock.now;
    media.clock.now = new Date(start.getTime() + 24 * 3_600_000);
    await ticketFor(bytes);
    expect(await readdir(join(media.folder, 'uploads'))).toContain(uploadId);
    media.clock.now = new Date(start.getTime() + 25 * 3_600_000);
    await ticketFor(bytes);
    media.clock.now = start;
    expect(await readdir(join(media.folder, 'uploads'))).not.toContain(uploadId);
    expect(codesOf(await complete(uploadId))).toEqual(['UPLOAD_MISSING']);
  });

  it('knows no upload of an id that is nobody’s or none', async () => {
    for (const id of ['01890000-0000-7000-8000-000000000000', 'no-uuid']) {
      expect(codesOf(await complete(id))).toEqual(['UPLOAD_MISSING']);
    }
  });

  it('is for editors only', async () => {
    const input = { mimeType: 'image/jpeg', byteSize: 10 };
    const signedOut = await media.graph(createUpload, { input });
    expect(signedOut.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { errors } = await media.graph(completeUpload(), { uploadId: 'x' }, reader);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lets the page of an editor on another origin send the bytes', async () => {
    const { url } = await ticketFor(Buffer.alloc(9));
    const preflight = await media.fetchGiven(url, { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('PUT');
  });

  const photos = join(import.meta.dirname, '../../../../shared/samples/photos');
  const names = ['c2pa-C.jpg', 'c2pa-CA.jpg', 'c2pa-XCA.jpg', 'c2pa-no_manifest.jpg'];
  if (!existsSync(photos)) process.stdout.write('skipped: ../shared/samples/photos is not here\n');
  it.skipIf(!existsSync(photos)).each(names)('takes %s, whatever its credentials are worth', async (name) => {
    const { image } = await media.upload(readFileSync(join(photos, name)));
    expect(image).toMatchObject({ mimeType: 'image/jpeg' });
  });

  /** Without a content length, as a stream sends it. Gives the status. */
  function putChunked(url: string, chunks: readonly Uint8Array[]): Promise<number> {
    const { pathname, search } = new URL(url);
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'image/jpeg', 'transfer-encoding': 'chunked' };
      const sent = request(`${media.url}${pathname}${search}`, { method: 'PUT', headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      for (const chunk of chunks) sent.write(chunk);
      sent.end();
    });
  }
});
