import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type HeldShop, startHeldShop } from './held-shop.ts';

const query = '{ product(upc: "1") { name ... @defer { stars } } }';

let shop: HeldShop;
beforeAll(async () => {
  shop = await startHeldShop();
});
afterAll(() => shop.close());

const clients = {
  'graphql-sse': () => createSseClient({ url: `${shop.gateway.origin}/graphql`, retryAttempts: 0 }),
  'graphql-ws': () =>
    createSocketClient({
      url: `${shop.gateway.origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    }),
};

describe.each(Object.entries(clients))('an operation with @defer over %s', (_name, create) => {
  it('is answered in parts, the first while the second is still fetched, where its client asks for parts', async () => {
    const client = create();
    try {
      shop.hold('reviews');
      const answers = client.iterate({ query, extensions: { incremental: 'v0.2' } });
      expect((await answers.next()).value).toEqual({
        data: { product: { name: 'Chair 1' } },
        pending: [{ id: '0', path: ['product'] }],
        hasNext: true,
      });
      shop.letGo('reviews');
      expect((await answers.next()).value).toEqual({
        incremental: [{ id: '0', data: { stars: 2 } }],
        completed: [{ id: '0' }],
        hasNext: false,
      });
      expect((await answers.next()).done).toBe(true);
    } finally {
      shop.letGoAll();
      await client.dispose();
    }
  });

  it('is answered at once where it does not', async () => {
    const client = create();
    try {
      const answers = client.iterate({ query });
      expect((await answers.next()).value).toEqual({ data: { product: { name: 'Chair 1', stars: 2 } } });
      expect((await answers.next()).done).toBe(true);
    } finally {
      await client.dispose();
    }
  });

  it('is cut when its client leaves', async () => {
    const client = create();
    shop.hold('reviews');
    const cutsBefore = shop.cuts.count;
    const callsBefore = shop.callsTo('reviews').length;
    const answers = client.iterate({ query, extensions: { incremental: '20220824' } });
    await answers.next();
    await shop.until(() => shop.callsTo('reviews').length > callsBefore);
    await answers.return?.();
    await shop.until(() => shop.cuts.count > cutsBefore);
    shop.letGoAll();
    await client.dispose();
  });
});
