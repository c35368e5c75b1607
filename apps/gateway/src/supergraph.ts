import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError, type GraphQLSchema, isEnumType, Kind } from 'graphql';

/** A composed supergraph: its text for the gateway, all its types, and its subgraphs. */
export interface Supergraph {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  /** Each subgraph's address by its name, as composition wrote them; empty where it knew none. */
  readonly addresses: ReadonlyMap<string, string>;
}

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
  const schema = schemaOf(sdl, file);
  const addresses = addressesOf(schema);
  if (!addresses) {
    throw new SupergraphError(
      `${file} is a schema but no Federation 2 supergraph: it has no enum join__Graph. Compose its subgraphs first.`,
    );
  }
  return { sdl, schema, addresses };
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

function schemaOf(sdl: string, file: string): GraphQLSchema {
  try {
    // Composition has validated it; checking the join directives again would only cost time at each start.
    return buildSchema(sdl, { assumeValid: true });
  } catch (error) {
    const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
    const where = place ? `${file}:${place.line}:${place.column}` : file;
    const what = error instanceof Error ? error.message : String(error);
    throw new SupergraphError(`${where} is not the GraphQL schema of a supergraph: ${what}`, { cause: error });
  }
}

/** Reads `enum join__Graph { A @join__graph(name: "a", url: "http://…") }`; null when there is no such enum. */
function addressesOf(schema: GraphQLSchema): Map<string, string> | null {
  const graphs = schema.getType('join__Graph');
  if (!isEnumType(graphs)) return null;
  const addresses = new Map<string, string>();
  for (const { astNode } of graphs.getValues()) {
    const given = astNode?.directives?.find(({ name }) => name.value === 'join__graph')?.arguments ?? [];
    const text = (argument: string) => {
      const value = given.find(({ name }) => name.value === argument)?.value;
      return value?.kind === Kind.STRING ? value.value : '';
    };
    addresses.set(text('name'), text('url'));
  }
  return addresses;
}
