import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type NameNode,
  parse,
  visit,
} from 'graphql';
import { directiveOf, featuresOf, isOfFeature } from './features.ts';

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

/** What this gateway does for whoever asks, whether or not the graph speaks of it. */
const deferDefinitions: readonly DefinitionNode[] = parse(`
"""
Gives a fragment later than the rest, where the client takes an answer in parts. Else it changes nothing.
"""
directive @defer(
  "False: give it with the rest."
  if: Boolean! = true
  "Given back with the part, to tell it by. Unique in its operation."
  label: String
) on FRAGMENT_SPREAD | INLINE_FRAGMENT`).definitions;

interface Directed {
  readonly directives?: readonly { readonly name: NameNode }[] | undefined;
}

/** The schema that clients see: the supergraph without what composition wrote into it and without what is @inaccessible. */
export function buildApiSchema(supergraph: DocumentNode): GraphQLSchema {
  const features = featuresOf(supergraph);
  const hiding = features.find(({ identity }) => identity === 'inaccessible');
  const inaccessible = hiding ? directiveOf(hiding) : 'inaccessible';
  const isInaccessible = ({ directives = [] }: Directed) => directives.some(({ name }) => name.value === inaccessible);
  const hiddenTypes = new Set(
    supergraph.definitions.flatMap((definition) =>
      'name' in definition && definition.name && isInaccessible(definition) ? [definition.name.value] : [],
    ),
  );
  const isFeatures = ({ name }: { readonly name: NameNode }) =>
    features.some((feature) => isOfFeature(name.value, feature));

  const seen = supergraph.definitions.filter((definition) => isSeen(definition));
  const hasDefer = seen.some((node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'defer');
  const definitions = hasDefer ? seen : [...seen, ...deferDefinitions];
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
