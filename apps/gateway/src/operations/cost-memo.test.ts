import fc from 'fast-check';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costLimit } from '../limits/cost.ts';
import { limitSettings } from '../limits/limit-settings.ts';
import { createCostMemo } from './cost-memo.ts';

const schema = buildSchema(`
  scalar Many
  enum Size { SMALL LARGE }
  input Filter { ids: [ID!] }
  type Story { id: ID }
  type StoryConnection { nodes: [Story!]! }
  type Query {
    stories(first: Int, filter: Filter, size: Size): StoryConnection!
    byIds(ids: [ID!]!): [Story!]!
    byMany(many: Many): [Story!]!
    all: [Story!]!
  }`);
const limits = {
  ...(Object.fromEntries(
    Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)]),
  ) as never as { readonly [Name in keyof typeof limitSettings]: number }),
  MAX_COST: 50,
};

function memoOf(query: string) {
  const [definition] = parse(query).definitions;
  if (definition?.kind !== 'OperationDefinition') throw new Error('No operation.');
  const operation = { schema, definition, fragments: new Map() };
  const memo = createCostMemo(operation, limits);
  const isCheap = (variables: Record<string, unknown>) => costLimit({ ...operation, variables }, limits) === null;
  return { memo, isCheap };
}

describe('the memo of costs', () => {
  it('tells just under from just over, in either order, again and again', () => {
    const { memo, isCheap } = memoOf('query($n: Int) { stories(first: $n) { nodes { id } } }');
    const last = [...Array(200).keys()].findLast((n) => isCheap({ n })) ?? 0;
    expect(last).toBeGreaterThan(10);
    for (const n of [last, last + 1, last, last + 1]) expect(memo({ n })).toBe(n === last);
  });

  it('does not take one text for the list that it speaks of', () => {
    const { memo } = memoOf('query($ids: [ID!]!) { byIds(ids: $ids) { id } }');
    expect(memo({ ids: 'list 100' })).toBe(true);
    expect(memo({ ids: Array(100).fill('a') })).toBe(false);
  });

  it('knows that a scalar of a house of its own may be a list', () => {
    const { memo } = memoOf('query($many: Many) { byMany(many: $many) { id } }');
    expect(memo({ many: [1] })).toBe(true);
    expect(memo({ many: Array(100).fill(1) })).toBe(false);
  });

  it('lets pass just what the limit itself lets pass, whatever was asked before', () => {
    const value = fc.oneof(
      fc.constantFrom(null, undefined, true, false, 'list 30', 'list 3', 'text', 'true', '1', '', '1,2', 'list 1,2'),
      fc.integer({ min: -3, max: 60 }),
      fc.array(fc.constantFrom('a', 'list 9', 3), { maxLength: 60 }),
    );
    const query = `query($n: Int = 2, $ids: [ID!]!, $many: Many, $no: Boolean! = false, $f: Filter, $s: Size) {
      stories(first: $n, filter: $f, size: $s) @skip(if: $no) { nodes { id } }
      byIds(ids: $ids) { id } byMany(many: $many) { id } }`;
    const variables = fc.record({ n: value, ids: value, many: value, no: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(variables, { maxLength: 12 }), (requests) => {
        const { memo, isCheap } = memoOf(query);
        for (const request of requests) expect([request, memo(request)]).toEqual([request, isCheap(request)]);
      }),
      { numRuns: 200 },
    );
  });
});
