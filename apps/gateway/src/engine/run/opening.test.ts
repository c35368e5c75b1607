import { describe, expect, it } from 'vitest';
import { placePlan } from '../compile/positions.ts';
import type { CallNode } from '../planner/plan.ts';
import { composed } from '../planner/test/composed.ts';
import { compileOpening } from './opening.ts';

const { schema } = composed({
  a: `type Query { x: Int } type Event { cursor: String! text: String n: Int }
      type Other { cursor: Int! }
      type Gone { cursor: String! id: ID }
      union Step = Event | Gone
      interface Placed { cursor: String }
      type Thing implements Placed { cursor: String id: ID }
      type Subscription {
        happened(in: ID!, after: String, last: Int): Event!
        always(after: String!): Event
        without: Event
        numbered(after: Int): Event
        other(after: String): Other
        steps(after: String): Step!
        placed(after: String): Placed
      }`,
});

function opening(document: string, variables: readonly string[] = []) {
  const call: CallNode = {
    kind: 'call',
    subgraph: 'a',
    operation: 'subscription',
    document,
    variables,
    batches: [],
    outputRenames: [],
  };
  const type = schema.getSubscriptionType();
  const opened = type && compileOpening(placePlan(call, type, schema), schema);
  if (!opened) throw new Error('It is no opening.');
  return opened;
}

const squeezed = (body: string) => {
  const { query, variables } = JSON.parse(body) as { query: string; variables: object };
  return { query: query.replace(/\s+/g, ' ').trim(), variables };
};

describe('how a subscription is opened', () => {
  it('as it was planned, with those of the variables that it uses', () => {
    const { subgraph, body } = opening('subscription($i:ID!){happened(in:$i){text}}', ['i']);
    expect(subgraph).toBe('a');
    expect(JSON.parse(body({ i: 'r', other: 1 }))).toEqual({
      query: 'subscription($i:ID!){happened(in:$i){text}}',
      variables: { i: 'r' },
    });
  });

  it.each([
    [
      'where it had none',
      'happened(in: $i)',
      ['i'],
      'happened(in: $i, after: $dateline_after)',
      '$i: ID!, ',
      { i: 'r' },
    ],
    [
      'in place of its own',
      'happened(in: $i, after: "x")',
      ['i'],
      'happened(in: $i, after: $dateline_after)',
      '$i: ID!, ',
      { i: 'r' },
    ],
    [
      'in place of a variable',
      'happened(after: $a, in: "r")',
      ['a'],
      'happened(in: "r", after: $dateline_after)',
      '',
      {},
    ],
    [
      'beside others',
      'happened(last: 3, in: $i, after: $a)',
      ['i', 'a'],
      'happened(last: 3, in: $i, after: $dateline_after)',
      '$i: ID!, ',
      { i: 'r' },
    ],
  ])('again with a cursor %s', (_where, field, names, resumed, definitions, variables) => {
    const given = names.map((name) => `$${name}: ${name === 'i' ? 'ID!' : 'String'}`).join(', ');
    const { resume } = opening(`subscription(${given}) { ${field} { text at: cursor } }`, names);
    expect(squeezed(resume?.bodyAfter('c "1"', { i: 'r', a: 'old' }) ?? '{}')).toEqual({
      query: `subscription (${definitions}$dateline_after: String) { ${resumed} { text at: cursor } }`,
      variables: { ...variables, dateline_after: 'c "1"' },
    });
  });

  it('knows where the client begins, and the cursor of an event', () => {
    const { resume } = opening('subscription($a: String) { e: happened(in: 1, after: $a) { at: cursor } }', ['a']);
    expect(resume?.startOf({ a: 'x' })).toBe('x');
    expect(resume?.startOf({})).toBeNull();
    expect(resume?.startOf({ a: null })).toBeNull();
    expect(resume?.cursorOf({ e: { at: '7' } })).toBe('7');
    for (const data of [null, undefined, {}, { e: null }, { e: { at: 7 } }, { e: [] }]) {
      expect(resume?.cursorOf(data)).toBeNull();
    }
  });

  it.each([
    ['under one key', '... on Event { at: cursor } ... on Gone { at: cursor id }'],
    ['under several', '... on Event { at: cursor } ... on Gone { cursor id }'],
    ['in fragments', '...E ... on Gone { ...G }'],
  ])('knows the cursors of events of several types, %s', (_where, selections) => {
    const fragments = 'fragment E on Event { at: cursor } fragment G on Gone { cursor }';
    const spread = selections.includes('...E') ? fragments : '';
    const { resume } = opening(`subscription { steps { __typename ${selections} } } ${spread}`);
    expect(resume?.cursorOf({ steps: { __typename: 'Event', at: '1' } })).toBe('1');
    const gone = selections.includes('{ cursor') || spread ? { cursor: '2' } : { at: '2' };
    expect(resume?.cursorOf({ steps: { __typename: 'Gone', ...gone } })).toBe('2');
    expect(resume?.bodyAfter('2', {})).toContain('steps(after: $dateline_after)');
  });

  it('knows the cursor of an interface', () => {
    expect(opening('subscription { placed { cursor } }').resume?.cursorOf({ placed: { cursor: '1' } })).toBe('1');
  });

  it.each([
    ['no argument after', 'without { cursor }'],
    ['another kind of after', 'numbered { cursor }'],
    ['no cursor asked for', 'happened(in: 1) { text }'],
    ['another kind of cursor', 'other { cursor }'],
    ['a key that is a cursor in some events only', 'steps { ... on Event { at: cursor } ... on Gone { at: id } }'],
    ['a cursor that is something else', 'happened(in: 1) { cursor: text }'],
  ])('cannot be opened again with %s', (_why, field) => {
    expect(opening(`subscription { ${field} }`).resume).toBeNull();
  });

  it('can where the cursor is demanded', () => {
    const { resume } = opening('subscription { always(after: "1") { cursor } }');
    expect(squeezed(resume?.bodyAfter('2', {}) ?? '{}').query).toContain('$dateline_after: String!');
  });
});
