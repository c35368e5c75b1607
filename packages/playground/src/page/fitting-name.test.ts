import { expect, test } from 'vitest';
import { withFittingName } from './fitting-name.ts';

const nameFor = (query: string, operationName: string | null | undefined) =>
  withFittingName({ query, operationName: operationName ?? null }).operationName;

test('the one operation of a tab goes under its own name, whatever the last tab was called', () => {
  expect(nameFor('query New { a } fragment F on T { b }', 'Old')).toBe('New');
  expect(nameFor('{ a }', 'Old')).toBeUndefined();
});

test('what fits stays as it is: the name, no name, a choice among several', () => {
  expect(nameFor('query New { a }', 'New')).toBe('New');
  expect(nameFor('query New { a }', null)).toBeNull();
  expect(nameFor('query A { a } query B { b }', 'B')).toBe('B');
  expect(nameFor('query A { a } query B { b }', 'Old')).toBe('Old');
});

test('what is no GraphQL goes to the server as it is', () => {
  expect(nameFor('query {{', 'Old')).toBe('Old');
});
