import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HeldShop, startHeldShop } from './held-shop.ts';
import { mergeParts } from './merge-parts.ts';
import { accepts, askInParts } from './read-parts.ts';

const oneProduct = `query Page($upc: ID!, $later: Boolean = true) {
  product(upc: $upc) { name ... @defer(label: "reviews", if: $later) { stars reviews { text } } }
}`;

let shop: HeldShop;
const ask = (query: string, variables: object = {}, accept?: string) =>
  askInParts(shop.gateway.origin, { query, variables }, accept);
const subgraphsAsked = () => shop.calls.map(({ subgraph }) => subgraph);

beforeAll(async () => {
  shop = await startHeldShop();
});
afterAll(() => shop.close());
afterEach(() => {
  shop.letGoAll();
  shop.calls.length = 0;
});

describe('the first part', () => {
  it('comes while the subgraph of the second still hangs, in the format v0.2', async () => {
    shop.hold('reviews');
    const parts = await ask(oneProduct, { upc: '1' });
    expect(parts.status).toBe(200);
    expect(parts.headers['content-type']).toBe('multipart/mixed; boundary="-"; incrementalSpec=v0.2');
    expect(parts.headers['content-encoding']).toBeUndefined();
    expect(parts.headers['cache-control']).toBe('private, no-store');
    expect(parts.headers['vary']).toContain('accept');
    expect(await parts.next()).toEqual({
      data: { product: { name: 'Chair 1' } },
      pending: [{ id: '0', path: ['product'], label: 'reviews' }],
      hasNext: true,
    });
    await shop.until(() => shop.callsTo('reviews').length === 1);
    shop.letGo('reviews');
    expect(await parts.next()).toEqual({
      incremental: [{ id: '0', data: { stars: 2, reviews: [{ text: 'Review 1' }, { text: 'Review 2' }] } }],
      completed: [{ id: '0' }],
      hasNext: false,
    });
    expect(await parts.next()).toBeNull();
    expect(subgraphsAsked()).toEqual(['products', 'reviews']);
  });

  it('comes so in the format of Apollo Client 3 and Relay too', async () => {
    shop.hold('reviews');
    const parts = await ask(oneProduct, { upc: '1' }, accepts['20220824']);
    expect(parts.headers['content-type']).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    expect(await parts.next()).toEqual({ data: { product: { name: 'Chair 1' } }, hasNext: true });
    shop.letGo('reviews');
    expect(await parts.next()).toEqual({
      incremental: [
        {
          data: { stars: 2, reviews: [{ text: 'Review 1' }, { text: 'Review 2' }] },
          path: ['product'],
          label: 'reviews',
        },
      ],
      hasNext: false,
    });
    expect(await parts.next()).toBeNull();
  });

  it('comes while a slow field of the same subgraph hangs: what it asks is divided between two calls', async () => {
    shop.hold('description');
    const parts = await ask('{ product(upc: "1") { name ... @defer { description } } }');
    expect((await parts.next()).data).toEqual({ product: { name: 'Chair 1' } });
    await shop.until(() => shop.calls.length === 2);
    expect(shop.calls[0]?.query).not.toContain('description');
    expect(shop.calls[1]?.query).toContain('_entities');
    shop.letGo('description');
    expect((await parts.next()).incremental[0].data).toEqual({ description: 'A chair, number 1.' });
  });

  it('comes while a slow field of the root hangs', async () => {
    shop.hold('slow');
    const parts = await ask('{ product(upc: "1") { name } ... @defer { slow } }');
    expect((await parts.next()).data).toEqual({ product: { name: 'Chair 1' } });
    shop.letGo('slow');
    expect((await parts.next()).incremental).toEqual([{ id: '0', data: { slow: 'slow' } }]);
  });
});

