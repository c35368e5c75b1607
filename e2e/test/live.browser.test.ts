import { asAdministrator } from '@dateline/db/administrator';
import { launchBrowser } from '@dateline/testing/browser';
import type { Browser, BrowserContextOptions, Page, WebSocket } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, startHouse } from '../src/start-house.ts';

interface Story {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly revision: number;
  readonly comment: { readonly id: string; readonly number: number };
}

/** As far as we ask: the types of the browser are not known here. */
interface Attached {
  readonly isConnected: boolean;
}

const stories = /* GraphQL */ `
  query Stories($language: LanguageTag!) {
    articles(first: 20, filter: { languages: [$language] }) {
      nodes {
        id
        slug
        headline
        revision
        thread { comments(first: 1) { nodes { id number deleted replyCount } } }
      }
    }
  }
`;
const post = /* GraphQL */ `
  mutation Post($input: PostCommentInput!) {
    postComment(input: $input) { comment { id number } userErrors { code } }
  }
`;

const leadFigure =
  'query Lead($id: ID!) { article(id: $id) { leadFigure { id caption altText credit image { id } } } }';
const wordsOf = ({ caption, altText, credit }: Record<string, string>) => ({ caption, altText, credit });

/** The demo edition tells it entry by entry. */
const liveStory = { slug: 'המעבורות-חוזרות-למצר-מרו' };

const composer = '#composer-body';
const seenWithinMs = 1_000;

