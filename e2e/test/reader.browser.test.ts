import { launchBrowser } from '@dateline/testing/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type House, startHouse } from '../src/start-house.ts';

interface Story {
  readonly slug: string;
  readonly headline: string;
  readonly caption: string;
  readonly credit: string;
  readonly comment: { readonly id: string; readonly number: number };
}

const newestStories = /* GraphQL */ `
  query NewestStories($language: LanguageTag!) {
    articles(first: 20, filter: { languages: [$language] }) {
      nodes {
        slug
        headline
        leadFigure { caption image { attribution(locale: $language) { text } } }
        thread { comments(first: 1) { nodes { id number deleted } } }
      }
    }
  }
`;

const composer = '#composer-body';
const question = 'This will delete your current comment';
const unfinished = 'I was on that first boat, and';
const sidewaysOverflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('the reader site in a browser', () => {
  let house: House;
  let browser: Browser;
  let english: Story;
  let hebrew: Story;

  beforeAll(async () => {
    [house, browser] = await Promise.all([startHouse({ demo: true }), launchBrowser()]);
    [english, hebrew] = await Promise.all([storyIn('en'), storyIn('he')]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.[Symbol.asyncDispose]();
  });

  it('shows the whole of a story: headline, picture, caption, credit and first-published line', async () => {
    await using reader = await open(english.slug);
    const { page, complaints } = reader;
    expect(await page.locator('h1').textContent()).toBe(english.headline);
    const figure = page.locator('.figure-lead');
    expect(await figure.locator('figcaption').textContent()).toContain(english.caption);
    expect(await figure.locator('.credit').textContent()).toContain(english.credit);
    expect(await page.locator('.first-published').textContent()).toMatch(/^First published: /);
    await page.waitForFunction("document.querySelector('.figure-lead img').naturalWidth > 0");
    expect(complaints).toEqual([]);
  });

  it('leads from the front page of an edition to its stories', async () => {
    await using reader = await open('', { path: '/he' });
    const { page, complaints } = reader;
    const link = page.locator('main h2 a, main h3 a').first();
    const headline = await link.textContent();
    await link.click();
    expect(await page.locator('h1').textContent()).toBe(headline);
    expect(complaints).toEqual([]);
  });

  it('leads from a story to who wrote it, and from the search field back to the story, with scripts off', async () => {
    await using reader = await open(english.slug, { javaScriptEnabled: false });
    const { page, complaints } = reader;
    const author = page.locator('a[rel=author]').first();
    const name = await author.textContent();
    await author.click();
    expect((await page.locator('h1').textContent())?.trim()).toBe(name?.trim());
    expect(await page.locator(`main h2 a[href="/articles/${english.slug}"]`).count()).toBe(1);

    const [longest = ''] = english.headline.split(/\W+/).sort((a, b) => b.length - a.length);
    await page.getByRole('searchbox').fill(longest);
    await page.getByRole('search').getByRole('button').click();
    const found = page.locator(`.result h2 a[href="/articles/${english.slug}"]`);
    expect(await found.textContent()).toBe(english.headline);
    expect(await found.locator('mark').first().textContent()).toBe(longest);
    await found.click();
    expect(await page.locator('h1').textContent()).toBe(english.headline);
    expect(complaints).toEqual([]);
  });

  it('runs a Hebrew page from right to left', async () => {
    await using reader = await open(hebrew.slug);
    const { page } = reader;
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('html').getAttribute('lang')).toBe('he');
    const direction = await page.evaluate("getComputedStyle(document.querySelector('.story-body p')).direction");
    expect(direction).toBe('rtl');
    const signIn = await page.locator('.masthead-bar > a').boundingBox();
    const editions = await page.locator('.editions').boundingBox();
    expect(signIn?.x).toBeLessThan(editions?.x ?? 0);
  });

  it.each([
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ])('fits a window of $width pixels without scrolling sideways', async (viewport) => {
    for (const slug of [english.slug, hebrew.slug]) {
      await using reader = await open(slug, { viewport });
      const overflow = await reader.page.evaluate(sidewaysOverflow);
      expect(overflow).toBe(0);
    }
  });

  describe.each([
    { scripts: 'on', javaScriptEnabled: true },
    { scripts: 'off', javaScriptEnabled: false },
  ])('with scripts $scripts', ({ scripts, javaScriptEnabled }) => {
    it('asks before an unfinished comment is lost, and keeps it', async () => {
      await using reader = await open(english.slug, { javaScriptEnabled, as: `Keeper ${scripts}` });
      const { page } = reader;
      await page.fill(composer, unfinished);
      await replyTo(page, english);
      await page.getByRole('heading', { name: question }).waitFor();
      expect(await page.locator('.question blockquote').textContent()).toBe(unfinished);
      await page.getByRole('button', { name: 'Keep it' }).click();
      await page.locator(composer).waitFor();
      expect(await page.inputValue(composer)).toBe(unfinished);
      await page.goto(`${house.urls.web}/articles/${english.slug}`);
      expect(await page.inputValue(composer)).toBe(unfinished);
    });

    it('deletes it when the reader says so, and opens the reply', async () => {
      await using reader = await open(english.slug, { javaScriptEnabled, as: `Changer ${scripts}` });
      const { page } = reader;
      await page.fill(composer, unfinished);
      await replyTo(page, english);
      await page.getByRole('button', { name: 'Delete it and go on' }).click();
      await page.locator(`#comment-${english.comment.number} ${composer}`).waitFor();
      expect(await page.inputValue(composer)).toBe('');
      await page.goto(`${house.urls.web}/articles/${english.slug}`);
      expect(await page.inputValue(composer)).toBe('');
    });

    it('asks in the language of the page', async () => {
      await using reader = await open(hebrew.slug, { javaScriptEnabled, as: `נעמה ${scripts}` });
      const { page } = reader;
      await page.fill(composer, 'הייתי על הסיפון');
      await replyTo(page, hebrew);
      await page.getByRole('heading', { name: 'פעולה זו תמחק את התגובה הנוכחית שלך' }).waitFor();
    });

    it('posts a comment, which then stands in the conversation', async () => {
      await using reader = await open(english.slug, { javaScriptEnabled, as: `Poster ${scripts}` });
      const { page, complaints } = reader;
      const words = `The pears were worth it, scripts ${scripts}.`;
      await page.fill(composer, words);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
      await page.locator('.comment:target').waitFor();
      expect(await page.locator('.comment:target .comment-text').textContent()).toBe(words);
      expect(await page.inputValue(composer)).toBe('');
      expect(complaints).toEqual([]);
    });
  });

  it('saves what is typed without being told, and asks in the tab that knows nothing of it', async () => {
    await using reader = await open(english.slug, { as: 'Two tabs' });
    const { page, context } = reader;
    const other = await context.newPage();
    await other.goto(page.url());
    await page.fill(composer, unfinished);
    await page.getByText('Draft saved.').waitFor();
    await other.fill(composer, 'Something else');
    const dialog = other.getByRole('dialog');
    await dialog.getByRole('heading', { name: question }).waitFor();
    expect(await dialog.locator('blockquote').textContent()).toBe(unfinished);
    await dialog.getByRole('button', { name: 'Delete it and go on' }).click();
    await other.waitForURL(/reply=top/);
    expect(await other.inputValue(composer)).toBe('Something else');
  });

  it('lets go of a draft that was emptied', async () => {
    await using reader = await open(english.slug, { as: 'Second thoughts' });
    const { page } = reader;
    const saved = () => page.waitForResponse((response) => response.url().endsWith('/drafts'));
    await Promise.all([saved(), page.fill(composer, unfinished)]);
    await Promise.all([saved(), page.fill(composer, '')]);
    await page.goto(`${house.urls.web}/articles/${english.slug}`);
    expect(await page.inputValue(composer)).toBe('');
  });

  it('keeps the story whole while comments are down, and has the conversation back afterwards', async () => {
    house.kill('comments', 'SIGKILL');
    await house.exited('comments');
    await using reader = await open(english.slug);
    const { page } = reader;
    expect(await page.locator('h1').textContent()).toBe(english.headline);
    expect(await page.locator('.figure-lead figcaption').textContent()).toContain(english.caption);
    await page.getByText('The conversation cannot be shown at the moment.').waitFor();
    await house.restart('comments');
    await page.reload();
    await page.locator('.comment').first().waitFor();
  });

  it('keeps captions and credits of the story while media is down', async () => {
    house.kill('media', 'SIGKILL');
    // What the gateway keeps would show the pictures all the same: it is to have nothing.
    house.kill('gateway', 'SIGKILL');
    await Promise.all([house.exited('media'), house.exited('gateway')]);
    await house.restart('gateway');
    await using reader = await open(english.slug);
    expect(await reader.page.locator('h1').textContent()).toBe(english.headline);
    expect(await reader.page.locator('.figure-lead figcaption').textContent()).toContain(english.caption);
    expect(await reader.page.locator('.figure-lead .credit').textContent()).toMatch(/^\s*Photo: \S/);
    expect(await reader.page.locator('img').count()).toBe(0);
    await house.restart('media');
    await reader.page.reload();
    await reader.page.locator('.figure-lead img').waitFor();
  });

  /** A story with all that is looked at here. The pictures' own captions come to articles by events, a moment later. */
  function storyIn(language: string): Promise<Story> {
    return vi.waitFor(
      async () => {
        const { data } = await house.graph(newestStories, { language });
        for (const { slug, headline, leadFigure, thread } of data.articles.nodes) {
          const comment = thread?.comments.nodes.find(({ deleted }: { deleted: boolean }) => !deleted);
          const credit = leadFigure?.image?.attribution?.text;
          const caption = leadFigure?.caption;
          if (caption && credit && comment) return { slug, headline, caption, credit, comment };
        }
        throw new Error(`The demo edition has no story in ${language} with a picture, its caption and a comment.`);
      },
      { timeout: 20_000, interval: 200 },
    );
  }

  /** A reader of its own at a story; `as` signs in first. `complaints`: what the browser has against the page. */
  async function open(
    slug: string,
    {
      as,
      path = `/articles/${encodeURIComponent(slug)}`,
      ...options
    }: BrowserContextOptions & { as?: string; path?: string } = {},
  ) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    if (as === undefined) {
      await page.goto(`${house.urls.web}${path}`);
    } else {
      await page.goto(`${house.urls.web}/sign-in?return=${encodeURIComponent(path)}`);
      await page.fill('#name', as);
      await page.locator('.sign-in button').click();
      await page.locator(composer).waitFor();
    }
    return { context, page, complaints, [Symbol.asyncDispose]: () => context.close() };
  }
});

async function replyTo(page: Page, { comment }: Story): Promise<void> {
  await page
    .locator(`#comment-${comment.number}`)
    .getByRole('button', { name: /^(Reply|תשובה)$/ })
    .click();
}
