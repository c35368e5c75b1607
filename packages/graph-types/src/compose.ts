import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { readSubgraphSdl, subgraphs } from './subgraphs.ts';

/**
 * Composes the subgraphs' SDL into supergraph.graphql (for the gateway) and api.graphql (what clients see). Run as a
 * script it writes both files beside this package's package.json; they are committed, and CI holds them to the SDL.
 */
export function composeSupergraph(): { readonly supergraph: string; readonly api: string } {
  const services = subgraphs.map(({ name, url }) => ({ name, url, typeDefs: parse(readSubgraphSdl(name)) }));
  const composed = composeServices(services);
  if (composed.errors) {
    throw new Error(
      `The subgraphs do not compose:\n${composed.errors.map(({ message }) => `  - ${message}`).join('\n')}`,
    );
  }
  const api = composed.schema.toAPISchema().toGraphQLJSSchema();
  return {
    supergraph: `${withoutCacheTagLink(composed.supergraphSdl)}\n`,
    api: `${printSchema(lexicographicSortSchema(api))}\n`,
  };
}

/**
 * Composition says of @cacheTag that a gateway must know it to execute anything, and those that do not refuse the file. It
 * is not so: the tags tell caches what an answer shows, and stand on types and fields as join__directive, which stays.
 */
function withoutCacheTagLink(supergraphSdl: string): string {
  return supergraphSdl.replace(/^\s*@link\(url: "https:\/\/specs\.apollo\.dev\/cacheTag\/[^)]*\)\n/m, '');
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..');
  const { supergraph, api } = composeSupergraph();
  buildSchema(api);
  writeFileSync(join(folder, 'supergraph.graphql'), supergraph);
  writeFileSync(join(folder, 'api.graphql'), api);
}