describe('the parts after it', () => {
  it('come as each is there: a fast one does not wait for a slow one', async () => {
    shop.hold('reviews');
    const parts = await ask(
      '{ product(upc: "1") { name ... @defer(label: "a") { stars } ... @defer(label: "b") { mass } } }',
    );
    const [a, b] = (await parts.next()).pending;
    expect([a.label, b.label]).toEqual(['a', 'b']);
    expect(await parts.next()).toMatchObject({ incremental: [{ id: b.id, data: { mass: 7 } }], hasNext: true });
    shop.letGo('reviews');
    expect(await parts.next()).toMatchObject({ incremental: [{ id: a.id, data: { stars: 2 } }], hasNext: false });
  });

  it('stand in each other: the inner one is announced with the outer one', async () => {
    shop.hold('authors');
    const parts = await ask(
      '{ product(upc: "1") { name ... @defer(label: "out") { reviews { text author { ... @defer(label: "in") { name } } } } } }',
    );
    expect((await parts.next()).pending).toHaveLength(1);
    const second = await parts.next();
    expect(second.incremental[0].data).toEqual({
      reviews: [
        { text: 'Review 1', author: {} },
        { text: 'Review 2', author: {} },
      ],
    });
    expect(second.pending.map(({ path, label }: { path: unknown; label: string }) => [path, label])).toEqual([
      [['product', 'reviews', 0, 'author'], 'in'],
      [['product', 'reviews', 1, 'author'], 'in'],
    ]);
    shop.letGo('authors');
    const third = await parts.next();
    expect(third.incremental.map(({ data }: { data: unknown }) => data)).toEqual([
      { name: 'Author a1' },
      { name: 'Author a2' },
    ]);
    expect(third.hasNext).toBe(false);
  });

  it('are of each object of a list, and ask their subgraph once', async () => {
    const parts = await ask('{ products { name ... on Thing @defer { ... on Product { stars } } } }');
    expect(mergeParts(await parts.rest()).data).toEqual({
      products: [
        { name: 'Chair 1', stars: 2 },
        { name: 'Chair 2', stars: 3 },
      ],
    });
    expect(subgraphsAsked()).toEqual(['products', 'reviews']);
  });

  it('repeat nothing in v0.2, and are all of their fragment in the older format', async () => {
    const query = '{ product(upc: "1") { name size { width } ... @defer { name stars size { width } } } }';
    const [, current] = await (await ask(query)).rest();
    const [, legacy] = await (await ask(query, {}, accepts['20220824'])).rest();
    expect(JSON.parse(current ?? '').incremental).toEqual([{ id: '0', data: { stars: 2 } }]);
    expect(JSON.parse(legacy ?? '').incremental[0].data).toEqual({ name: 'Chair 1', stars: 2, size: { width: 40 } });
  });

  it('belong to their fragment, also where they are fields of an object that is given now', async () => {
    const parts = await ask('{ product(upc: "1") { size { __typename } ... @defer { size { width } } } }');
    expect(await parts.next()).toMatchObject({
      data: { product: { size: { __typename: 'Size' } } },
      pending: [{ path: ['product'] }],
    });
    expect((await parts.next()).incremental).toEqual([{ id: '0', subPath: ['size'], data: { width: 40 } }]);
  });
});

describe('what goes wrong in a later part', () => {
  it('leaves the first as it is: its data is null where something must not be, and the errors are its own', async () => {
    const current = await (await ask(oneProduct, { upc: '9' })).rest();
    const [first, second] = current.map((text) => JSON.parse(text));
    expect(first).toMatchObject({ data: { product: { name: 'Chair 9' } }, hasNext: true });
    expect(first.errors).toBeUndefined();
    expect(second.incremental).toBeUndefined();
    expect(second.completed).toMatchObject([{ id: '0', errors: [{ path: ['product', 'stars'] }] }]);
    const legacy = await (await ask(oneProduct, { upc: '9' }, accepts['20220824'])).rest();
    expect(JSON.parse(legacy[1] ?? '').incremental).toMatchObject([
      { data: null, path: ['product'], label: 'reviews', errors: [{ path: ['product', 'stars'] }] },
    ]);
  });

  it('does not keep the others from coming, and nobody waits for an object that is not there', async () => {
    const [only, ...more] = await (await ask(oneProduct, { upc: '0' })).rest();
    expect(JSON.parse(only ?? '')).toEqual({ data: { product: null } });
    expect(more).toEqual([]);
    expect(subgraphsAsked()).toEqual(['products']);
  });
});

describe('who is given the whole answer at once', () => {
  const whole = { product: { name: 'Chair 1', stars: 2, reviews: [{ text: 'Review 1' }, { text: 'Review 2' }] } };

  it.each([
    ['takes no parts', 'application/json'],
    ['takes parts of another protocol', 'multipart/mixed;subscriptionSpec=1.0, application/json'],
    ['says that parts are not wanted', 'multipart/mixed;deferSpec=20220824;q=0, application/json'],
  ])('who %s', async (_who, accept) => {
    const parts = await ask(oneProduct, { upc: '1' }, accept);
    expect(parts.headers['content-type']).toContain('application/json');
    expect(await parts.next()).toEqual({ data: whole });
  });

  it('who switches @defer off by its variable', async () => {
    const parts = await ask(oneProduct, { upc: '1', later: false });
    expect(parts.headers['content-type']).toContain('application/graphql-response+json');
    expect(await parts.next()).toEqual({ data: whole });
  });

  it('who asks for what has no @defer, whatever they take', async () => {
    const parts = await ask('{ product(upc: "1") { name } }', {}, 'multipart/mixed;deferSpec=20220824');
    expect(await parts.next()).toEqual({ data: { product: { name: 'Chair 1' } } });
  });
});

