import { createHash } from 'node:crypto';
import { type ConstDirectiveNode, Kind, parse, type TypeDefinitionNode, valueFromASTUntyped } from 'graphql';

/** A format of @cacheTag, and the subgraphs (by their names in the supergraph's join__Graph) that gave it. */
export interface TagFormat {
  readonly format: string;
  readonly graphs: readonly string[];
}

/** Which tags an answer carries beside those of its entities. */
export interface CacheTags {
  /** By the name of a field of Query: its formats use `{$args.…}`. */
  readonly rootFields: ReadonlyMap<string, readonly TagFormat[]>;
  /** By the name of an entity type: its formats use `{$key.…}`. They hold where the entity came from one of `graphs`. */
  readonly types: ReadonlyMap<string, readonly TagFormat[]>;
}

/** Where the values of a format come from. */
export interface TagValues {
  /** The root field's arguments, defaults put in. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** The entity's key fields. */
  readonly key?: Readonly<Record<string, unknown>>;
}

const directiveName = 'federation__cacheTag';
const maxValueCharacters = 200;

/** The @cacheTag formats of a supergraph. Throws a GraphQLError when it does not parse. */
export function cacheTagsOf(supergraphSdl: string): CacheTags {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const queryType =
    definitions
      .flatMap((definition) => (definition.kind === Kind.SCHEMA_DEFINITION ? definition.operationTypes : []))
      .find(({ operation }) => operation === 'query')?.type.name.value ?? 'Query';
  const types = definitions.filter(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const rootFields = types.find(({ name }) => name.value === queryType)?.fields ?? [];
  return { rootFields: formatsByName(rootFields), types: formatsByName(types) };
}

type Tagged = Pick<TypeDefinitionNode, 'name' | 'directives'>;

function formatsByName(nodes: readonly Tagged[]): ReadonlyMap<string, readonly TagFormat[]> {
  const entries = nodes.map(({ name, directives = [] }) => [name.value, directives.flatMap(formatOf)] as const);
  return new Map(entries.filter(([, formats]) => formats.length > 0));
}

function formatOf({ name, arguments: given = [] }: ConstDirectiveNode): readonly TagFormat[] {
  if (name.value !== 'join__directive') return [];
  const values = Object.fromEntries(
    given.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  );
  const { name: applied, graphs, args } = values as { name?: string; graphs?: string[]; args?: { format?: string } };
  return applied === directiveName && args?.format !== undefined ? [{ format: args.format, graphs: graphs ?? [] }] : [];
}

/** A format's parts: text, and the paths of values. */
type Part = string | { readonly of: 'args' | 'key'; readonly path: readonly string[] };

const partsByFormat = new Map<string, readonly Part[]>();

/** The tag of a format with its values put in; null where one of them is null or not there, for then there is no such tag. */
export function formatTag(format: string, values: TagValues): string | null {
  let tag = '';
  for (const part of partsOf(format)) {
    if (typeof part === 'string') {
      tag += part;
      continue;
    }
    const value = valueAt(values[part.of], part.path);
    if (value == null) return null;
    tag += tagValue(value);
  }
  return tag;
}

/** Of an entity: `Article:01…`; of a compound key its values in the order of the key's fields, joined by commas. */
export function entityTag(typeName: string, keyValues: readonly unknown[]): string {
  return `${typeName}:${keyValues.map(tagValue).join(',')}`;
}

/** A value as it stands in a tag: no space, comma or control, whatever a client sent, and bounded. */
export function tagValue(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (text.length > maxValueCharacters) return createHash('sha256').update(text).digest('hex');
  return /^[\w.~-]*$/.test(text) ? text : encodeURIComponent(text.toWellFormed());
}

/** Formats are of the schema, so there are few. */
function partsOf(format: string): readonly Part[] {
  const known = partsByFormat.get(format);
  if (known) return known;
  const parts = format
    .split(/(\{\$(?:args|key)(?:\.\w+)+\})/)
    .filter(Boolean)
    .map((part): Part => {
      const [, of, path] = /^\{\$(args|key)\.([\w.]+)\}$/.exec(part) ?? [];
      return path === undefined ? part : { of: of === 'args' ? 'args' : 'key', path: path.split('.') };
    });
  partsByFormat.set(format, parts);
  return parts;
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
