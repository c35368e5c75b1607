/** The four subgraphs of the public benchmark. */
export const shopSubgraphs = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type ShopSubgraph = (typeof shopSubgraphs)[number];

const federation = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])
`;

/**
 * The public benchmark's schema. Beside it, fields may be given a `tag` that changes nothing but the request: an operation
 * that hands its own tag to every subgraph has no twin, so that nothing of it can be shared or cached. `ticket` gives the
 * tag back, which proves that an answer belongs to its request.
 */
export const shopSdl: Readonly<Record<ShopSubgraph, string>> = {
  accounts: `${federation}
    type Query {
      me: User
      user(id: ID!): User
      users(tag: String): [User]
      ticket(tag: String!): String
    }
    type User @key(fields: "id") {
      id: ID!
      name(tag: String): String
      username: String @shareable
      birthday: Int
    }
  `,
  inventory: `${federation}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock(tag: String): Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }
  `,
  products: `${federation}
    type Query {
      topProducts(first: Int = 5, tag: String): [Product]
    }
    type Product @key(fields: "upc") {
      upc: String!
      name(tag: String): String
      price: Int
      weight: Int
    }
  `,
  reviews: `${federation}
    type Review @key(fields: "id") {
      id: ID!
      body: String
      product: Product
      author: User @provides(fields: "username")
    }
    type User @key(fields: "id") {
      id: ID!
      username: String @external
      reviews(tag: String): [Review]
    }
    type Product @key(fields: "upc") {
      upc: String!
      reviews(tag: String): [Review]
    }
  `,
};
