import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** A composed supergraph: its text for the gateway, and all its types, to hold the subgraphs' answers to. */
export interface Supergraph {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/**
 * Reads the composed file. No subgraph is asked for anything, so the gateway starts while all of them are down.
 *
 * @throws Error when there is no file, or it is not GraphQL.
 */
export function loadSupergraph(file: string): Supergraph {
  const sdl = readFileSync(file, 'utf8');
  // Composition has validated it; checking the join directives again would only cost time at each start.
  return { sdl, schema: buildSchema(sdl, { assumeValid: true }) };
}
