import { type FragmentDefinitionNode, Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { planDocument } from './plan-document.ts';
import { type ClientOperation, conditionVariables, documentOf, withoutConditions } from './variant.ts';

function operationOf(query: string): ClientOperation {
  const { definitions } = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const definition = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!definition) throw new Error('No operation.');
  return { definition, fragments };
}
const flat = (text: string | null) => text?.replace(/\s+/g, ' ');

describe('@skip and @include', () => {
  it('depend on the variables that are named, fragments included, each once and in order', () => {
    const query = `query($a: Boolean!, $b: Boolean!, $c: Boolean!) { x @skip(if: $b) ...F ...F y @include(if: $b) @skip(if: true) }
      fragment F on Query { z @include(if: $a) ... @skip(if: $c) { u } ...F2 } fragment F2 on Query { v @skip(if: $a) }`;
    expect(conditionVariables(operationOf(query))).toEqual(['b', 'a', 'c']);
  });

  it.each<[string, Record<string, boolean>, string]>([
    ['query($a: Boolean!) { x y @skip(if: $a) }', { a: true }, '{ x }'],
    ['query($a: Boolean!) { x y @skip(if: $a) }', { a: false }, '{ x y }'],
    ['query($a: Boolean!) { x y @include(if: $a) }', { a: false }, '{ x }'],
    ['{ x @include(if: false) y @skip(if: true) z @include(if: true) }', {}, '{ z }'],
    ['query($a: Boolean!, $b: Boolean!) { x y @include(if: $a) @skip(if: $b) }', { a: true, b: true }, '{ x }'],
    ['query($a: Boolean!, $b: Boolean!) { x y @include(if: $a) @skip(if: $b) }', { a: true, b: false }, '{ x y }'],
    ['query($a: Boolean!) { x ... @skip(if: $a) { y } }', { a: true }, '{ x }'],
  ])('%s with %j asks for %s', (query, values, expected) => {
    const chosen = withoutConditions(operationOf(query), (name) => values[name] === true);
    expect(flat(print(documentOf(chosen)))).toContain(expected);
    expect(print(documentOf(chosen))).not.toMatch(/@(skip|include)/);
  });
});

describe('what a planner is asked for', () => {
  it.each<[string, string, string | null]>([
    ['fragments stand in place', '{ x { ...F } } fragment F on X { y }', '{ x { ... on X { y } } }'],
    ['what introspection answers is left out', '{ __typename __schema { queryType { name } } x }', '{ x }'],
    ['nothing is left', '{ __typename ... { __typename } }', null],
    [
      'an empty object asks still whether it is there',
      '{ x { ...F } } fragment F on X { y @skip(if: true) }',
      '{ x { ... on X { __typename } } }',
    ],
    [
      'variables that are not used are left out',
      'query Q($a: Int, $b: Int) { x(a: $b) }',
      'query Q($b: Int) { x(a: $b) }',
    ],
  ])('%s', (_name, query, expected) => {
    expect(flat(planDocument(withoutConditions(operationOf(query), () => false)))).toBe(flat(expected));
  });
});
