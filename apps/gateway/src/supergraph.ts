import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { readSupergraph, type Supergraph } from './engine/supergraph/supergraph.ts';

/** The file is not there or is no supergraph. The message says which, where, and what to do. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
}

/**
 * Reads the composed file. No subgraph is asked for anything, so the gateway starts while all of them are down.
 *
 * @throws SupergraphError
 */
export function loadSupergraph(file: string): Supergraph {
  const sdl = readSdl(file);
  try {
    const supergraph = readSupergraph(sdl);
    if (supergraph.subgraphs.size > 0) return supergraph;
  } catch (error) {
    const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
    const where = place ? `${file}:${place.line}:${place.column}` : file;
    const what = error instanceof Error ? error.message : String(error);
    throw new SupergraphError(`${where} is not the GraphQL schema of a supergraph: ${what}`, { cause: error });
  }
  throw new SupergraphError(
    `${file} is a schema but no Federation 2 supergraph: it has no enum join__Graph. Compose its subgraphs first.`,
  );
}

function readSdl(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code;
    throw new SupergraphError(`The supergraph ${file} cannot be read: ${why}.`, { cause: error });
  }
}
