import { join } from 'node:path';
import { readModuleSdl } from '@dateline/service-kit/module-sdl';

/** The subgraphs of the house, and where each listens when nothing else is said. */
export const subgraphs = [
  { name: 'articles', url: 'http://127.0.0.1:4001/graphql' },
  { name: 'media', url: 'http://127.0.0.1:4002/graphql' },
  { name: 'comments', url: 'http://127.0.0.1:4003/graphql' },
] as const;

export type SubgraphName = (typeof subgraphs)[number]['name'];

const apps = join(import.meta.dirname, '../../../apps');

/** A subgraph's SDL, as its modules promise it. */
export function readSubgraphSdl(name: SubgraphName): string {
  return readModuleSdl(join(apps, name, 'src/modules')).join('\n');
}
