import { afterAll, describe, expect, it } from 'vitest';
import { createApolloPlanner } from './apollo-planner.ts';
import { checkPlan } from './check-plan.ts';
import { createHivePlanner } from './hive-planner.ts';
import { readJoinFacts } from './join-facts.ts';
import { createPlannerProcess } from './native/planner-process.ts';
import type { CallNode, Plan } from './plan.ts';
import { signRequires } from './sign-requires.ts';
import { composed } from './test/composed.ts';

const native = createPlannerProcess({ logger: { warn: () => undefined, error: () => undefined } });
afterAll(() => native.close());

const supergraph = composed({
  a: `type Query { item: Item } type Subscription { posted(in: ID!): Item sent: Item }
      type Item @key(fields: "id") { id: ID! name: String parent: Item }`,
  b: 'type Query { other: Int } type Item @key(fields: "id") { id: ID! note: String next: Item }',
  c: 'type Item @key(fields: "id") { id: ID! long: Boolean @external short: Boolean @requires(fields: "long") }',
  d: 'type Item @key(fields: "id") { id: ID! long: Boolean }',
});
const facts = readJoinFacts(supergraph.document);
const planners = {
  hive: createHivePlanner({ supergraphSdl: supergraph.sdl, overrideLabels: [] }, native),
  apollo: createApolloPlanner({ supergraphSdl: supergraph.sdl, overrideLabels: [] }),
};

function check(document: string, plan: Plan): void {
  const { schema } = supergraph;
  checkPlan(signRequires(plan, facts, schema), { document }, { facts, schema, isOn: () => false });
}

describe.each(['hive', 'apollo'] as const)('plans of subscriptions by %s', (name) => {
  it.each([
    'subscription { sent { name } }',
    'subscription { alias: sent { id } }',
    'subscription { sent { __typename note } }',
    'subscription ($i: ID!) { posted(in: $i) { name note parent { note } } }',
    'subscription { sent { next { name parent { short } } } }',
    'subscription { sent { ... on Item { short note } } }',
  ])('are right: %s', async (document) => {
    const plan = await planners[name].plan({ document, operationName: null, percentage: 0 });
    expect(() => check(document, plan)).not.toThrow();
    const first = plan?.kind === 'call' ? plan : plan?.nodes[0];
    expect(first).toMatchObject({ kind: 'call', subgraph: 'a', operation: 'subscription', batches: [] });
  });
});

describe('a plan of a subscription is refused', () => {
  const document = 'subscription { sent { id note } }';
  const root = (subgraph: string, operation: CallNode['operation'], text: string): CallNode => ({
    kind: 'call',
    subgraph,
    operation,
    document: text,
    variables: [],
    batches: [],
    outputRenames: [],
  });
  const event = root('a', 'subscription', 'subscription { sent { __typename id } }');
  const notes: CallNode = {
    ...root('b', 'query', 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Item { note } } }'),
    batches: [
      {
        alias: '_entities',
        variable: 'r',
        targets: [
          {
            path: [{ field: 'sent' }],
            requires: [
              {
                kind: 'fragment',
                type: 'Item',
                selections: ['__typename', 'id'].map((key) => ({
                  kind: 'field' as const,
                  key,
                  name: key,
                  signature: null,
                  selections: [],
                })),
              },
            ],
            typenames: [],
            contextVariables: [],
          },
        ],
        outputRenames: [],
      },
    ],
  };

  it('unless it is one event and what comes after it', () => {
    expect(() => check(document, { kind: 'sequence', nodes: [event, notes] })).not.toThrow();
  });

  it.each<[string, Plan, RegExp]>([
    [
      'when a query is its root',
      { kind: 'sequence', nodes: [{ ...event, operation: 'query' }, notes] },
      /begin|has no/,
    ],
    ['when it asks beside the event', { kind: 'parallel', nodes: [event, notes] }, /beside/],
    ['when it subscribes twice', { kind: 'sequence', nodes: [event, event, notes] }, /more than one/],
    [
      'when it asks a second root',
      { kind: 'sequence', nodes: [event, root('b', 'query', '{ other }'), notes] },
      /two roots|has no/,
    ],
    ['when it has no event', notes, /begin|goes to/],
    [
      'when the subgraph has no such event',
      { kind: 'sequence', nodes: [root('b', 'subscription', event.document), notes] },
      /b has no/,
    ],
    ['when it leaves out what was asked', event, /nothing brings note/],
  ])('%s', (_why, plan, words) => {
    expect(() => check(document, plan)).toThrow(words);
  });

  it('and so is one that subscribes for a query', () => {
    expect(() => check('{ item { id } }', root('a', 'subscription', 'subscription { sent { id } }'))).toThrow(/begin/);
  });
});
