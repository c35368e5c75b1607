import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OperationDefinitionNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/house.ts';
import { residentMegabytes } from '../src/memory.ts';
import { type House, startHouse } from '../src/start-house.ts';

const folder = join(projectFolder, 'examples/queries');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace(/\.graphql$/, ''));

function readExample(name: string) {
  const query = readFileSync(join(folder, `${name}.graphql`), 'utf8');
  const variablesFile = join(folder, `${name}.variables.json`);
  const variables = existsSync(variablesFile) ? JSON.parse(readFileSync(variablesFile, 'utf8')) : {};
  const operation = parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  );
  const kind = operation?.operation;
  return { query, variables, isMutation: kind === 'mutation', isSubscription: kind === 'subscription' };
}

describe('the demo edition', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse({ demo: true });
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  // A subscription has no one answer: test/playground.browser.test.ts runs that one.
  it.each(names.filter((name) => !readExample(name).isSubscription))(
    'answers the example %s, without an error and with something in it',
    async (name) => {
      const { query, variables, isMutation } = readExample(name);
      const token = isMutation ? { token: await house.token('READER', `Reader of ${name}`) } : {};
      const { status, data, errors } = await house.graph(query, variables, token);
      expect(errors).toEqual([]);
      expect(status).toBe(200);
      const [root] = Object.values(data as Record<string, Record<string, unknown>>);
      if (isMutation) expect(root?.['userErrors']).toEqual([]);
      expect(emptyPlaces(root)).toEqual([]);
    },
  );

  it.each(names.filter((name) => readExample(name).isMutation))(
    'asks who sends the example %s to sign in first',
    async (name) => {
      const { query, variables } = readExample(name);
      const { errors } = await house.graph(query, variables);
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
    },
  );

  it('rests within a few hundred megabytes a process', () => {
    const rows = house.processes().map(({ name, pid }) => ({ name, megabytes: residentMegabytes(pid) }));
    for (const { name, megabytes } of rows) process.stdout.write(`memory  ${name.padEnd(12)} ${megabytes ?? '?'} MB\n`);
    for (const { megabytes } of rows) expect(megabytes ?? 0).toBeLessThan(500);
  });
});

/** Lists that came back with nothing in them: an example that shows nothing teaches nothing. */
function emptyPlaces(value: unknown, path = ''): readonly string[] {
  if (value === null && path === '') return ['nothing at all'];
  if (Array.isArray(value)) {
    const optional = /(userErrors|corrections|replies|children|topics|bylines)(\/nodes)?$/.test(path);
    if (value.length === 0) return optional ? [] : [path];
    return value.flatMap((item) => emptyPlaces(item, path));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => emptyPlaces(inner, `${path}/${name}`));
}