describe('an open article page', () => {
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

  it('shows a comment that is posted in another browser within a second, without a reload', async () => {
    await using listener = await open(english);
    await using writer = await open(english, { as: 'Ansel' });
    const tookMs: number[] = [];
    for (const words of ['The first boat sails at nine.', 'The second at ten.', 'The third boat sails at noon.']) {
      const seen = listener.whenSeen(words);
      await writer.page.fill(composer, words);
      const startedAtMs = Date.now();
      await writer.page.locator('#composer button[value="post"]').click();
      tookMs.push((await seen) - startedAtMs);
      await writer.page.locator('.comment-text', { hasText: words }).waitFor();
    }
    const [fastest = 0, median = 0, slowest = 0] = tookMs.toSorted((one, other) => one - other);
    process.stdout.write(
      `a comment was seen in the other browser after ${fastest}, ${median} and ${slowest} ms (goal ${seenWithinMs})\n`,
    );
    // The median: on a busy machine one may come late.
    expect(median).toBeLessThan(seenWithinMs);
    const item = listener.page.locator('.comments > li').first();
    expect(await item.locator('.comment-author').textContent()).toBe('Ansel');
    expect(await item.locator('.comment-number').getAttribute('aria-label')).toMatch(/^Link to comment [1-9]\d*$/);
    // The page as the server makes it says the same.
    const live = await item.locator('article').innerHTML();
    await listener.page.reload();
    expect(await item.locator('article').innerHTML()).toBe(live);
    expect(listener.complaints).toEqual([]);
  });

  it('shows a reply under what it answers, an edit in its place, and a removal as a tombstone or not at all', async () => {
    await using listener = await open(hebrew);
    const { page } = listener;
    const [first, second] = [await reader('Noa'), await reader('Omer')];
    const parent = await say(first, hebrew, 'הספינה הראשונה כבר יצאה?');
    await page.locator(`#comment-${parent.number}`).waitFor();
    const reply = await say(second, hebrew, 'כן, בשמונה.', parent.id);
    await page.locator(`li:has(> #comment-${parent.number}) > ol > li > #comment-${reply.number}`).waitFor();
    await change(second, 'editComment(id: $id, body: "כן, בשבע.") { userErrors { code } }', reply.id);
    await page.locator(`#comment-${reply.number} .comment-text`, { hasText: 'כן, בשבע.' }).waitFor();
    await page.locator(`#comment-${reply.number} .comment-edited`).waitFor();
    await change(first, 'deleteComment(id: $id) { userErrors { code } }', parent.id);
    await page.locator(`#comment-${parent.number}.comment-gone`).waitFor();
    expect(await page.locator(`#comment-${reply.number}`).count()).toBe(1);
    await change(second, 'deleteComment(id: $id) { userErrors { code } }', reply.id);
    await page.locator(`#comment-${reply.number}`).waitFor({ state: 'detached' });
    expect(await page.locator('[data-count]').textContent()).toMatch(/^\d+ תגובות|תגובה אחת$/);
    expect(listener.complaints).toEqual([]);
  });

  it('leaves alone what its reader is writing: words, focus, the place on the screen, and the question before they are lost', async () => {
    await using writer = await open(english, { as: 'Mira' });
    const { page } = writer;
    await page
      .locator(`#comment-${english.comment.number}`)
      .getByRole('button', { name: 'Reply', exact: true })
      .click();
    await page.locator(`#comment-${english.comment.number} ${composer}`).waitFor();
    await page.locator(composer).pressSequentially('I was on that');
    const before = await placeOf(page);
    const said = await say(await reader('Gita'), english, 'Somebody else speaks meanwhile.');
    await page.locator(`#comment-${said.number}`).waitFor();
    await page.keyboard.type(' boat');
    expect(await page.inputValue(composer)).toBe('I was on that boat');
    expect(await placeOf(page)).toEqual(before);
    await page.locator(`#comment-${said.number}`).getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByText('This will delete your current comment').first().waitFor();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(await page.inputValue(composer)).toBe('I was on that boat');
    expect(writer.complaints).toEqual([]);
  });

  it('keeps what is read where it is while comments come in above it', async () => {
    await using listener = await open(english);
    const { page } = listener;
    const last = page.locator('.comments .comment').last();
    await last.scrollIntoViewIfNeeded();
    const top = async () => (await last.boundingBox())?.y ?? Number.NaN;
    const before = await top();
    for (const words of ['One.', 'Two.', 'Three.']) {
      const said = await say(await reader(`Reader ${words}`), english, `${words} Said above.`);
      await page.locator(`#comment-${said.number}`).waitFor();
    }
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
  });

  it('is corrected when its story is: headline, standfirst, text and the line of the update, said politely, with no jump', async () => {
    await using listener = await open(english);
    const { page } = listener;
    await page.locator('#conversation').scrollIntoViewIfNeeded();
    const picture = await page.locator('.figure-lead img').elementHandle();
    const top = async () => (await page.locator('#conversation').boundingBox())?.y ?? Number.NaN;
    const before = await top();
    const headline = `${english.headline}, corrected`;
    const lead = (await house.graph(leadFigure, { id: english.id })).data.article.leadFigure;
    const startedAtMs = Date.now();
    const { errors, data } = await house.graph(
      `mutation Correct($id: ID!, $revision: Int!, $input: UpdateArticleInput!) {
        updateArticle(id: $id, expectedRevision: $revision, input: $input) { userErrors { code message } }
      }`,
      {
        id: english.id,
        revision: english.revision,
        input: {
          headline,
          standfirst:
            'A standfirst that was mended, and made much longer so that the page has to grow for it by more than one line.',
          body: [
            { id: lead.id, figure: { role: 'LEAD', imageId: lead.image.id, ...wordsOf(lead) } },
            { paragraph: { html: 'It <em>did</em> sail.' } },
          ],
        },
      },
      { token: await house.token('EDITOR') },
    );
    expect({ errors, faults: data?.updateArticle.userErrors }).toEqual({ errors: [], faults: [] });
    await page.locator('h1', { hasText: headline }).waitFor({ timeout: 10_000 });
    process.stdout.write(`an open page was corrected after ${Date.now() - startedAtMs} ms\n`);
    expect(await page.locator('.standfirst').textContent()).toContain('mended');
    expect(await page.locator('.story-body').textContent()).toContain('It did sail.');
    await page.locator('.updated').waitFor({ state: 'attached' });
    expect(await page.locator('[role="status"][data-story-note]').textContent()).toBe(
      'This story has just been updated.',
    );
    expect(await page.title()).toContain(headline);
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    // What did not change was not touched.
    const isStanding = await picture?.evaluate((element) => (element as unknown as Attached).isConnected);
    expect(isStanding).toBe(true);
    expect(listener.complaints).toEqual([]);
  });

  it('shows an entry of a live story as it is told, above the others, without a reload and with no jump', async () => {
    await using listener = await open({ ...hebrew, ...liveStory });
    const { page } = listener;
    const older = page.locator('.live-entry').last();
    await older.scrollIntoViewIfNeeded();
    const [standing, before] = [await older.elementHandle(), (await older.boundingBox())?.y ?? Number.NaN];
    const { data: found } = await house.graph('query Live($slug: String!) { article(slug: $slug) { id } }', liveStory);
    const { id } = found.article;
    const token = await house.token('EDITOR');
    for (const headline of ['הודעה ראשונה', 'הודעה שנייה']) {
      const startedAtMs = Date.now();
      const { data } = await house.graph(
        `mutation Add($id: ID!, $input: LiveEntryInput!) { addLiveEntry(articleId: $id, input: $input) { userErrors { code } } }`,
        { id, input: { headline, body: [{ paragraph: { html: 'נמסר' } }] } },
        { token },
      );
      expect(data.addLiveEntry.userErrors).toEqual([]);
      await page.locator('.live-entry h2', { hasText: headline }).waitFor({ timeout: 10_000 });
      process.stdout.write(`an open page showed an entry after ${Date.now() - startedAtMs} ms\n`);
    }
    expect((await page.locator('.live-entry h2').allTextContents()).slice(0, 2)).toEqual([
      'הודעה שנייה',
      'הודעה ראשונה',
    ]);
    expect(await standing?.evaluate((element) => (element as unknown as Attached).isConnected)).toBe(true);
    expect(Math.abs(((await older.boundingBox())?.y ?? Number.NaN) - before)).toBeLessThan(2);
    expect(listener.complaints).toEqual([]);
  });

  it('goes on without a gap after the comments service, and the gateway, were away', async () => {
    await using listener = await open(hebrew);
    const { page } = listener;
    const writer = await reader('Yoav');
    await page.locator(`#comment-${(await say(writer, hebrew, 'לפני ההפסקה.')).number}`).waitFor();
    await house.restart('comments');
    const between = await say(writer, hebrew, 'בהפסקה הראשונה.');
    await page.locator(`#comment-${between.number}`).waitFor({ timeout: 30_000 });
    await house.restart('gateway');
    const later = await say(writer, hebrew, 'אחרי הכול.');
    await page.locator(`#comment-${later.number}`).waitFor({ timeout: 30_000 });
  });

  it('lets its socket go while it is out of sight, and shows what was said meanwhile when it is looked at again', async () => {
    await using listener = await open(hebrew);
    const { page } = listener;
    const gone = listener.socket?.waitForEvent('close');
    await setVisible(page, false);
    await gone;
    const said = await say(await reader('Dana'), hebrew, 'מישהו דיבר בינתיים.');
    await setVisible(page, true);
    await page.locator(`#comment-${said.number}`).waitFor();
  });

  it('takes none of the connections that a browser has for the graph, in however many windows', async () => {
    await using listener = await open(english);
    const context = listener.page.context();
    for (let windows = 1; windows < 7; windows++) {
      const page = await context.newPage();
      const live = socketOf(page);
      await page.goto(listener.page.url());
      await live;
    }
    const page = await context.newPage();
    await page.goto(house.urls.graph);
    const ask = `fetch('/graphql?query={__typename}', { headers: { 'apollo-require-preflight': 'true' }, signal: AbortSignal.timeout(10_000) })`;
    expect(await page.evaluate(`${ask}.then((response) => response.status)`)).toBe(200);
  });

  it('offers the page anew when more has happened meanwhile than can be told', async () => {
    await using listener = await open(hebrew);
    const { page } = listener;
    const gone = listener.socket?.waitForEvent('close');
    await setVisible(page, false);
    await gone;
    await asAdministrator(house.databaseUrl, async (sql) => {
      await sql`insert into bus.events (id, type, at, payload)
      select gen_random_uuid(), 'comment.posted', now(),
        jsonb_build_object('articleId', ${hebrew.id}::text, 'commentId', gen_random_uuid())
      from generate_series(1, 501)`;
    });
    await setVisible(page, true);
    await page.getByRole('link', { name: 'יש תגובות חדשות יותר: להצגה' }).click();
    await page.locator('.comment').first().waitFor();
  });

  it('is an article page like any other with scripts off', async () => {
    await using listener = await open(english, { javaScriptEnabled: false });
    expect(await listener.page.locator('.comments:visible .comment').count()).toBeGreaterThan(0);
    expect(await listener.page.locator('[data-newer]:visible').count()).toBe(0);
  });

  it('gives way to the notice when its story is withdrawn, and keeps none of its words', async () => {
    await using listener = await open({ ...hebrew, ...liveStory });
    const { page } = listener;
    const { data: found } = await house.graph('query Live($slug: String!) { article(slug: $slug) { id } }', liveStory);
    const startedAtMs = Date.now();
    const { data } = await house.graph(
      'mutation Withdraw($id: ID!) { withdrawArticle(id: $id, reason: "הפרטים לא היו נכונים.") { userErrors { code } } }',
      { id: found.article.id },
      { token: await house.token('EDITOR') },
    );
    expect(data.withdrawArticle.userErrors).toEqual([]);
    await page.locator('.withdrawn', { hasText: 'הפרטים לא היו נכונים.' }).waitFor({ timeout: 20_000 });
    process.stdout.write(`an open page of a withdrawn story gave way after ${Date.now() - startedAtMs} ms\n`);
    expect(await page.locator('.live-entry, .conversation, .figure').count()).toBe(0);
    expect((await page.reload())?.status()).toBe(410);
  });

  async function storyIn(language: string): Promise<Story> {
    const { data } = await house.graph(stories, { language });
    for (const { thread, ...story } of data.articles.nodes) {
      const comment = thread?.comments.nodes.find(({ deleted }: { deleted: boolean }) => !deleted);
      if (comment) return { ...story, comment };
    }
    throw new Error(`The demo edition has no story in ${language} with a comment.`);
  }

  const reader = (name: string) => house.token('READER', name);

  async function say(token: string, { id }: Story, body: string, parentId: string | null = null) {
    const { data } = await house.graph(post, { input: { articleId: id, parentId, body } }, { token });
    expect(data?.postComment.userErrors).toEqual([]);
    return data.postComment.comment as { id: string; number: number };
  }

  async function change(token: string, field: string, id: string): Promise<void> {
    const { errors } = await house.graph(`mutation Change($id: ID!) { ${field} }`, { id }, { token });
    expect(errors).toEqual([]);
  }

  /** A reader of its own at a story, once it listens; `as` signs in first. */
  async function open({ slug }: Story, { as, ...options }: BrowserContextOptions & { as?: string } = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    const path = `/articles/${encodeURIComponent(slug)}`;
    const live = options.javaScriptEnabled === false ? null : socketOf(page);
    await page.goto(`${house.urls.web}${as === undefined ? path : `/sign-in?return=${encodeURIComponent(path)}`}`);
    if (as !== undefined) {
      await page.fill('#name', as);
      await page.locator('.sign-in button').click();
      await page.locator(composer).waitFor();
    }
    const socket = await live;
    return {
      page,
      socket,
      complaints,
      whenSeen: (words: string) => whenSeen(page, words),
      [Symbol.asyncDispose]: () => context.close(),
    };
  }
});

