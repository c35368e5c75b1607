import type {} from '@dateline/service-kit/http-service'; // types what subgraph-server reads of a request
import { createSubgraphSchema } from '@dateline/service-kit/subgraph-server';
import type { GraphQLSchema } from 'graphql';
import type { BenchmarkSample, SampleReview } from './benchmark-sample.ts';
import { products, reviewsOfProduct, reviewsOfUser, type ShopProduct, shippingEstimate, users } from './shop.ts';
import { type ShopSubgraph, shopSdl } from './shop-sdl.ts';

/** The four subgraphs, executable. */
export function buildShopSchemas(sample: BenchmarkSample): Readonly<Record<ShopSubgraph, GraphQLSchema>> {
  return {
    accounts: createSubgraphSchema([shopSdl.accounts], accountsResolvers),
    inventory: createSubgraphSchema([shopSdl.inventory], inventoryResolvers),
    products: createSubgraphSchema([shopSdl.products], productsResolvers),
    reviews: createSubgraphSchema([shopSdl.reviews], reviewsResolvers(sample)),
  };
}

const userById = (id: string) => users.find((user) => user.id === id) ?? null;
const productByUpc = (upc: string) => products.find((product) => product.upc === upc) ?? null;

const accountsResolvers = {
  Query: {
    me: () => users[0],
    user: (_: unknown, { id }: { id: string }) => userById(id),
    users: () => users,
    ticket: (_: unknown, { tag }: { tag: string }) => tag,
  },
  User: { __resolveReference: ({ id }: { id: string }) => userById(id) },
};

const inventoryResolvers = {
  Product: {
    __resolveReference: (product: Partial<ShopProduct> & { upc: string }) => ({
      ...product,
      inStock: productByUpc(product.upc)?.inStock ?? null,
    }),
    shippingEstimate: ({ price, weight }: Partial<ShopProduct>) => shippingEstimate(price, weight),
  },
};

const productsResolvers = {
  Query: { topProducts: (_: unknown, { first }: { first?: number | null }) => products.slice(0, first ?? 5) },
  Product: { __resolveReference: ({ upc }: { upc: string }) => productByUpc(upc) },
};

function reviewsResolvers(sample: BenchmarkSample) {
  return {
    Review: {
      __resolveReference: ({ id }: { id: string }) => sample.reviews.find((review) => review.id === id) ?? null,
      product: ({ upc }: SampleReview) => ({ upc }),
      author: () => ({ id: users[0]?.id, username: users[0]?.username }),
    },
    User: { reviews: () => reviewsOfUser(sample) },
    Product: { reviews: ({ upc }: { upc: string }) => reviewsOfProduct(sample, upc) },
  };
}
