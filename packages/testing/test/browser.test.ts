/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../src/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => browser?.close());

/** The pixels of one glyph; a font that lacks it draws the same box as for a code point that nobody has. */
async function drawn(page: Page, text: string): Promise<string> {
  return page.evaluate((glyph) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.font = '40px sans-serif';
    context.fillText(glyph, 40, 60);
    return canvas.toDataURL();
  }, text);
}

test('Chromium starts and runs a page', async () => {
  const page = await browser.newPage();
  await page.setContent('<h1>Dateline</h1>');
  expect(await page.textContent('h1')).toBe('Dateline');
  await page.close();
});

test.each([
  ['Latin', 'Q'],
  ['Hebrew', 'ש'],
  ['Arabic', 'ض'],
])('%s letters are drawn with a font that has them', async (_script, letter) => {
  const page = await browser.newPage();
  expect(await drawn(page, letter)).not.toBe(await drawn(page, '\u{10FFFD}'));
  await page.close();
});

test('a second browser starts beside the first', async () => {
  await using second = await launchBrowser();
  expect(second.isConnected()).toBe(true);
});
