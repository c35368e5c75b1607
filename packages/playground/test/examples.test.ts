import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, type DocumentNode, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', '..', 'examples', 'queries');
// The gateway knows @defer beside what the graph says.
const schema = buildSchema(
  `${readFileSync(fileURLToPath(import.meta.resolve('@dateline/graph-types/api.graphql')), 'utf8')}
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT`,
);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace(/\.graphql$/, ''));

test('there are examples', () => {
  expect(names.length).toBeGreaterThan(5);
});

describe.each(names)('the example %s', (name) => {
  const text = readFileSync(join(folder, `${name}.graphql`), 'utf8');

  test('is valid against the public schema', () => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  test('says in a leading comment what it shows', () => {
    expect(text).toMatch(/^# \S/);
  });

  test('has one named operation, which names its tab', () => {
    expect(operationOf(parse(text)).name?.value).toBe(pascalCase(name));
  });

  test('has variables that the schema takes', () => {
    const path = join(folder, `${name}.variables.json`);
    const given: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    const definitions = operationOf(parse(text)).variableDefinitions ?? [];
    const coerced = getVariableValues(schema, definitions, given as Record<string, unknown>);
    expect(coerced.errors?.map(({ message }) => message) ?? []).toEqual([]);
    expect(definitions.map(({ variable }) => variable.name.value)).toEqual(
      expect.arrayContaining(Object.keys(given as object)),
    );
  });
});

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  expect(operations).toHaveLength(1);
  return operations[0] as OperationDefinitionNode;
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
