import { composeServices } from '@apollo/composition';
import fc from 'fast-check';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readSupergraph } from '../engine/supergraph/supergraph.ts';
import { createCostMemo } from '../operations/cost-memo.ts';
import { costLimit, operationCost } from './cost.ts';
import { limitSettings } from './limit-settings.ts';
import { fragmentsOf, type Operation } from './operation.ts';

const sdl = `
  type Query {
    plain: Item
    dear: Item @cost(weight: 7)
    guessed: [Item]
    assumed: [Item] @listSize(assumedSize: 3)
    sliced(first: Int, last: Int): [Item] @listSize(slicingArguments: ["first", "last"], assumedSize: 4, requireOneSlicingArgument: false)
    strict(first: Int, last: Int): [Item] @listSize(slicingArguments: ["first", "last"])
    page(first: Int = 5): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
    byIds(ids: [ID!]!): [Item]
    filtered(where: Where, loud: Boolean @cost(weight: 3)): Item
    any: Any
  }
  input Where { words: String @cost(weight: 2) and: [Where] }
  type Page { edges: [Edge] nodes: [Item] total: Int }
  type Edge { node: Item }
  type Item { id: ID! stamp: Stamp mood: Mood rich: Rich items: [Item] @listSize(assumedSize: 2) }
  type Rich @cost(weight: 4) { id: ID! item: Item }
  union Any = Item | Rich
  scalar Stamp @cost(weight: 2)
  enum Mood @cost(weight: 5) { GOOD }`;

function schemaOf(link: string, text = sdl) {
  const typeDefs = parse(
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${link}]) ${text}`,
  );
  const { supergraphSdl, errors } = composeServices([{ name: 'items', url: 'http://items', typeDefs }]);
  if (!supergraphSdl) throw new Error(String(errors));
  return readSupergraph(supergraphSdl).api;
}

const schema = schemaOf('"@cost", "@listSize"');
const settings = Object.fromEntries(
  Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)]),
) as { [Name in keyof typeof limitSettings]: number };

function operation(query: string, variables: Record<string, unknown> = {}, of = schema): Operation {
  const document = parse(query);
  const definition = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = fragmentsOf(document);
  return { schema: of, definition: definition as OperationDefinitionNode, fragments, variables };
}

const cost = (query: string, variables?: Record<string, unknown>) => operationCost(operation(query, variables));

describe('what an operation costs, as its subgraphs say', () => {
  it.each<[why: string, query: string, cost: number]>([
    ['an object 1, its leaves nothing', '{ plain { id } }', 1],
    ["a field's own weight", '{ dear { id } }', 7],
    ["a type's weight", '{ plain { rich { id } } }', 1 + 4],
    ['a scalar that weighs', '{ plain { stamp } }', 1 + 2],
    ['an enum that weighs', '{ plain { mood } }', 1 + 5],
    ['a list of which nobody says how long it is', '{ guessed { id } }', 10],
    ['an assumed size', '{ assumed { items { id } } }', 3 * (1 + 2)],
    ['the greatest slicing argument', '{ sliced(first: 6, last: 2) { id } }', 6],
    ['the assumed size without one', '{ sliced { id } }', 4],
    ['a list of ids', '{ byIds(ids: ["a", "b"]) { id } }', 2],
    [
      'sized fields, by a default of the schema',
      '{ page { total edges { node { id } } nodes { id } } }',
      1 + 5 * 2 + 5,
    ],
    ['sized fields through a fragment', '{ page(first: 2) { ...P } } fragment P on Page { nodes { id } }', 1 + 2],
    ['an argument that weighs', '{ filtered(loud: true) { id } }', 3 + 1],
    ['input fields, all the way down', '{ filtered(where: {words: "a", and: [{words: "b"}]}) { id } }', 2 + 2 + 1],
    [
      'of types that exclude each other the dearest',
      '{ any { ... on Item { items { id } } ... on Rich { item { id } } } }',
      1 + 2,
    ],
    ['what @skip leaves out nothing', '{ dear @skip(if: true) { id } plain { id } }', 1],
  ])('counts %s', (_why, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it('reads variables, and their defaults', () => {
    const query = 'query($n: Int = 3, $on: Boolean = false) { sliced(first: $n) { id } dear @include(if: $on) { id } }';
    expect([cost(query), cost(query, { n: 9 }), cost(query, { n: 9, on: true })]).toEqual([3, 9, 16]);
  });

  it.each(['{ strict { id } }', '{ strict(first: 1, last: 1) { id } }', '{ strict(first: null) { id } }'])(
    'refuses with words a list that is not bounded by just one argument: %s',
    (query) => {
      const refusal = costLimit(operation(query), settings);
      expect(refusal?.code).toBe('BAD_USER_INPUT');
      expect(refusal?.message).toBe('Query.strict needs exactly one of these arguments: first, last.');
    },
  );

  it('lets a list pass that is', () => {
    expect(costLimit(operation('{ strict(last: 5) { id } }'), settings)).toBeNull();
  });

  it('knows the directives by whatever names they have', () => {
    const other = schemaOf(
      '{name: "@cost", as: "@price"}',
      sdl.replaceAll('@cost', '@price').replaceAll('@listSize', '@federation__listSize'),
    );
    expect(operationCost(operation('{ dear { id } assumed { id } }', {}, other))).toBe(7 + 3);
  });

  it('lets nobody pay with sizes below zero', () => {
    expect(cost('{ sliced(first: -1000000) { id } dear { id } }')).toBe(7);
  });

  it('is told apart by every variable where input weighs', () => {
    const { definition, fragments } = operation('query($w: Where) { filtered(where: $w) { id } }');
    const isAffordable = createCostMemo({ schema, definition, fragments }, { ...settings, MAX_COST: 3 });
    expect([isAffordable({ w: { words: 'a' } }), isAffordable({ w: { words: 'a', and: [{ words: 'b' }] } })]).toEqual([
      true,
      false,
    ]);
  });

  it('is the same however the selections are wrapped in fragments', () => {
    const field = fc.constantFrom('plain { id }', 'dear { id }', 'assumed { items { id } }', 'page { nodes { id } }');
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), (fields) => {
        const text = fields.map((one, index) => `f${index}: ${one}`).join(' ');
        expect(cost(`{ ... { ...F } } fragment F on Query { ... on Query { ${text} } }`)).toBe(cost(`{ ${text} }`));
      }),
    );
  });
});
