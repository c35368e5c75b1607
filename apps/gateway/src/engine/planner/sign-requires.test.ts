import { expect, it } from 'vitest';
import { readJoinFacts } from './join-facts.ts';
import type { CallNode, Required } from './plan.ts';
import { signRequires } from './sign-requires.ts';
import { composed } from './test/composed.ts';

const { document, schema } = composed({
  shop: 'type Query { p: Product } type Product @key(fields: "id") { id: ID! weight: Int price(in: String!): Int }',
  post: `type Product @key(fields: "id") { id: ID! weight: Int @external price(in: String!): Int @external
    fee: Int @requires(fields: "weight price(in: \\"EUR\\")") toll: Int @requires(fields: "price(in: \\"EUR\\")")
    duty(in: Int): Int @requires(fields: "price(in: \\"USD\\")") name: String }`,
});

const field = (name: string): Required => ({ kind: 'field', key: name, name, signature: null, selections: [] });

function signed(asked: string): CallNode {
  const call: CallNode = {
    kind: 'call',
    subgraph: 'post',
    operation: 'query',
    document: `query($representations: [_Any!]!, $n: Int) { _entities(representations: $representations) { ...on Product { ${asked} } } }`,
    variables: ['n'],
    batches: [
      {
        alias: '_entities',
        variable: 'representations',
        targets: [
          {
            path: [{ field: 'p' }],
            requires: [
              { kind: 'fragment', type: 'Product', selections: ['__typename', 'id', 'weight', 'price'].map(field) },
            ],
            typenames: [],
            contextVariables: [],
          },
        ],
        outputRenames: [],
      },
    ],
    outputRenames: [],
  };
  return signRequires(call, readJoinFacts(document), schema) as CallNode;
}

/** What goes into each batch's representations: the signature where it is known, else the name. */
function sentBy({ batches }: CallNode): string[][] {
  return batches.map(({ targets: [target] }) =>
    (target?.requires ?? []).flatMap((node) =>
      node.kind === 'fragment'
        ? node.selections.map((of) => (of.kind === 'field' ? (of.signature ?? of.name) : of.type))
        : [node.name],
    ),
  );
}

it('tells with which arguments a required field is meant', () => {
  const call = signed('fee toll name');
  expect(sentBy(call)).toEqual([['__typename', 'id', 'weight', 'price(in: "EUR")']]);
});

it('leaves a call as it is that requires nothing beside keys', () => {
  expect(signed('name').batches[0]?.alias).toBe('_entities');
  expect(sentBy(signed('name'))).toEqual([['__typename', 'id', 'weight', 'price']]);
});

it('asks twice in one call where fields require one field with two arguments, each with its own representations', () => {
  const call = signed('fee duty(in: $n) toll');
  expect(sentBy(call)).toEqual([
    ['__typename', 'id', 'weight', 'price(in: "EUR")'],
    ['__typename', 'id', 'price(in: "USD")'],
  ]);
  expect(call.batches.map(({ alias, variable }) => [alias, variable])).toEqual([
    ['_entities_0', 'representations_0'],
    ['_entities_1', 'representations_1'],
  ]);
  expect(call.document.replaceAll(/\s+/g, ' ')).toBe(
    'query ($representations_0: [_Any!]!, $representations_1: [_Any!]!, $n: Int) { ' +
      '_entities_0: _entities(representations: $representations_0) { ... on Product { fee toll } } ' +
      '_entities_1: _entities(representations: $representations_1) { ... on Product { duty(in: $n) } } }',
  );
});
