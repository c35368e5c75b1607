import { GraphQLError } from 'graphql';
import { readSupergraph, type Supergraph } from '../engine/supergraph/supergraph.ts';

/** There is no supergraph where one should be. The message says where, what is there, and what to do. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
}

/**
 * No subgraph is asked for anything, so the gateway starts while all of them are down.
 *
 * @param where the file or address that it came from, for the words of a fault
 * @throws SupergraphError
 */
export function parseSupergraph(sdl: string, where: string): Supergraph {
  try {
    const supergraph = readSupergraph(sdl);
    if (supergraph.subgraphs.size > 0) return supergraph;
  } catch (error) {
    const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
    const at = place ? `${where}:${place.line}:${place.column}` : where;
    const what = error instanceof Error ? error.message : String(error);
    throw new SupergraphError(`${at} is not the GraphQL schema of a supergraph: ${what}`, { cause: error });
  }
  throw new SupergraphError(
    `${where} is a schema but no Federation 2 supergraph: it has no enum join__Graph. Compose its subgraphs first.`,
  );
}