describe('what may be deferred', () => {
  it('is what a mutation gives back, once it is done; not what it does', async () => {
    const parts = await ask('mutation { rename(upc: "1", name: "Stool") { name ... @defer { stars } } }');
    expect((await parts.next()).data).toEqual({ rename: { name: 'Stool' } });
    expect((await parts.next()).incremental[0].data).toEqual({ stars: 2 });
    expect(await (await ask('mutation { ... @defer { rename(upc: "1", name: "x") { name } } }')).next()).toMatchObject({
      errors: [{ message: expect.stringContaining('root of a mutation') }],
    });
  });

  it.each([
    [
      'a label that stands twice',
      '{ product(upc: "1") { ... @defer(label: "a") { name } ... @defer(label: "a") { mass } } }',
      'unique',
    ],
    [
      'a label that may change',
      'query ($l: String) { product(upc: "1") { ... @defer(label: $l) { name } } }',
      'constant',
    ],
    ['@defer on a field', '{ product(upc: "1") { name @defer } }', 'may not be used on FIELD'],
  ])('is refused with words: %s', async (_what, query, words) => {
    for (const accept of [accepts['v0.2'], 'application/json']) {
      const answer = await (await ask(query, {}, accept)).next();
      expect(answer.errors[0].message).toContain(words);
      expect(answer.data).toBeUndefined();
    }
  });

  it('is counted: more than so many directives are refused before anything is asked', async () => {
    const fragments = (count: number) => `{ product(upc: "1") { ${'... @defer { name } '.repeat(count)} } }`;
    expect(await (await ask(fragments(20))).rest()).not.toHaveLength(0);
    shop.calls.length = 0;
    const answer = await (await ask(fragments(21))).next();
    expect(answer.errors[0].extensions.code).toBe('TOO_MANY_DIRECTIVES');
    expect(shop.calls).toEqual([]);
  });

  it('is told by introspection', async () => {
    const answer = await (await ask('{ __schema { directives { name locations } } }')).next();
    expect(answer.data.__schema.directives).toContainEqual({
      name: 'defer',
      locations: ['FRAGMENT_SPREAD', 'INLINE_FRAGMENT'],
    });
  });
});

describe('when the client goes away, or the time is up', () => {
  it('what later parts were waiting for is cut', async () => {
    shop.hold('reviews');
    const cutsBefore = shop.cuts.count;
    const parts = await ask(oneProduct, { upc: '1' });
    await parts.next();
    await shop.until(() => shop.callsTo('reviews').length === 1);
    parts.leave();
    await shop.until(() => shop.cuts.count > cutsBefore);
  });

  it('who does not read is given up, with what was held for them', async () => {
    const hurried = await startHeldShop({ settings: { requestTimeoutMs: 1_000 } });
    const socket = connect(Number(new URL(hurried.gateway.origin).port), '127.0.0.1');
    try {
      // More than a connection holds by itself.
      const stories = Array.from(
        { length: 5 },
        (_, index) => `... @defer { s${index}: story(kilobytes: ${4_000 + index}) }`,
      );
      const body = JSON.stringify({ query: `{ product(upc: "1") { name ${stories.join(' ')} } }` });
      socket.on('error', () => undefined);
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\naccept: ${accepts['v0.2']}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      const isOver = () => hurried.gateway.log.some(({ msg }) => msg === 'request');
      await expect.poll(isOver, { timeout: 10_000 }).toBe(true);
      let length = 0;
      socket.on('data', (chunk) => {
        length += chunk.length;
      });
      await once(socket, 'close');
      expect(length).toBeLessThan(20_000_000);
    } finally {
      socket.destroy();
      await hurried.close();
    }
  });

  it('the part says so, and the answer ends', async () => {
    const hurried = await startHeldShop({ settings: { requestTimeoutMs: 300, subgraphQueryTimeoutMs: 2_000 } });
    try {
      hurried.hold('reviews');
      const parts = await askInParts(hurried.gateway.origin, { query: oneProduct, variables: { upc: '1' } });
      expect((await parts.next()).data).toEqual({ product: { name: 'Chair 1' } });
      expect(await parts.next()).toMatchObject({
        completed: [{ errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }, {}] }],
        hasNext: false,
      });
      expect(await parts.next()).toBeNull();
    } finally {
      await hurried.close();
    }
  });
});
