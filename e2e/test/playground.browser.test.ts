import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '@dateline/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/house.ts';
import { type House, startHouse } from '../src/start-house.ts';

const exampleCount = readdirSync(join(projectFolder, 'examples/queries')).filter((file) =>
  file.endsWith('.graphql'),
).length;

describe('the playground at the gateway', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    [house, browser] = await Promise.all([startHouse({ demo: true }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.[Symbol.asyncDispose]();
  });

  /** GET /graphql as a browser asks for it. `foreign`: requests to anywhere else; `complaints`: what the browser minds. */
  async function open() {
    const context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== house.urls.gateway && !['data:', 'blob:'].includes(url.protocol)) foreign.push(url.href);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(house.urls.graph);
    await page.locator('.graphiql-query-editor .monaco-editor').first().waitFor();
    return { page, foreign, complaints, [Symbol.asyncDispose]: () => context.close() };
  }

  const run = (page: Page) => page.getByRole('button', { name: /Execute query/ }).click();
  const answer = (page: Page) => page.locator('.graphiql-response .view-lines');

  async function typeQuery(page: Page, text: string): Promise<void> {
    await page.locator('.graphiql-query-editor .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  }

  it('runs a query and shows the answer, all from one origin and within its own policy', async () => {
    await using playground = await open();
    const { page, foreign, complaints } = playground;
    await typeQuery(page, 'query Newest { articles(first: 1) { nodes { headline } } }');
    await run(page);
    const { data } = await house.graph('{ articles(first: 1) { nodes { headline } } }');
    const headline: string = data.articles.nodes[0].headline;
    await answer(page).getByText(headline.slice(0, 20)).first().waitFor();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('opens with a tab for each example, and runs one as it stands, however soon', async () => {
    await using playground = await open();
    const { page, complaints } = playground;
    expect(await page.locator('.graphiql-tabs [role=tab]').count()).toBe(exampleCount);
    await page.locator('.graphiql-tabs [role=tab]').getByText('SectionPage').click();
    await page.locator('.graphiql-query-editor').getByText('query SectionPage').waitFor();
    await page.locator('.graphiql-editor-tool').getByText('"sport"').waitFor();
    await run(page);
    await answer(page).getByText('"section"').waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks as whom the header editor says', async () => {
    await using playground = await open();
    const { page } = playground;
    const token = await house.token('READER', 'Noa of the playground');
    await page
      .getByRole('tab', { name: 'Headers' })
      .or(page.getByRole('button', { name: 'Headers' }))
      .click();
    await page.locator('.graphiql-editor-tool .monaco-editor:visible').last().click();
    await page.keyboard.insertText(`{ "authorization": "Bearer ${token}" }`);
    await page.locator('.graphiql-editor-tool').getByText(token.slice(-20)).waitFor();
    await typeQuery(page, 'query Me { viewer { displayName } }');
    await run(page);
    await answer(page).getByText('Noa of the playground').waitFor();
  });

  const openTab = async (page: Page, name: string) => {
    await page.locator('.graphiql-tabs [role=tab]').getByText(name, { exact: true }).click();
    await page.locator('.graphiql-query-editor').getByText(name, { exact: false }).first().waitFor();
  };

  it('shows how an answer came about: every call with its time, and the cache the second time', async () => {
    await using playground = await open();
    const { page, complaints } = playground;
    const panel = page.getByRole('region', { name: 'Plan of the last answer' });
    await page.getByRole('button', { name: 'Show Plan' }).click();
    await openTab(page, 'ArticlePage');
    await panel.getByLabel('Explain').selectOption('anew, past the caches');
    await run(page);
    for (const subgraph of ['articles', 'media', 'comments']) {
      await panel.getByText(subgraph, { exact: true }).first().waitFor();
    }
    expect(await panel.locator('.plan-bar').count()).toBeGreaterThanOrEqual(3);
    const times = await panel.locator('.plan-call-time').allInnerTexts();
    for (const time of times) expect(time).toMatch(/^(\d+(\.\d)? m?s(, )?)+$|^not sent$/);
    await panel.getByText('fetched, past the cache').waitFor();
    await panel.getByLabel('Explain').selectOption('as it comes');
    await run(page);
    await panel.getByText(/fetched|kept and fresh/).waitFor();
    await run(page);
    await panel.getByText('kept and fresh').waitFor();
    expect(complaints).toEqual([]);
  });

  it('runs a subscription: what somebody says elsewhere shows while it runs, until it is stopped', async () => {
    await using playground = await open();
    const { page, complaints } = playground;
    await openTab(page, 'CommentActivity');
    await page.locator('.graphiql-editor-tool').getByText('"articleId"').waitFor();
    const streams = page.waitForResponse(
      (response) => response.headers()['content-type']?.includes('event-stream') ?? false,
    );
    await run(page);
    await streams;
    const body = `Said while somebody listened, ${Date.now()}.`;
    const input = { articleId: '521aa8b3-a437-8d52-a934-58eda311c85d', body };
    const query =
      'mutation Post($input: PostCommentInput!) { postComment(input: $input) { comment { id } userErrors { message } } }';
    const { errors, data } = await house.graph(
      query,
      { input },
      { token: await house.token('READER', 'Somebody elsewhere') },
    );
    expect([errors, data?.postComment.userErrors]).toEqual([[], []]);
    await answer(page).getByText('CommentPosted').waitFor();
    await answer(page).getByText(body.slice(0, 20)).waitFor();
    await page.getByRole('button', { name: /Stop query/ }).click();
    await page.getByRole('button', { name: /Execute query/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('runs a deferred query: it comes in parts, and both are shown as one answer', async () => {
    await using playground = await open();
    const { page, complaints } = playground;
    await openTab(page, 'DeferredConversation');
    const inParts = page.waitForResponse(
      (response) => response.headers()['content-type']?.startsWith('multipart/mixed') ?? false,
    );
    await run(page);
    await inParts;
    await answer(page).getByText('"headline"').waitFor();
    await answer(page).getByText('"commentCount"').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is for browsers only: a program that gets the same address is told what to send', async () => {
    const response = await fetch(house.urls.graph, { headers: { accept: 'application/json' } });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-type')).toMatch(/json/);
  });
});
