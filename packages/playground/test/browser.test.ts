import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '@dateline/testing/browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { servePlayground } from './served-playground.ts';

const examplesFolder = join(import.meta.dirname, '..', '..', '..', 'examples', 'queries');
let browser: Browser;
let served: Awaited<ReturnType<typeof servePlayground>>;
let context: BrowserContext;
let page: Page;
let foreign: string[];
let faults: string[];

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePlayground()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  foreign = [];
  faults = [];
  context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
  page = await openPage();
});
afterEach(async () => context.close());

async function openPage(): Promise<Page> {
  const opened = await context.newPage();
  opened.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== served.origin && !['data:', 'blob:'].includes(url.protocol)) foreign.push(request.url());
  });
  opened.on('pageerror', (error) => faults.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await opened.goto(`${served.origin}/graphql`);
  await editor(opened).waitFor();
  return opened;
}

const editor = (of: Page) => of.locator('.graphiql-query-editor .monaco-editor').first();
const answer = (of: Page) => of.locator('.graphiql-response .view-lines');
const tabs = (of: Page) => of.locator('.graphiql-tabs [role=tab]');

const stored = (key: string) => page.evaluate((name) => localStorage.getItem(name), key);

/** Puts a query into the editor as a reader would: by typing, over what stands there. GraphiQL reads its name a moment later. */
async function typeQuery(name: string, selection: string): Promise<void> {
  await page.locator('.graphiql-query-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(`query ${name} ${selection}`);
  await tabs(page).getByText(name, { exact: true }).waitFor();
}

test('the page comes whole from one origin, and breaks nothing in its own policy', async () => {
  await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
  expect(await page.title()).toBe('Dateline playground');
  expect(foreign).toEqual([]);
  expect(faults).toEqual([]);
});

test('a query runs and its answer shows', async () => {
  await typeQuery('Hello', '{ hello(name: "Dateline") }');
  await page.getByRole('button', { name: /Execute query/ }).click();
  await answer(page).getByText('Hello, Dateline').waitFor();
  expect(faults).toEqual([]);
});

test('a header typed into the header editor reaches the server', async () => {
  await page
    .getByRole('tab', { name: 'Headers' })
    .or(page.getByRole('button', { name: 'Headers' }))
    .click();
  await page.locator('.graphiql-editor-tool .monaco-editor:visible').last().click();
  await page.keyboard.insertText('{ "authorization": "Bearer typed-by-hand" }');
  await typeQuery('Header', '{ header(name: "authorization") }');
  await page.getByRole('button', { name: /Execute query/ }).click();
  await answer(page).getByText('Bearer typed-by-hand').waitFor();
});

test('each example has its tab', async () => {
  const names = readdirSync(examplesFolder).filter((file) => file.endsWith('.graphql'));
  const titles = names.map((file) =>
    file.replace(/\.graphql$/, '').replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase()),
  );
  expect((await tabs(page).allInnerTexts()).map((title) => title.trim()).sort()).toEqual(titles.sort());
});

test('the first example shows its variables at once', async () => {
  await page.locator('.graphiql-editor-tool').getByText('merrow-strait-ferries-sail-again').waitFor();
});

test('an example opens with its variables', async () => {
  await tabs(page).getByText('SectionPage').click();
  await page.locator('.graphiql-editor-tool').getByText('"sport"').waitFor();
});

test('an example that changed since the last visit is renewed in its own tab', async () => {
  const before = await tabs(page).count();
  await tabs(page).getByText('ArticlePage').click();
  await expect.poll(() => stored('graphiql:tabState')).toContain('ArticlePage');
  await page.evaluate(() => {
    const read = (key: string) => JSON.parse(localStorage.getItem(key) ?? '{}');
    const write = (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value));
    const old = 'query ArticlePage { old }';
    const state = read('graphiql:tabState');
    state.tabs[0].query = old;
    write('graphiql:tabState', state);
    write('dateline:offered-examples', { ...read('dateline:offered-examples'), 'article-page': old });
    localStorage.setItem('graphiql:query', old);
  });
  const again = await openPage();
  expect(await tabs(again).count()).toBe(before);
  await again.locator('.graphiql-query-editor').getByText('standfirst').waitFor();
});

test('a tab that was closed stays closed on the next visit, and the others are not doubled', async () => {
  const before = await tabs(page).count();
  await page.locator('.graphiql-tabs').getByRole('button', { name: 'Close Tab' }).first().click();
  await expect
    .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}').tabs?.length))
    .toBe(before - 1);
  const again = await openPage();
  expect(await tabs(again).count()).toBe(before - 1);
});

test('the explorer lists the root fields, and a click writes one into the query', async () => {
  await typeQuery('Try', '{ hello }');
  await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
  const explorer = page.locator('.graphiql-plugin');
  for (const field of ['article', 'header', 'hello']) await explorer.getByText(field, { exact: true }).waitFor();
  await explorer.getByText('article', { exact: true }).click();
  await explorer.getByText('headline', { exact: true }).click();
  await page.locator('.graphiql-query-editor').getByText('headline').waitFor();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await answer(page).getByText('A headline').waitFor();
  expect(faults).toEqual([]);
});

test.each(['light', 'dark'] as const)('follows the %s scheme of the system', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  const brightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(document.body.querySelector('.graphiql-container') ?? document.body).backgroundColor.match(
          /\d+/g,
        ) ?? []
      ).map(Number);
      return red + green + blue > 382 ? 'light' : 'dark';
    });
  await expect.poll(brightness).toBe(colorScheme);
});