/** The socket of a page, once both of its subscriptions have been asked for over it. */
async function socketOf(page: Page): Promise<WebSocket> {
  const socket = await page.waitForEvent('websocket');
  const names = new Set(['ConversationActivity', 'StoryChanged']);
  await socket.waitForEvent('framesent', ({ payload }) => {
    for (const name of names) if (String(payload).includes(`subscription ${name}`)) names.delete(name);
    return names.size === 0;
  });
  return socket;
}

/** When, by the clock of all, words came to stand in a page; it looks at each change. */
function whenSeen(page: Page, words: string): Promise<number> {
  return page.evaluate(
    `new Promise((resolve) => {
      const look = () => document.querySelector('#conversation').textContent.includes(${JSON.stringify(words)}) && resolve(Date.now());
      new MutationObserver(look).observe(document.querySelector('#conversation'), { childList: true, subtree: true });
      look();
    })`,
  );
}

/** As the browser tells a page that its tab is turned to, or away from. */
async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate(
    `Object.defineProperty(document, 'visibilityState', { value: '${isVisible ? 'visible' : 'hidden'}', configurable: true });
     document.dispatchEvent(new Event('visibilitychange'));`,
  );
}

/** What of a writer's place could be disturbed: the text field on the screen, the focus, the caret. */
function placeOf(page: Page): Promise<unknown> {
  return page.evaluate(
    `({ top: Math.round(document.querySelector('${composer}').getBoundingClientRect().top), focus: document.activeElement.id })`,
  );
}
