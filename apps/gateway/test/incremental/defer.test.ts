import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HeldShop, startHeldShop } from './held-shop.ts';
import { accepts, askInParts } from './read-parts.ts';

const oneProduct = `query Page($upc: ID!, $later: Boolean = true) {
  product(upc: $upc) { name ... @defer(label: "reviews", if: $later) { stars reviews { text } } }
}`;

let shop: HeldShop;
const ask = (query: string, variables: object = {}, accept?: string) =>
  askInParts(shop.gateway.origin, { query, variables }, accept);

beforeAll(async () => {
  shop = await startHeldShop();
});
afterAll(() => shop.close());
afterEach(() => {
  for (const word of ['products', 'reviews', 'authors']) shop.letGo(word);
  shop.calls.length = 0;
});

describe('an operation with @defer over multipart', () => {
  it('gives its first part while the subgraph of the second still hangs, in the format v0.2', async () => {
    shop.hold('reviews');
    const parts = await ask(oneProduct, { upc: '1' });
    expect(parts.status).toBe(200);
    expect(parts.headers['content-type']).toBe('multipart/mixed; boundary="-"; incrementalSpec=v0.2');
    expect(parts.headers['content-encoding']).toBeUndefined();
    expect(parts.headers['cache-control']).toBe('private, no-store');
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
    expect(shop.calls.map(({ subgraph }) => subgraph)).toEqual(['products', 'reviews']);
  });

  it('does so in the format of Apollo Client 3 and Relay', async () => {
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
});
