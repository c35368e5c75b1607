import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType, parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from './compose.ts';

const folder = join(import.meta.dirname, '..');
const contract = join(folder, '../../../shared/design/contract');
const there = existsSync(contract);
if (!there) process.stdout.write('skipped: the promised contract is not there (../shared/design/contract)\n');

describe('the composed graph', () => {
  it('is what is committed: `npm run compose` changes nothing', () => {
    const { supergraph, api } = composeSupergraph();
    expect(readFileSync(join(folder, 'supergraph.graphql'), 'utf8')).toBe(supergraph);
    expect(readFileSync(join(folder, 'api.graphql'), 'utf8')).toBe(api);
  });

  it('shows clients nothing of the federation beneath it', () => {
    expect(readFileSync(join(folder, 'api.graphql'), 'utf8')).not.toMatch(/_entities|_service|join__|@key|_Any/);
  });

  it.skipIf(!there)('keeps the names and types that the contract promises, as far as it goes by now', () => {
    const api = buildSchema(readFileSync(join(folder, 'api.graphql'), 'utf8'));
    const broken: string[] = [];
    for (const [typeName, fieldName, promised] of promises()) {
      const type = api.getType(typeName);
      if (!(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))) continue;
      const field = type.getFields()[fieldName];
      if (field && String(field.type) !== promised)
        broken.push(`${typeName}.${fieldName}: ${field.type}, promised ${promised}`);
    }
    expect(broken).toEqual([]);
  });
});

/** Every field of the contract: its type's name, its own, and its type as SDL. */
function promises(): [string, string, string][] {
  const found: [string, string, string][] = [];
  for (const file of readdirSync(contract)) {
    visit(parse(readFileSync(join(contract, file), 'utf8')), {
      ObjectTypeDefinition: (node) => {
        for (const field of node.fields ?? []) found.push([node.name.value, field.name.value, print(field.type)]);
      },
      InputObjectTypeDefinition: (node) => {
        for (const field of node.fields ?? []) found.push([node.name.value, field.name.value, print(field.type)]);
      },
    });
  }
  return found;
}
