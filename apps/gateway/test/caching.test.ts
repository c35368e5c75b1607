import { request as httpRequest } from 'node:http';
import { otherReader, reader } from '@dateline/testing/viewers';
import { afterEach, describe, expect, it } from 'vitest';
import { type CachedHouse, startCachedHouse } from './cached-house.ts';
import type { GraphResponse } from './test-gateway.ts';

const running: CachedHouse[] = [];
afterEach(async () => {
  for (const house of running.splice(0)) await house.close();
});
async function start(env: Record<string, string> = {}): Promise<CachedHouse> {
  const house = await startCachedHouse(env);
  running.push(house);
  return house;
}

const pageOf = (id: string) => `{ article(id: "${id}") { headline thread { commentCount } } }`;
const list = '{ articles(first: 20) { nodes { headline thread { commentCount } figures { image { caption } } } } }';
const stored = (answer: GraphResponse) => answer.headers.get('cache-status') ?? '';
const search = (query: string) => `/graphql?${new URLSearchParams({ query })}`;

/** The bytes as they came: fetch would unpack them, and asks for codings of its own. */
function raw(origin: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    httpRequest(`${origin}${path}`, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('an answer that is kept', () => {
  it('comes again without a call, and says how old it is, for how long, for whom, and what it shows', async () => {
    const house = await start();
    const first = await house.gateway.ask(pageOf('a1'));
    const calls = house.received();
    const second = await house.gateway.ask(pageOf('a1'));
    expect([house.received(), second.text]).toEqual([calls, first.text]);
    expect(Object.fromEntries(second.headers)).toMatchObject({
      'cache-control': expect.stringMatching(/^public, max-age=30, stale-while-revalidate=30, stale-if-error=86400$/),
      vary: 'Accept, Accept-Encoding, Authorization',
      'cache-tag': expect.stringContaining('Article:a1'),
      'content-type': 'application/graphql-response+json; charset=utf-8',
    });
    expect(Number(second.headers.get('age'))).toBeLessThan(5);
    expect(second.headers.get('cache-tag')?.split(',').sort()).toEqual(['Article:a1', 'article-a1', 'thread-a1']);
    expect(stored(second)).toMatch(/^dateline; hit; ttl=/);
    // The first of a document comes the long way, and says nothing of how long.
    expect(first.headers.get('cache-control')).toBe('private, no-store');
  });

  it('is "you have it" for who asks by GET with its tag, in each coding with its own', async () => {
    const house = await start();
    const path = search(list);
    const whole = await raw(house.gateway.origin, path, {});
    for (const coding of ['gzip', 'br']) {
      const answer = () => raw(house.gateway.origin, path, { 'accept-encoding': coding });
      await expect.poll(async () => (await answer()).headers['content-encoding']).toBe(coding);
      const { headers, bytes } = await answer();
      expect(bytes.length).toBeLessThan(whole.bytes.length);
      expect(headers['etag']).not.toBe(whole.headers['etag']);
      const ifNoneMatch = { 'accept-encoding': coding, 'if-none-match': String(headers['etag']) };
      const there = await raw(house.gateway.origin, path, ifNoneMatch);
      expect([there.status, there.bytes.length, there.headers['etag']]).toEqual([304, 0, headers['etag']]);
      expect(there.headers['cache-control']).toBe(headers['cache-control']);
    }
    const other = await raw(house.gateway.origin, path, { 'if-none-match': '"another"' });
    expect([other.status, other.bytes]).toEqual([200, whole.bytes]);
  });

  it('is "you have it" also for the first who asks, and all of it for who asks beside', async () => {
    const house = await start();
    const path = search(pageOf('a1'));
    await raw(house.gateway.origin, path, {});
    const { headers } = await raw(house.gateway.origin, path, {});
    await house.purge({ all: true });
    const answers = await Promise.all([
      raw(house.gateway.origin, path, { 'if-none-match': String(headers['etag']) }),
      raw(house.gateway.origin, path, {}),
      raw(house.gateway.origin, path, { accept: 'application/json' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([304, 200, 200]);
    expect(answers.map(({ bytes }) => bytes.length > 0)).toEqual([false, true, true]);
  });

  it.each([
    ['by POST, of what was never seen', (house: CachedHouse) => house.gateway.ask(pageOf('cold'))],
    ['by GET, of what was never seen', (house: CachedHouse) => house.gateway.get(search(pageOf('cold')))],
  ])('is made once for 1,000 who ask at the same time %s', async (_name, ask) => {
    const house = await start();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => ask(house)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect([house.subgraphs.articles.received.length, house.subgraphs.comments.received.length]).toEqual([1, 1]);
  });

  it('is made once for 1,000 who ask at the same time, each in words of their own for the same', async () => {
    const house = await start();
    await house.gateway.ask(pageOf('a2'));
    const before = house.received();
    await house.purge({ all: true });
    // Other texts of one request: nothing shares them before the cache itself.
    const body = (at: number) => JSON.stringify({ query: pageOf('a2'), variables: {} }) + ' '.repeat(at);
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, at) => house.gateway.post(body(at))));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(house.received() - before).toBe(2);
  });
});

describe('never kept is', () => {
  it('an answer with errors', async () => {
    const house = await start();
    for (const id of ['bad', 'boom']) {
      const answers = [await house.gateway.ask(pageOf(id)), await house.gateway.ask(pageOf(id))];
      expect(answers.map(({ errors }) => errors?.length)).toEqual([1, 1]);
      expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
        'private, no-store',
        'private, no-store',
      ]);
    }
    expect(house.subgraphs.articles.received).toHaveLength(4);
  });

  it('a mutation, nor is it shared', async () => {
    const house = await start();
    const query =
      'mutation($t: String!) { postComment(input: { articleId: "a1", body: $t }) { comment { bodyText } } }';
    const answers = await Promise.all(Array.from({ length: 5 }, () => house.gateway.ask(query, { t: 'same' })));
    expect(answers.map(({ data }) => data?.postComment.comment.bodyText)).toEqual(Array(5).fill('same'));
    expect(house.subgraphs.comments.received).toHaveLength(5);
    for (const { headers } of answers) expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('for another viewer what is for one', async () => {
    const house = await start();
    const query = '{ comment(id: "c1") { bodyText editableUntil } }';
    const viewers = [
      { ...reader, id: 'reader-111' },
      { ...otherReader, id: 'reader-222' },
    ] as const;
    const [one, other] = [await house.as(viewers[0]), await house.as(viewers[1])];
    const until = async (headers: Record<string, string>) =>
      (await house.gateway.ask(query, {}, headers)).data.comment.editableUntil;
    for (let round = 0; round < 3; round++) {
      const found = await Promise.all([until(one), until(other), until({}), until(one)]);
      expect(found.map((instant) => instant?.slice(-4, -1) ?? null)).toEqual(['111', '222', null, '111']);
    }
    const mine = await house.gateway.ask(query, {}, one);
    expect(mine.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('with a subgraph down', () => {
  it('what was kept is served when it is old, and says so', async () => {
    const house = await start({ STALE_WHILE_REVALIDATE_SECONDS: '0' });
    const warm = await house.gateway.ask(pageOf('a1'));
    await house.goAway('comments');
    await house.goAway('articles');
    expect((await house.gateway.ask(pageOf('a1'))).text).toBe(warm.text);
    expect((await house.gateway.ask(pageOf('a3'))).errors).toBeDefined();
  });

  it('entities that are kept make the answer, though the page itself was never asked for', async () => {
    const house = await start();
    await house.gateway.ask('{ articles(first: 3) { nodes { thread { commentCount } } } }');
    await house.goAway('comments');
    const answer = await house.gateway.ask('{ articles(first: 2) { nodes { headline thread { commentCount } } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.articles.nodes[1]).toEqual({ headline: 'Headline a2', thread: { commentCount: 2 } });
  });
});

describe('after a purge', () => {
  it.each([
    ['the tag of an entity', 'Article:a1'],
    ['the tag of a field', 'article-a1'],
    ['the tag of its thread', 'thread-a1'],
  ])('by %s the next answer is new, whatever its client calls the key', async (_name, tag) => {
    const house = await start();
    const queries = [
      pageOf('a1'),
      '{ article(id: "a1") { a: id headline thread { commentCount } } }',
      '{ x: article(id: "a1") { slug: id headline thread { n: commentCount } } }',
    ];
    for (const query of queries) await house.gateway.ask(query);
    house.edition.headlineOf = (id) => `New ${id}`;
    house.edition.commentCountOf = () => 7;
    for (const query of queries) expect((await house.gateway.ask(query)).text).not.toMatch(/New|7/);
    expect(await house.purge({ tags: ['Article:a2', 'Image:i9'] })).toBe(0);
    expect(await house.purge({ tags: [tag] })).toBeGreaterThanOrEqual(3);
    for (const query of queries) expect((await house.gateway.ask(query)).text).toMatch(/New a1/);
    // An article's own tags are also those of its entity in comments; a field's are not.
    const isCounted = tag !== 'article-a1';
    for (const query of queries) expect((await house.gateway.ask(query)).text.includes('7')).toBe(isCounted);
  });

  it("by an article's tag the next answer is new, also where its client has put a headline in place of the key", async () => {
    const house = await start();
    const query = '{ article(id: "a1") { id: headline thread { commentCount } } }';
    expect((await house.gateway.ask(query)).errors).toBeUndefined();
    house.edition.headlineOf = (id) => `New ${id}`;
    await house.purge({ tags: ['Article:a1'] });
    expect((await house.gateway.ask(query)).data.article.id).toBe('New a1');
  });

  it('of one article, the next list costs one call of one representation beside its own', async () => {
    const house = await start();
    await house.gateway.ask(list);
    const before = house.subgraphs.comments.received.length;
    house.edition.commentCountOf = (id) => (id === 'a7' ? 99 : 2);
    await house.purge({ tags: ['Article:a7', 'article-a7', 'articles'] });
    const { data } = await house.gateway.ask(list);
    expect(data.articles.nodes.map(({ thread }: { thread: { commentCount: number } }) => thread.commentCount)).toEqual(
      Array.from({ length: 20 }, (_, at) => (at === 6 ? 99 : 2)),
    );
    expect(house.subgraphs.comments.received.length - before).toBe(1);
    expect(house.lastAsked('comments')).toEqual([{ __typename: 'Article', id: 'a7' }]);
    expect(house.subgraphs.media.received).toHaveLength(1);
  });

  it('of what was not there, it is shown', async () => {
    const house = await start();
    house.edition.missing.add('a5');
    expect((await house.gateway.ask(pageOf('a5'))).data).toEqual({ article: null });
    house.edition.missing.clear();
    await house.purge({ tags: ['Article:a5', 'article-a5'] });
    expect((await house.gateway.ask(pageOf('a5'))).data.article.headline).toBe('Headline a5');
  });

  it('of a picture, every page that shows it in its body or beside is new', async () => {
    const house = await start();
    const body = '{ article(id: "a1") { body { ... on FigureElement { image { caption } } } } }';
    const figures = '{ article(id: "a1") { figures { image { width } } } }';
    for (const query of [body, figures]) await house.gateway.ask(query);
    const before = house.received();
    expect(await house.purge({ tags: ['Image:i1'] })).toBeGreaterThanOrEqual(2);
    for (const query of [body, figures]) await house.gateway.ask(query);
    expect(house.received() - before).toBe(4);
  });

  it('who asks after it never gets what was begun before it, nor does anybody later', async () => {
    const house = await start();
    // The document is known, so that what is asked twice takes the short way.
    await house.gateway.ask(pageOf('a2'));
    const { promise, resolve } = Promise.withResolvers<void>();
    house.edition.hold = promise;
    let version = 'Old';
    house.edition.headlineOf = () => version;
    const received = house.subgraphs.articles.received.length;
    const before = house.gateway.ask(pageOf('a1'));
    await expect.poll(() => house.subgraphs.articles.received.length).toBe(received + 1);
    await house.purge({ tags: ['Article:a1', 'article-a1'] });
    const after = house.gateway.ask(pageOf('a1'));
    await expect.poll(() => house.subgraphs.articles.received.length).toBe(received + 2);
    resolve();
    house.edition.hold = null;
    await before;
    await after;
    version = 'New';
    await house.purge({ tags: ['Article:a1', 'article-a1'] });
    expect((await house.gateway.ask(pageOf('a1'))).data.article.headline).toBe('New');
  });
});
