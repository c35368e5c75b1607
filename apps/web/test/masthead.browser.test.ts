import { launchBrowser } from '@dateline/testing/browser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteForTests, startSite } from './site-for-tests.ts';

let site: SiteForTests;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
});

test.each([
  ['on a phone, or at four times the size', 320],
  ['on a desk', 1280],
])('the keyboard goes through the masthead downwards %s', async (_where, width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(site.url);
  const places = await page.locator('.masthead-bar :is(a, button, input:not([type=hidden]))').all();
  const boxes = await Promise.all(places.map((place) => place.boundingBox()));
  expect(boxes.length).toBeGreaterThan(5);
  const bottoms = boxes.map((box) => (box ? box.y + box.height : 0));
  for (const [at, box] of boxes.entries()) expect(box?.y).toBeLessThan(bottoms[at + 1] ?? Number.POSITIVE_INFINITY);
  await page.close();
});
