import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppName } from '../../scripts/house.ts';
import type { GraphAnswer } from '../src/ask-graph.ts';
import { type House, startHouse } from '../src/start-house.ts';
import { textOf } from './html.ts';

const slug = 'merrow-strait-ferries-sail-again';
const wholeStory = /* GraphQL */ `
  query WholeStory($slug: String!) {
    article(slug: $slug) {
      headline
      standfirst
      bodyText
      leadFigure { ...Picture }
      body { id ...Picture }
      thread { state commentCount comments(first: 3) { nodes { id bodyText } } }
    }
  }
  fragment Picture on FigureElement { caption credit altText image { id width srcset(widths: [320]) } }
`;

/** The gateway's own deadline for a subgraph, and time for a busy machine to say so. */
const subgraphTimeoutMs = 2_000;
const answeredWithinMs = subgraphTimeoutMs + 2_000;

describe('a house that lost a part and keeps no answers', () => {
  let house: House;
  let whole: GraphAnswer;

  const ask = () => house.graph(wholeStory, { slug });
  const page = () => fetch(`${house.urls.web}/articles/${slug}`);

  beforeAll(async () => {
    house = await startHouse({ demo: true, env: { RESPONSE_CACHE_MAX_BYTES: '0', ENTITY_CACHE_MAX_BYTES: '0' } });
    whole = await ask();
    expect(whole.errors).toEqual([]);
    expect(whole.data.article.thread.commentCount).toBeGreaterThan(0);
    expect(whole.data.article.leadFigure.image).not.toBeNull();
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  /** Stops a process where it stands, connections open and silent; it goes on when the scope ends. */
  function hang(app: AppName): Disposable {
    house.kill(app, 'SIGSTOP');
    return { [Symbol.dispose]: () => house.kill(app, 'SIGCONT') };
  }

  /** Takes a process away; it is there again when the scope ends. */
  async function takeAway(app: AppName): Promise<AsyncDisposable> {
    house.kill(app, 'SIGKILL');
    await house.exited(app);
    return { [Symbol.asyncDispose]: () => house.restart(app) };
  }

  async function expectWholeAgain(): Promise<void> {
    const { data, errors } = await ask();
    expect(errors).toEqual([]);
    expect(data).toEqual(whole.data);
    const html = await (await page()).text();
    expect(html).toContain('id="conversation"');
    expect(textOf(html)).toContain(whole.data.article.thread.comments.nodes[0].bodyText);
  }

  /** One error that names the part, in public words only. */
  function expectOneError({ errors }: GraphAnswer, code: string, subgraph: AppName): void {
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code, subgraph }]);
    expect(JSON.stringify(errors)).not.toMatch(/ECONN|127\.0\.0\.1|localhost|undici|stack|node:/);
  }

  function expectStoryWithoutThread(answer: GraphAnswer): void {
    expect(answer.data.article).toEqual({ ...whole.data.article, thread: null });
    expect(answer.errors[0]?.path).toEqual(['article', 'thread']);
  }

  it('says of a value that only its part can judge what it must be, and of nothing else that it is at fault', async () => {
    const [literal, variable] = [
      await house.graph('{ articles(filter: { publishedAfter: "yesterday" }) { nodes { id } } }'),
      await house.graph('query ($since: DateTime) { articles(filter: { publishedAfter: $since }) { nodes { id } } }', {
        since: 'yesterday',
      }),
    ];
    for (const answer of [literal, variable]) {
      expectOneError(answer, 'BAD_USER_INPUT', 'articles');
      expect(answer.errors[0]?.message).toContain('DateTime must be an RFC 3339 date-time');
    }
  });

  it('answers without the conversation at once when comments is dead, and with it when comments is back', async () => {
    {
      await using _dead = await takeAway('comments');
      const answer = await ask();
      expectStoryWithoutThread(answer);
      expectOneError(answer, 'SUBGRAPH_UNAVAILABLE', 'comments');
      expect(answer.durationMs).toBeLessThan(subgraphTimeoutMs);
      await expectPageWithoutConversation();
    }
    await expectWholeAgain();
  });

  it('answers without the conversation in time when comments hangs, and with it when comments goes on', async () => {
    {
      using _hung = hang('comments');
      const answer = await ask();
      expectStoryWithoutThread(answer);
      expectOneError(answer, 'SUBGRAPH_TIMEOUT', 'comments');
      expect(answer.durationMs).toBeLessThan(answeredWithinMs);
      await expectPageWithoutConversation();
    }
    await expectWholeAgain();
  });

  it('keeps the story whole when media hangs: captions and credits stay, pictures are null', async () => {
    {
      using _hung = hang('media');
      const answer = await ask();
      // One for each place where pictures are missing.
      expect(new Set(answer.errors.map(({ path }) => path?.slice(0, 2).join('.')))).toEqual(
        new Set(['article.leadFigure', 'article.body']),
      );
      for (const { extensions } of answer.errors) {
        expect(extensions).toEqual({ code: 'SUBGRAPH_TIMEOUT', subgraph: 'media' });
      }
      expect(answer.durationMs).toBeLessThan(answeredWithinMs);
      expect(answer.data.article).toMatchObject({ ...words(), leadFigure: { image: null }, thread: thread() });
      expect(answer.data.article.body).toHaveLength(whole.data.article.body.length);
      const response = await page();
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(textOf(await response.text())).toContain(whole.data.article.leadFigure.caption);
    }
    await expectWholeAgain();
  });

  it('gives feeds out without pictures while media hangs, for nobody to keep', async () => {
    const feed = `${house.urls.syndication}/feeds/all.json`;
    const kept = await fetch(feed);
    expect(kept.headers.get('cache-control')).toMatch(/^public/);
    const etag = kept.headers.get('etag') ?? '';
    const before = JSON.parse(await kept.text());
    {
      using _hung = hang('media');
      const response = await fetch(feed, { headers: { 'if-none-match': etag } });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('etag')).toBeNull();
      const { items } = JSON.parse(await response.text());
      expect(items.map(({ id }: { id: string }) => id)).toEqual(before.items.map(({ id }: { id: string }) => id));
      expect(items[0].image).toBeUndefined();
    }
    const again = await fetch(feed, { headers: { 'if-none-match': etag } });
    expect([200, 304]).toContain(again.status);
    expect(again.headers.get('cache-control')).toMatch(/^public/);
  });

  it('answers with the words alone when comments is dead and media hangs', async () => {
    {
      await using _dead = await takeAway('comments');
      using _hung = hang('media');
      const answer = await ask();
      expect(answer.data.article).toMatchObject({ ...words(), leadFigure: { image: null }, thread: null });
      expect(new Set(answer.errors.map(({ extensions }) => extensions?.['subgraph']))).toEqual(
        new Set(['comments', 'media']),
      );
      expect(answer.durationMs).toBeLessThan(answeredWithinMs);
    }
    await expectWholeAgain();
  });

  it('says in public words that articles is dead: an error, a page and feeds that are away for now', async () => {
    {
      await using _dead = await takeAway('articles');
      const answer = await ask();
      expect(answer.data).toEqual({ article: null });
      expectOneError(answer, 'SUBGRAPH_UNAVAILABLE', 'articles');
      expect((await page()).status).toBe(503);
      const feed = await fetch(`${house.urls.syndication}/feeds/all.rss`);
      expect(feed.status).toBe(503);
      expect(feed.headers.get('retry-after')).not.toBeNull();
    }
    await expectWholeAgain();
  });

  async function expectPageWithoutConversation(): Promise<void> {
    const startedAt = performance.now();
    const response = await page();
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(2 * answeredWithinMs);
    const text = textOf(html);
    expect(text).toContain(whole.data.article.headline);
    expect(text).toContain(whole.data.article.leadFigure.caption);
    expect(text).not.toContain(whole.data.article.thread.comments.nodes[0].bodyText);
  }

  const words = () => {
    const { headline, standfirst, bodyText } = whole.data.article;
    return { headline, standfirst, bodyText };
  };
  const thread = () => whole.data.article.thread;
});

it('answers whole what it has answered before, with every subgraph dead', async () => {
  await using house = await startHouse({ demo: true });
  // The first time a document is learnt; from then on its answers are kept.
  const whole = await house.graph(wholeStory, { slug });
  expect(whole.errors).toEqual([]);
  await expect.poll(async () => (await fetch(`${house.urls.web}/articles/${slug}`)).status).toBe(200);

  for (const app of ['articles', 'media', 'comments'] as const) {
    house.kill(app, 'SIGKILL');
    await house.exited(app);
  }
  const { data, errors } = await house.graph(wholeStory, { slug });
  expect({ data, errors }).toEqual({ data: whole.data, errors: [] });
  const page = await fetch(`${house.urls.web}/articles/${slug}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(whole.data.article.headline);
});
