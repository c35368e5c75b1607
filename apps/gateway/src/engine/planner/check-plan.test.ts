import { parse, print } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { createApolloPlanner } from './apollo-planner.ts';
import { checkPlan } from './check-plan.ts';
import { createHivePlanner } from './hive-planner.ts';
import { readJoinFacts } from './join-facts.ts';
import { createPlannerProcess } from './native/planner-process.ts';
import { isLabelOn } from './override-labels.ts';
import type { CallNode, Plan, Required } from './plan.ts';
import { signRequires } from './sign-requires.ts';
import { composed } from './test/composed.ts';

const native = createPlannerProcess({ logger: { warn: () => undefined, error: () => undefined } });
afterAll(() => native.close());

const planners = {
  hive: ({ sdl }: Supergraph) => createHivePlanner({ supergraphSdl: sdl, overrideLabels: [] }, native),
  apollo: ({ sdl }: Supergraph) => createApolloPlanner({ supergraphSdl: sdl, overrideLabels: [] }),
};

/** What is wrong with a plan; null when nothing is. */
function faultOf(supergraph: Supergraph, query: string, plan: Plan, percentage = 0): string | null {
  const facts = readJoinFacts(supergraph.document);
  const isOn = (label: string) => isLabelOn(label, new Set(), percentage);
  const { schema } = supergraph;
  try {
    checkPlan(signRequires(plan, facts, schema), { document: print(parse(query)) }, { facts, schema, isOn });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

async function faultOfPlanner(name: keyof typeof planners, supergraph: Supergraph, query: string, percentage = 0) {
  const request = { document: query, operationName: null, percentage };
  return faultOf(supergraph, query, await planners[name](supergraph).plan(request), percentage);
}

const root = (subgraph: string, document: string): CallNode => ({
  kind: 'call',
  subgraph,
  operation: 'query',
  document,
  variables: [],
  batches: [],
  outputRenames: [],
});

const field = (name: string, selections: readonly Required[] = []): Required => ({
  kind: 'field',
  key: name,
  name,
  signature: null,
  selections,
});

/** A call for entities of one type, at one place of the answer. */
const entities = (subgraph: string, at: string, type: string, sent: readonly Required[], asked: string): CallNode => ({
  ...root(
    subgraph,
    `query($representations: [_Any!]!) { _entities(representations: $representations) { ...on ${type} { ${asked} } } }`,
  ),
  batches: [
    {
      alias: '_entities',
      variable: 'representations',
      targets: [
        {
          path: [{ field: at }],
          requires: [{ kind: 'fragment', type, selections: [field('__typename'), ...sent] }],
          typenames: [],
          contextVariables: [],
        },
      ],
      outputRenames: [],
    },
  ],
});

const inOrder = (...nodes: readonly CallNode[]): Plan => ({ kind: 'sequence', nodes });

const library = composed({
  desk: `type Query { books: [Book] @provides(fields: "title author { name }") book: Book writers: [Author] @provides(fields: "born") }
    type Book @key(fields: "id") { id: ID! title: String @external author: Author @external }
    type Author @key(fields: "id") { id: ID! name: String @external born: Int @external }`,
  stock: `type Book @key(fields: "id") { id: ID! title: String @shareable author: Author @shareable pages: Int price(in: String!): Int }
    type Author @key(fields: "id") { id: ID! name: String @shareable born: Int @shareable }`,
  post: `type Book @key(fields: "id") { id: ID! pages: Int @external price(in: String!): Int @external
      weight: Int @requires(fields: "pages") fee: Int @requires(fields: "price(in: \\"EUR\\")") duty: Int @requires(fields: "price(in: \\"USD\\")") }`,
});

describe('a plan is right', () => {
  it.each([
    '{ books { id title author { name } } }',
    '{ books { title author { name born } pages weight } }',
    '{ book { id title author { id name } } }',
    '{ book { weight fee } }',
    '{ a: books { fee } b: book { duty price(in: "USD") } }',
  ])('when it gets %s from where it is', async (query) => {
    expect(await faultOfPlanner('hive', library, query)).toBeNull();
    expect(await faultOfPlanner('apollo', library, query)).toBeNull();
  });
});

describe('a plan is wrong', () => {
  it('when it asks for an external field where nothing provides it', () => {
    const plan = root('desk', '{ book { title } }');
    expect(faultOf(library, '{ book { title } }', plan)).toMatch(/desk does not answer Book.title/);
  });

  it('when it asks for an external field beside what is provided inside an object', () => {
    const provided = root('desk', '{ books { author { name } } }');
    const beside = root('desk', '{ books { author { born } } }');
    expect(faultOf(library, '{ books { author { name } } }', provided)).toBeNull();
    expect(faultOf(library, '{ books { author { born } } }', beside)).toMatch(/desk does not answer Author.born/);
  });

  it('when it asks for a field that the subgraph does not have', () => {
    const plan = root('desk', '{ book { pages } }');
    expect(faultOf(library, '{ book { pages } }', plan)).toMatch(/desk has no field pages in Book/);
  });

  it('when it asks for an object and for nothing in it', () => {
    const plan = root('desk', '{ book }');
    expect(faultOf(library, '{ book { __typename } }', plan)).toMatch(
      /desk would be asked for book and for nothing in it/,
    );
  });

  it('when an entity cannot be told by what is sent of it', () => {
    const plan = inOrder(root('desk', '{ book { id } }'), entities('stock', 'book', 'Book', [], 'pages'));
    expect(faultOf(library, '{ book { pages } }', plan)).toMatch(/stock cannot tell a Book/);
  });

  it('when what a field requires is not sent', () => {
    const plan = (sent: readonly Required[]) =>
      inOrder(
        root('desk', '{ book { id } }'),
        entities('stock', 'book', 'Book', [field('id')], 'pages'),
        entities('post', 'book', 'Book', sent, 'weight'),
      );
    expect(faultOf(library, '{ book { weight } }', plan([field('id')]))).toMatch(
      /not be sent what Book.weight requires/,
    );
    expect(faultOf(library, '{ book { weight } }', plan([field('id'), field('pages')]))).toBeNull();
  });

  it('when what is required was fetched with other arguments', () => {
    const plan = (currency: string) =>
      inOrder(
        root('desk', '{ book { id } }'),
        entities('stock', 'book', 'Book', [field('id')], `price(in: "${currency}")`),
        entities('post', 'book', 'Book', [field('id'), field('price')], 'fee'),
      );
    expect(faultOf(library, '{ book { fee } }', plan('USD'))).toMatch(
      /requires price\(in: "EUR"\), which nothing fetched/,
    );
    expect(faultOf(library, '{ book { fee } }', plan('EUR'))).toBeNull();
  });

  it('when a call needs what is fetched beside it, after it, or by itself', () => {
    const query = '{ book { pages weight } }';
    const book = root('desk', '{ book { id } }');
    const pages = entities('stock', 'book', 'Book', [field('id')], 'pages');
    const weight = entities('post', 'book', 'Book', [field('id'), field('pages')], 'weight');
    const beside: Plan = { kind: 'sequence', nodes: [book, { kind: 'parallel', nodes: [pages, weight] }] };
    const late = /it needs pages before that is fetched/;
    expect(faultOf(library, query, inOrder(book, pages, weight))).toBeNull();
    expect(faultOf(library, query, beside)).toMatch(late);
    expect(faultOf(library, query, inOrder(book, weight, pages))).toMatch(late);
    const itself = entities('stock', 'book', 'Book', [field('id'), field('pages')], 'pages');
    expect(faultOf(library, query, inOrder(book, itself, weight))).toMatch(late);
  });

  it('when a call is made before the objects are there that it is for', () => {
    const [book, pages] = [root('desk', '{ book { id } }'), entities('stock', 'book', 'Book', [field('id')], 'pages')];
    expect(faultOf(library, '{ book { pages } }', inOrder(pages, book))).toMatch(/where no objects are/);
    const writers = root('desk', '{ writers { id } }');
    const both: Plan = { kind: 'parallel', nodes: [inOrder(writers, book) ?? book, pages] };
    expect(faultOf(library, '{ book { pages } writers { id } }', both)).toMatch(/it needs book before that is fetched/);
    const whole: Plan = { kind: 'sequence', nodes: [{ kind: 'parallel', nodes: [writers, book] }, pages] };
    expect(faultOf(library, '{ book { pages } writers { id } }', whole)).toBeNull();
  });

  it('when it brings what the client asks for with other arguments', () => {
    const plan = inOrder(
      root('desk', '{ book { id } }'),
      entities('stock', 'book', 'Book', [field('id')], 'price(in: "EUR")'),
    );
    expect(faultOf(library, '{ book { price(in: "EUR") } }', plan)).toBeNull();
    expect(faultOf(library, '{ book { price(in: "USD") } }', plan)).toMatch(/nothing brings price/);
    expect(faultOf(library, '{ book { price(in: $in) } }'.replace('{', 'query($in: String!) {'), plan)).toMatch(
      /nothing brings price/,
    );
  });

  it('when a field moved to another subgraph, or did not move yet', () => {
    const moved = composed({
      old: 'type Query { f: Int g: Int h: Int }',
      new: 'type Query { f: Int @override(from: "old", label: "percent(30.5)") h: Int @override(from: "old") }',
    });
    const fault = (subgraph: string, percentage: number) =>
      faultOf(moved, '{ f }', root(subgraph, '{ f }'), percentage);
    expect(fault('new', 30)).toBeNull();
    expect(fault('new', 30.6)).toMatch(/new does not answer Query.f/);
    expect(fault('old', 30)).toMatch(/old does not answer Query.f/);
    expect(fault('old', 30.6)).toBeNull();
    expect(faultOf(moved, '{ h }', root('old', '{ h }'))).toMatch(/old (has no field h|does not answer)/);
  });
});

describe('what a planner is known to plan wrong is found', () => {
  it('in what is provided at one level, and not below it', async () => {
    const supergraph = composed({
      shelf: `type Query { products: [Product] @provides(fields: "categories { id below { id } }") }
        type Product @key(fields: "id") { id: ID! categories: [Category] @external }
        type Category @key(fields: "id") { id: ID! below: [Category] @external }`,
      tree: `type Product @key(fields: "id") { id: ID! categories: [Category] @shareable }
        type Category @key(fields: "id") { id: ID! below: [Category] @shareable }`,
    });
    const query = (inner: string) => `{ products { categories { below { id ${inner} } } } }`;
    expect(await faultOfPlanner('hive', supergraph, query(''))).toBeNull();
    expect(await faultOfPlanner('hive', supergraph, query('below { id }'))).toMatch(/not answer Category.below/);
    expect(await faultOfPlanner('apollo', supergraph, query('below { id }'))).toBeNull();
  });

  it('in an entity of two keys, told by the one that is asked for there only', async () => {
    const supergraph = composed({
      shelf: 'type Query { authors: [Author] } type Author @key(fields: "no", resolvable: false) { no: Int }',
      press: `type Author @key(fields: "id") @key(fields: "no") { id: ID no: Int rank: Int title: String @external
        fame: Int @requires(fields: "title") }`,
      prize: 'type Author @key(fields: "id") { id: ID rank: Int @external title: String @requires(fields: "rank") }',
    });
    const query = '{ authors { fame } }';
    expect(await faultOfPlanner('hive', supergraph, query)).toMatch(/it needs id before that is fetched/);
    expect(await faultOfPlanner('apollo', supergraph, query)).toBeNull();
  });

  it('in a union that moves progressively', async () => {
    const types = 'union U = A | B type A @shareable { x: Int } type B @shareable { x: Int }';
    const supergraph = composed({
      a: `${types} type Query { u: U @override(from: "b", label: "percent(0)") }`,
      b: `${types} type Query { u: U v: Int }`,
    });
    expect(await faultOfPlanner('hive', supergraph, '{ u { __typename } }')).toMatch(/a does not answer Query.u/);
    expect(await faultOfPlanner('apollo', supergraph, '{ u { __typename } }')).toBeNull();
  });

  it('in one field of several types behind an interface object', async () => {
    const supergraph = composed({
      a: `interface Account @key(fields: "id") { id: ID! } type Query { a: Int }
        type Admin implements Account @key(fields: "id") { id: ID! } type Guest implements Account @key(fields: "id") { id: ID! }`,
      b: `type Query { accounts: [Account] } type Account @key(fields: "id") @interfaceObject { id: ID! name: String }`,
    });
    const query = '{ accounts { id ... on Guest { name } ... on Admin { name } } }';
    expect(await faultOfPlanner('hive', supergraph, query)).toMatch(/nothing brings name of a/);
    expect(await faultOfPlanner('apollo', supergraph, query)).toBeNull();
  });

  it('in a field that is required and asked for with different arguments', async () => {
    const supergraph = composed({
      c: 'type Query { feed: [Post] } type Post @key(fields: "id") { id: ID! }',
      d: `type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment] } type Comment { text: String writer: ID }`,
      e: `type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment] @external author: ID @requires(fields: "comments(limit: 3) { writer }") }
        type Comment { writer: ID @external }`,
    });
    const query = '{ feed { author comments(limit: 1) { text } } }';
    expect(await faultOfPlanner('hive', supergraph, query)).toBeNull();
    expect(await faultOfPlanner('apollo', supergraph, query)).toMatch(/requires comments\(limit: 3\)/);
  });
});
