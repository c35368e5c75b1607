import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSmallEngine } from './small-graph.ts';

const sample = new URL('../../../../shared/samples/gateway-bench/', import.meta.url);
const isThere = existsSync(sample);
if (!isThere)
  process.stdout.write('shared/samples/gateway-bench is missing: the calls of the public benchmark are not counted\n');

interface Review {
  readonly id: string;
  readonly body: string;
  readonly upc: string;
}
interface Keyed {
  readonly id?: string;
  readonly upc?: string;
}

it.skipIf(!isThere)("the public benchmark's query takes 7 calls with at most 27 representations", async () => {
  const reviews: readonly Review[] = JSON.parse(readFileSync(new URL('reviews.json', sample), 'utf8'));
  const users = Array.from({ length: 6 }, (_, at) => ({
    id: String(at + 1),
    name: `Name ${at}`,
    username: `user${at}`,
  }));
  const products = Array.from({ length: 9 }, (_, at) => ({
    upc: String(at + 1),
    name: `Product ${at}`,
    price: 10,
    weight: 5,
  }));
  const graph = await createSmallEngine({
    accounts: {
      sdl: `type Query { users: [User] } type User @key(fields: "id") { id: ID! name: String username: String @shareable }`,
      resolvers: {
        Query: { users: () => users },
        User: { __resolveReference: ({ id }: Keyed) => users.find((user) => user.id === id) },
      },
    },
    inventory: {
      sdl: `type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean
        shippingEstimate: Int @requires(fields: "price weight") }`,
      resolvers: {
        Product: {
          __resolveReference: (given: object) => ({ ...given, inStock: true }),
          shippingEstimate: ({ price, weight }: { price: number; weight: number }) => price * weight,
        },
      },
    },
    products: {
      sdl: `type Query { topProducts(first: Int = 5): [Product] }
        type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
      resolvers: {
        Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
        Product: { __resolveReference: ({ upc }: Keyed) => products.find((product) => product.upc === upc) },
      },
    },
    reviews: {
      sdl: `type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
        type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
        type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
      resolvers: {
        Review: { product: ({ upc }: Review) => ({ upc }), author: () => ({ id: '1', username: 'user0' }) },
        User: { reviews: () => reviews.slice(0, 2) },
        Product: {
          __resolveReference: ({ upc }: Keyed) => ({ upc }),
          reviews: ({ upc }: Keyed) => reviews.filter((review) => review.upc === upc),
        },
      },
    },
  });
  const { data, errors } = await graph.ask(readFileSync(new URL('query.graphql', sample), 'utf8'));
  expect([errors, data.users.length, data.topProducts.length]).toEqual([undefined, 6, 5]);
  expect(data.topProducts[0].reviews[0].author.reviews[0].product).toMatchObject({
    inStock: true,
    shippingEstimate: 50,
  });
  expect(graph.calls.length).toBeLessThanOrEqual(7);
  const sent = ['accounts', 'inventory', 'products', 'reviews'].flatMap((name) => graph.representationsTo(name).flat());
  expect(sent.length).toBeLessThanOrEqual(27);
});
