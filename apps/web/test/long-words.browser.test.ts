import { launchBrowser } from '@dateline/testing/browser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nora } from './paper.ts';
import { paperToken } from './paper-graph.ts';
import { type SiteForTests, startSite } from './site-for-tests.ts';

const path = '/articles/the-lighthouse';
const endless = { ...nora, displayName: 'N'.repeat(120) };
const sidewaysOverflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

let site: SiteForTests;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const words = `${'x'.repeat(400)} https://example.org/${'y'.repeat(400)}`;
  await site.post(path, { intent: 'post', body: words }, endless);
  await site.post(path, { intent: 'post', body: 'ﷺ'.repeat(60), parentId: 'c2' }, endless);
  await site.post(path, { intent: 'save', body: 'z'.repeat(400) }, endless);
});
afterAll(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
});

test.each([
  ['on a phone', 360],
  ['on a desk', 1280],
])('no word or name of a reader makes the page wider than its screen %s', async (_where, width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const token = paperToken(endless);
  await page.context().addCookies([{ name: 'dateline_reader', value: token, url: site.url }]);
  // The draft that would be lost is shown whole in the question.
  for (const query of ['', '?reply=c1']) {
    await page.goto(`${site.url}${path}${query}`);
    expect(await page.content()).toContain('x'.repeat(400));
    expect(await page.evaluate(sidewaysOverflow)).toBe(0);
  }
  await page.close();
});
