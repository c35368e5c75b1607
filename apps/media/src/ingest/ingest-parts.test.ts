import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from './decoder.ts';
import { makePlaceholder } from './placeholder.ts';
import { sniffPicture } from './sniff.ts';
import { createWorkGate } from './work-gate.ts';

describe('sniffing', () => {
  it.each([
    ['\xFF\xD8\xFF\xE0', 'image/jpeg'],
    ['\x89PNG\r\n\x1A\n', 'image/png'],
    ['RIFF\0\0\0\0WEBP', 'image/webp'],
    ['\0\0\0\x1Cftypavif\0\0\0\0avifmif1miaf', 'image/avif'],
    ['\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf', 'image/avif'],
    ['II*\0', 'image/tiff'],
    ['MM\0*', 'image/tiff'],
    ['GIF87a', 'UNSUPPORTED_TYPE'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'UNSUPPORTED_TYPE'],
    [' \n<svg onload="x"/>', 'UNSUPPORTED_TYPE'],
    ['%PDF-1.7', 'NOT_AN_IMAGE'],
    ['PK\x05\x06'.padEnd(22, '\0'), 'NOT_AN_IMAGE'],
    ['', 'NOT_AN_IMAGE'],
  ])('takes %j for %s', (text, verdict) => {
    expect(sniffPicture(Buffer.from(text, 'latin1'))).toBe(verdict);
  });

  it('knows an archive behind a picture by the end of its directory, and takes the same letters inside for nothing', () => {
    const picture = '\xFF\xD8\xFF\xE0';
    const directoryEnd = `PK\x05\x06${'\0'.repeat(16)}\x03\0abc`;
    expect(sniffPicture(Buffer.from(picture + directoryEnd, 'latin1'))).toBe('NOT_AN_IMAGE');
    expect(sniffPicture(Buffer.from(`${picture + directoryEnd}d`, 'latin1'))).toBe('image/jpeg');
  });
});

describe('the placeholder', () => {
  it.each([
    [1, 1],
    [3000, 20],
    [20, 3000],
    [640, 480],
  ])('of %i × %i pixels is at most 1 kB, half transparent ones too', async (width, height) => {
    const picture = await sharp({
      create: { width, height, channels: 4, background: { r: 200, g: 40, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const { url, dominantColour } = await makePlaceholder(decodePicture(picture));
    expect(url.length).toBeLessThanOrEqual(1024);
    const painted = await sharp(Buffer.from(url.split(',')[1] ?? '', 'base64')).metadata();
    expect(painted.format).toBe('png');
    expect(dominantColour).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('has the colour of a picture of one colour', async () => {
    const picture = sharp({ create: { width: 50, height: 50, channels: 3, background: '#cc3311' } }).png();
    const { dominantColour } = await makePlaceholder(decodePicture(await picture.toBuffer()));
    const channels = [1, 3, 5].map((at) => Number.parseInt(dominantColour.slice(at, at + 2), 16));
    for (const [at, wanted] of [0xcc, 0x33, 0x11].entries())
      expect(Math.abs((channels[at] ?? 0) - wanted)).toBeLessThan(8);
  });
});

describe('the gate of heavy work', () => {
  it('lets so many in at once, so many wait, and turns the next away', async () => {
    const gate = createWorkGate({ concurrency: 2, maxWaiting: 1 });
    const releases: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => releases.push(resolve));
    const runs = [gate.run(work), gate.run(work), gate.run(work)];
    await setImmediate();
    expect(releases).toHaveLength(2);
    await expect(gate.run(work)).rejects.toMatchObject({ code: 'NOT_READY' });
    releases[0]?.();
    await setImmediate();
    expect(releases).toHaveLength(3);
    for (const release of releases) release();
    await Promise.all(runs);
  });

  it('is left by work that fails', async () => {
    const gate = createWorkGate({ concurrency: 1, maxWaiting: 0 });
    await expect(gate.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(gate.run(async () => 'next')).resolves.toBe('next');
  });
});
