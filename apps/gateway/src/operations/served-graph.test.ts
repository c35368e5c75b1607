import { composeServices } from '@apollo/composition';
import { createLogger } from '@dateline/service-kit/logger';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { PlanRequest } from '../engine/planner/planner.ts';
import { readSupergraph } from '../engine/supergraph/supergraph.ts';
import { Lifetime } from '../lifetime.ts';
import { type LimitSettings, limitSettings } from '../limits/limit-settings.ts';
import { createServedGraph, warm } from './served-graph.ts';

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { story(id: ID): Story stories(first: Int): [Story!]! list(ids: [ID!]!): [Story!]! }
  type Story { id: ID! next: Story }`;
const { supergraphSdl = '' } = composeServices([
  { name: 'desk', typeDefs: parse(sdl), url: 'http://desk.example/graphql' },
]);
const limits: LimitSettings = {
  ...(Object.fromEntries(
    Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)]),
  ) as LimitSettings),
  MAX_DEPTH: 3,
  MAX_ALIASES: 2,
  MAX_TOKENS: 60,
  MAX_COST: 100,
  MAX_ROOT_FIELDS: 2,
  MAX_DIRECTIVES: 1,
};

function servedGraph(fails = false) {
  const planned: string[] = [];
  const graph = createServedGraph({
    supergraph: readSupergraph(supergraphSdl),
    planner: {
      name: 'hive',
      overridePercentages: [],
      async plan({ document }: PlanRequest) {
        planned.push(document);
        if (fails) throw new Error('for a test');
        return {
          kind: 'call',
          subgraph: 'desk',
          operation: 'query',
          document,
          variables: [],
          batches: [],
          outputRenames: [],
        } as never;
      },
    },
    transport: { send: () => Promise.reject(new Error('nothing is to be fetched')) },
    publishErrors: () => [],
    failureOf: () => ({ message: 'failed' }),
    mismatch: () => ({ message: 'mismatch' }),
    maxSelections: limits.MAX_RECURSIVE_SELECTIONS,
    limits,
    responses: null,
    policyDefaults: { defaultMaxAgeSeconds: 0, staleWhileRevalidateSeconds: 0, staleIfErrorSeconds: 0 },
    requestTimeoutMs: 1_000,
  });
  return { graph, planned };
}

const good = '{ story { id } }';

describe('operations that are made ready ahead', () => {
  it('are planned before anybody asks, and found by their text and name', async () => {
    const { graph, planned } = servedGraph();
    const both = 'query A { story { id } } query B($ids: [ID!]!) { list(ids: $ids) { id } }';
    const asked = [
      { query: good, operationName: null },
      { query: both, operationName: 'A' },
      { query: both, operationName: 'B' },
    ];
    expect(await warm(graph, asked, limits)).toBe(3);
    expect(planned).toHaveLength(3);
    for (const { query, operationName } of asked) {
      expect(graph.operations.find({ query, operationName })?.query).toBe(query);
    }
  });

  it('are found without their name too where they are the only one of their document: so they are asked for by an id', async () => {
    const { graph, planned } = servedGraph();
    const named = 'query Named { story { id } }';
    expect(await warm(graph, [{ query: named, operationName: 'Named' }], limits)).toBe(1);
    expect([graph.operations.find({ query: named })?.query, planned.length]).toEqual([named, 1]);
    expect(graph.operations.all()).toEqual([{ query: named, operationName: 'Named' }]);
    const both = 'query A { story { id } } query B { story { id } }';
    await warm(graph, [{ query: both, operationName: 'A' }], limits);
    expect(graph.operations.find({ query: both })).toBeUndefined();
  });

  it('are not planned again when somebody asks', async () => {
    const { graph, planned } = servedGraph();
    await warm(graph, [{ query: good, operationName: null }], limits);
    const kept = graph.operations.find({ query: good });
    if (!kept) throw new Error('It is not there.');
    const context = {
      requestId: 'r',
      viewer: null,
      client: { address: '127.0.0.1', key: null },
      lifetime: new Lifetime(),
      logger: createLogger('test', 'silent'),
      nameOperation: () => undefined,
    };
    await graph.run({ prepared: kept.prepared, query: good, operationName: null, variables: {} }, context);
    expect(planned).toHaveLength(1);
  });

  it.each<[string, string, string?]>([
    ['is not GraphQL', '{ story { id }'],
    ['does not fit the schema', '{ story { headline } }'],
    ['has no such operation', 'query A { story { id } }', 'B'],
    ['has several, and none is named', 'query A { story { id } } query B { story { id } }'],
    ['has too many tokens', `{ ${'story { id } '.repeat(15)} }`],
    ['is too deep', '{ story { next { next { id } } } }'],
    ['has too many aliases', '{ story { a: id b: id c: id } }'],
    ['has too many root fields', '{ a: story { id } b: story { id } story { id } }'],
    ['has too many directives', '{ story { id @skip(if: false) next @skip(if: false) { id } } }'],
    ['has a name that plans are written with', '{ _internal_a: story { id } }'],
    ['costs too much as it stands', '{ stories(first: 500) { next { id } } }'],
    ['asks for the schema', '{ __schema { queryType { name } } }'],
  ])('are left for when they are asked for, where a document %s', async (_name, query, operationName) => {
    const { graph } = servedGraph();
    const asked = [
      { query, operationName },
      { query: good, operationName: null },
    ];
    expect(await warm(graph, asked, limits)).toBe(1);
    expect(graph.operations.find({ query, operationName })).toBeUndefined();
    expect(graph.operations.find({ query: good })).toBeDefined();
  });

  it('are just within each limit', async () => {
    const { graph } = servedGraph();
    const within = ['{ story { next { id } } }', '{ story { a: id b: id } }', '{ a: story { id } b: story { id } }'];
    expect(
      await warm(
        graph,
        within.map((query) => ({ query, operationName: null })),
        limits,
      ),
    ).toBe(3);
  });

  it('are left where no plan can be made, without harm', async () => {
    const { graph } = servedGraph(true);
    expect(await warm(graph, [{ query: good, operationName: null }], limits)).toBe(0);
    expect(graph.operations.find({ query: good })).toBeUndefined();
  });
});
