import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, valueFromASTUntyped } from 'graphql';
import { expect, it } from 'vitest';
import { readSubgraphSdl, subgraphs } from './subgraphs.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/caching.md'), 'utf8');

/** Subgraph, type and seconds of each hint in the SDL. */
function hints(): string[] {
  return subgraphs.flatMap(({ name }) =>
    parse(readSubgraphSdl(name)).definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
      const hint = definition.directives?.find((directive) => directive.name.value === 'cacheControl');
      const maxAge = hint?.arguments?.find((argument) => argument.name.value === 'maxAge');
      return maxAge ? [`${name} ${definition.name.value} ${valueFromASTUntyped(maxAge.value)}`] : [];
    }),
  );
}

it('docs/caching.md lists every hint of the subgraphs, with its seconds', () => {
  const rows = [...page.matchAll(/^\| (\w+) +\| `(\w+)` +\| (\d+) +\|/gm)].map(([, ...cells]) => cells.join(' '));
  expect(rows.toSorted()).toEqual(hints().toSorted());
});

it('docs/caching.md lists every tag format of the subgraphs', () => {
  const formats = subgraphs.flatMap(({ name }) =>
    [...readSubgraphSdl(name).matchAll(/@cacheTag\(format: "([^"]+)"\)/g)].map(([, format = '']) => format),
  );
  const table = page.slice(page.indexOf('| Tag'), page.indexOf('## What an event'));
  const told = [...table.matchAll(/`([a-z-]+(?:<[^>]+>)?)`/g)].map(([, tag = '']) => tag.replace(/<.*/, ''));
  for (const format of formats) expect(told).toContain(format.replace(/\{.*/, ''));
});
