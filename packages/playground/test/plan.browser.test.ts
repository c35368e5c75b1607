import { launchBrowser } from '@dateline/testing/browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { servePlayground } from './served-playground.ts';

let browser: Browser;
let served: Awaited<ReturnType<typeof servePlayground>>;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePlayground()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  faults = [];
  context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${served.origin}/graphql`);
  await page.locator('.graphiql-query-editor .monaco-editor').first().waitFor();
});
afterEach(async () => context.close());

const panel = () => page.getByRole('region', { name: 'Plan of the last answer' });

async function ask(name: string): Promise<void> {
  await page.locator('.graphiql-query-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(`query ${name} { article { headline } }`);
  await page.locator('.graphiql-tabs').getByText(name, { exact: true }).waitFor();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.locator('.graphiql-response .view-lines').getByText('A headline').waitFor();
}

const openPanel = () => page.getByRole('button', { name: 'Show Plan' }).click();

test('the plan of an answer shows as a tree, with what became of each call', async () => {
  await openPanel();
  await panel().getByText('Run an operation').waitFor();
  await ask('Explained');
  for (const subgraph of ['articles', 'media', 'comments'])
    await panel().getByText(subgraph, { exact: true }).waitFor();
  const text = (await panel().allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
  for (const words of [
    'one after the other',
    'at the same time',
    '42 of 10000',
    'not kept: it has errors',
    'failed · SUBGRAPH_TIMEOUT',
    'shared with another request',
    '3 from the cache',
    'sent 2 times',
    'for article.figures.image',
    'article.thread SUBGRAPH_TIMEOUT from comments, call 3',
  ]) {
    expect(text).toContain(words);
  }
  expect(faults).toEqual([]);
});

test('the answer is shown without its explanation', async () => {
  await ask('Explained');
  expect(await page.locator('.graphiql-response').textContent()).not.toContain('dateline');
});

test('bars stand on one time line: each where its call began, as long as it took', async () => {
  await openPanel();
  await ask('Explained');
  const boxes = await Promise.all((await panel().locator('.plan-bar > span').all()).map((bar) => bar.boundingBox()));
  const tracks = await Promise.all((await panel().locator('.plan-bar').all()).map((track) => track.boundingBox()));
  expect(new Set(tracks.map((track) => Math.round(track?.x ?? 0))).size).toBe(1);
  expect(new Set(tracks.map((track) => Math.round(track?.width ?? 0))).size).toBe(1);
  const [articles, media, comments] = boxes;
  const end = (articles?.x ?? 0) + (articles?.width ?? 0);
  expect(media?.x).toBeGreaterThanOrEqual(end - 1);
  expect(comments?.width).toBeGreaterThan(3 * (media?.width ?? Infinity));
});

test('a call opens by the keyboard and shows what the subgraph was asked', async () => {
  await openPanel();
  await ask('Explained');
  const call = panel().locator('summary').nth(1);
  await call.focus();
  const document = panel().locator('.plan-document').nth(1);
  expect(await document.isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await document.waitFor({ state: 'visible' });
  expect(await document.textContent()).toContain('... on Image');
  expect(await call.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
});

test('who may not see a plan is told so', async () => {
  await openPanel();
  await ask('Unsaid');
  await panel().getByText('The gateway does not say').waitFor();
});

test('what is asked for can be chosen', async () => {
  await openPanel();
  const bodies: string[] = [];
  page.on('request', (request) => bodies.push(request.postData() ?? ''));
  await panel().getByLabel('Explain').selectOption('anew, past the caches');
  await ask('Anew');
  await panel().getByLabel('Explain').selectOption('not at all');
  await ask('Plain');
  const sent = (name: string) =>
    bodies.map((body) => body && JSON.parse(body)).find((body) => body?.operationName === name);
  expect(sent('Anew').extensions).toEqual({ dateline: { explain: 'anew' } });
  expect(sent('Plain').extensions).toBeUndefined();
});

test.each(['light', 'dark'] as const)(
  'words and bars can be told from the ground in the %s scheme',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await openPanel();
    await ask('Explained');
    const contrasts = await panel().evaluate((root) => {
      const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
      const ground = () => {
        for (let at: Element | null = root; at; at = at.parentElement) {
          const color = getComputedStyle(at).backgroundColor;
          const [, , , alpha = 1] = channels(color);
          if (alpha === 1) return channels(color).slice(0, 3);
        }
        return [255, 255, 255];
      };
      const under = ground();
      const light = ([red = 0, green = 0, blue = 0]: readonly number[]) => {
        const linear = [red, green, blue].map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
      };
      const contrast = (color: string) => {
        const [red = 0, green = 0, blue = 0, alpha = 1] = channels(color);
        const seen = [red, green, blue].map((value, index) => alpha * value + (1 - alpha) * (under[index] ?? 0));
        const [low = 0, high = 0] = [light(seen), light(under)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const of = (selector: string, property: 'color' | 'backgroundColor') =>
        [...root.querySelectorAll(selector)].map((element) => contrast(getComputedStyle(element)[property]));
      return {
        words: of(
          '.plan-title, .plan-fact dt, .plan-fact dd, .plan-call-name, .plan-call-words, .plan-group-name',
          'color',
        ),
        bars: of('.plan-bar > span', 'backgroundColor'),
      };
    });
    // WCAG 2.2: 1.4.3 for words, 1.4.11 for what is drawn.
    expect(Math.min(...contrasts.words)).toBeGreaterThanOrEqual(4.5);
    expect(Math.min(...contrasts.bars)).toBeGreaterThanOrEqual(3);
  },
);
