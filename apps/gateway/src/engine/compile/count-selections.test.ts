import { type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { countSelections } from './count-selections.ts';

function count(query: string): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let total = Number.NaN;
  const { definitions } = parse(query);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) total = countSelections(definition.selectionSet, fragments);
  }
  return total;
}
const doubling = (levels: number) =>
  `{ ...F0 } ${Array.from({ length: levels }, (_, at) => `fragment F${at} on T { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F${levels} on T { a }`;

describe('selections, counted as they unfold', () => {
  it.each<[string, number]>([
    ['{ a }', 1],
    ['{ a { b c } }', 3],
    ['{ a ... on T { b } ... { c } }', 5],
    ['{ ...F ...F } fragment F on T { a b }', 6],
    ['{ ...F } fragment F on T { a { ...G } } fragment G on T { b }', 4],
    [doubling(3), 1 + 2 + 4 + 8 + 8],
  ])('%s are %i', (query, expected) => {
    expect(count(query)).toBe(expected);
  });

  it('take as long as their document, whatever they unfold to, and stop growing', () => {
    const before = performance.now();
    expect(count(doubling(20))).toBeGreaterThan(2 ** 20);
    expect(count(doubling(500))).toBe(Number.MAX_SAFE_INTEGER);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('end where fragments go round in a circle', () => {
    expect(count('{ ...A } fragment A on T { a ...B } fragment B on T { b ...A }')).toBeGreaterThan(0);
  });
});
