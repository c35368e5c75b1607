import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The subgraphs of the house, and where each listens when nothing else is said. */
export const subgraphs = [
  { name: 'articles', url: 'http://127.0.0.1:4001/graphql' },
  { name: 'media', url: 'http://127.0.0.1:4002/graphql' },
  { name: 'comments', url: 'http://127.0.0.1:4003/graphql' },
] as const;

export type SubgraphName = (typeof subgraphs)[number]['name'];

const root = join(import.meta.dirname, '../../..');

/** A subgraph's SDL: the schema.graphql of each of its modules, base first. */
export function readSubgraphSdl(name: SubgraphName): string {
  const modules = join(root, 'apps', name, 'src/modules');
  const names = readdirSync(modules).sort((a, b) => Number(b === 'base') - Number(a === 'base') || a.localeCompare(b));
  return names
    .map((module) => join(modules, module, 'schema.graphql'))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
