import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type NameNode,
  type SchemaDefinitionNode,
  type SchemaExtensionNode,
  visit,
} from 'graphql';

/** Directives of a type system document that a client may see. */
const kept: ReadonlySet<string> = new Set(['deprecated', 'specifiedBy', 'oneOf']);

const executableLocations: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

interface Directed {
  readonly directives?: readonly { readonly name: NameNode }[] | undefined;
}

/** The schema that clients see: the supergraph without what composition wrote into it and without what is @inaccessible. */
export function buildApiSchema(supergraph: DocumentNode): GraphQLSchema {
  const features = featuresOf(supergraph);
  const inaccessible = features.find(({ identity }) => identity === 'inaccessible')?.prefix ?? 'inaccessible';
  const isInaccessible = ({ directives = [] }: Directed) => directives.some(({ name }) => name.value === inaccessible);
  const hiddenTypes = new Set(
    supergraph.definitions.flatMap((definition) =>
      'name' in definition && definition.name && isInaccessible(definition) ? [definition.name.value] : [],
    ),
  );
  const isFeatures = ({ name }: { readonly name: NameNode }) =>
    features.some(({ prefix }) => name.value === prefix || name.value.startsWith(`${prefix}__`));

  const definitions = supergraph.definitions.filter((definition) => isSeen(definition));
  const document = visit({ kind: Kind.DOCUMENT, definitions } as DocumentNode, {
    enter(node) {
      if ('directives' in node && isInaccessible(node)) return null;
      if (node.kind === Kind.DIRECTIVE) return kept.has(node.name.value) ? undefined : null;
      return undefined;
    },
    leave(node) {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
        return { ...node, interfaces: seenTypes(node.interfaces) };
      }
      return node.kind === Kind.UNION_TYPE_DEFINITION ? { ...node, types: seenTypes(node.types) } : undefined;
    },
  });
  // Composition has validated it.
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });

  function isSeen(definition: DefinitionNode): boolean {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) return isExecutable(definition);
    return !('name' in definition && definition.name && isFeatures({ name: definition.name }));
  }

  function seenTypes(types: readonly NamedTypeNode[] | undefined): readonly NamedTypeNode[] {
    return (types ?? []).filter(({ name }) => !hiddenTypes.has(name.value));
  }
}

function isExecutable({ locations }: DirectiveDefinitionNode): boolean {
  return locations.some(({ value }) => executableLocations.has(value));
}

export interface Feature {
  /** The specification's own name, as in https://specs.apollo.dev/join/v0.5. */
  readonly identity: string;
  /** What its directives and types are called here. */
  readonly prefix: string;
  /** Whoever serves the supergraph must enforce it, or must not serve it. */
  readonly isForSecurity: boolean;
}

/** The specifications that the supergraph is written with. */
export function featuresOf({ definitions }: DocumentNode): Feature[] {
  const schemas = definitions.filter(
    ({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION,
  ) as readonly (SchemaDefinitionNode | SchemaExtensionNode)[];
  const features = schemas
    .flatMap(({ directives = [] }) => directives)
    .filter(({ name }) => name.value === 'link' || name.value === 'core')
    .map(({ arguments: given = [] }) => {
      const text = (key: string) => {
        const value = given.find(({ name }) => name.value === key)?.value;
        return value?.kind === Kind.STRING ? value.value : undefined;
      };
      const url = text('url') ?? text('feature') ?? '';
      const identity = /\/([^/]+)\/v[\d.]+$/.exec(url)?.[1] ?? '';
      const purpose = given.find(({ name }) => name.value === 'for')?.value;
      const isForSecurity = purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY';
      return { identity, prefix: text('as') ?? identity, isForSecurity };
    })
    .filter(({ identity }) => identity !== '');
  const own = ['link', 'core'].map((identity) => ({ identity, prefix: identity, isForSecurity: false }));
  return [...features, ...own];
}
