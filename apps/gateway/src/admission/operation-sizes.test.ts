import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createOperationSizes } from './operation-sizes.ts';

const schema = buildSchema(
  'type Query { a: Item list(first: Int): [Item] } type Mutation { m: Int } type Item { id: ID }',
);
const sizes = createOperationSizes({ maxTokens: 100 });
const sizeOf = (query: string, operationName: string | null = null) => sizes.sizeOf({ query, operationName });

describe('an operation is counted', () => {
  it.each<[string, string, number]>([
    ['its root fields', '{ a { id } b: a { id } }', 2],
    ['what fragments bring', '{ ...F ... { c: a { id } } } fragment F on Query { a { id } b: a { id } }', 3],
    ['fragments as often as they are spread', '{ ...F ...F } fragment F on Query { a { id } }', 2],
    ['one where there is nothing to be read', '{ a', 1],
    ['one where it is too long', `{ ${'a '.repeat(200)} }`, 1],
    ['one where a fragment is within itself', '{ ...F } fragment F on Query { ...F }', 1],
    ['one where there is no such fragment', '{ ...F }', 1],
  ])('by %s', (_what, query, rootFields) => {
    expect(sizeOf(query)).toEqual({ isMutation: false, rootFields });
  });

  it('by its name where its document has several, and as a mutation where it is one', () => {
    const query = 'query A { a { id } } mutation B { m x: m }';
    expect(sizeOf(query, 'A')).toEqual({ isMutation: false, rootFields: 1 });
    expect(sizeOf(query, 'B')).toEqual({ isMutation: true, rootFields: 2 });
    // Which one is not said: it will be refused.
    expect([sizeOf(query), sizeOf(query, 'C'), sizeOf(query, 'toString')]).toEqual(
      Array(3).fill({ isMutation: false, rootFields: 1 }),
    );
    expect(sizeOf('mutation B { m }', '')).toEqual({ isMutation: true, rootFields: 1 });
  });

  it('costs what the limits say, by its variables, and one where it will be refused', () => {
    const query = 'query Q($n: Int) { list(first: $n) { id } }';
    const costOf = (variables: Readonly<Record<string, unknown>>, text = query) =>
      sizes.costOf({ query: text, operationName: null, variables }, schema);
    expect([costOf({ n: 5 }), costOf({ n: 50 })]).toEqual([5, 50]);
    expect([costOf({}, '{ list'), costOf({}, 'query A { a { id } } query B { a { id } }')]).toEqual([1, 1]);
  });
});
