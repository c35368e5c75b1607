import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql';
import type { BenchmarkSample, SampleReview } from './benchmark-sample.ts';
import { products, reviewsOfProduct, reviewsOfUser, type ShopProduct, shippingEstimate, users } from './shop.ts';

/** The shop as one service: what every gateway must answer, found without any federation. */
export function answerOfOneService(
  sample: BenchmarkSample,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): unknown {
  const answer = execute({
    schema: wholeShop,
    document: parse(query),
    rootValue: rootOf(sample),
    variableValues: variables,
  });
  if (answer instanceof Promise) throw new Error('The shop answers at once.');
  if (answer.errors) throw new Error(`The shop has no answer: ${answer.errors.join('; ')}`);
  return JSON.parse(JSON.stringify({ data: answer.data }));
}

const wholeShop: GraphQLSchema = buildSchema(`
  type Query {
    me: User
    user(id: ID!): User
    users(tag: String): [User]
    ticket(tag: String!): String
    topProducts(first: Int = 5, tag: String): [Product]
  }
  type User { id: ID! name(tag: String): String username: String birthday: Int reviews(tag: String): [Review] }
  type Review { id: ID! body: String product: Product author: User }
  type Product {
    upc: String!
    name(tag: String): String
    price: Int
    weight: Int
    inStock(tag: String): Boolean
    shippingEstimate: Int
    reviews(tag: String): [Review]
  }
`);

function rootOf(sample: BenchmarkSample) {
  const userOf = (user: (typeof users)[number] | undefined) =>
    user && { ...user, reviews: () => reviewsOfUser(sample).map(reviewOf) };
  const productOf = (product: ShopProduct | undefined) =>
    product && {
      ...product,
      shippingEstimate: shippingEstimate(product.price, product.weight),
      reviews: () => reviewsOfProduct(sample, product.upc).map(reviewOf),
    };
  const reviewOf = ({ id, body, upc }: SampleReview) => ({
    id,
    body,
    product: () => productOf(products.find((product) => product.upc === upc)),
    author: () => userOf(users[0]),
  });
  return {
    me: () => userOf(users[0]),
    user: ({ id }: { id: string }) => userOf(users.find((user) => user.id === id)),
    users: () => users.map(userOf),
    ticket: ({ tag }: { tag: string }) => tag,
    topProducts: ({ first }: { first?: number | null }) => products.slice(0, first ?? 5).map(productOf),
  };
}
