import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ListValueNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

/** How long the list of a field may be, as its subgraph says: @listSize. */
export interface ListSize {
  readonly assumedSize: number | null;
  /** Arguments whose value is its length at most. */
  readonly slicingArguments: readonly string[];
  /** Fields of the type below whose lists have this length; empty when it is the field itself that is a list. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
}

/** What subgraphs say that their graph costs. Keys are schema coordinates: `Type`, `Type.field`, `Type.field(argument:)`. */
export interface CostRules {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export const noCostRules: CostRules = { weights: new Map(), listSizes: new Map() };

const specification = /^https:\/\/specs\.apollo\.dev\/cost\/v0\.\d+$/;

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/**
 * Reads @cost and @listSize from a supergraph, whatever they are called in it.
 *
 * @see https://specs.apollo.dev/cost/v0.1/ and https://ibm.github.io/graphql-specs/cost-spec.html
 */
export function readCostRules(document: DocumentNode): CostRules {
  const names = namesIn(document);
  if (!names) return noCostRules;
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();

  const weigh = (coordinate: string, { directives = [] }: Directed) => {
    const cost = directives.find(({ name }) => name.value === names.cost);
    const weight = Number(argument(cost, 'weight'));
    // A weight below zero would pay for the rest.
    if (cost && Number.isFinite(weight)) weights.set(coordinate, Math.max(0, weight));
  };

  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const type = definition.name.value;
    weigh(type, definition as Directed);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      weigh(coordinate, field);
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      for (const given of field.arguments ?? []) weigh(`${coordinate}(${given.name.value}:)`, given);
      const listSize = field.directives?.find(({ name }) => name.value === names.listSize);
      if (listSize) listSizes.set(coordinate, readListSize(listSize));
    }
  }
  return { weights, listSizes };
}

function readListSize(directive: ConstDirectiveNode): ListSize {
  const strings = (name: string) => {
    const value = argument(directive, name);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const assumedSize = argument(directive, 'assumedSize');
  return {
    assumedSize: typeof assumedSize === 'number' ? Math.max(0, assumedSize) : null,
    slicingArguments: strings('slicingArguments'),
    sizedFields: strings('sizedFields'),
    requireOneSlicingArgument: argument(directive, 'requireOneSlicingArgument') !== false,
  };
}

/** What the two directives are called; null when the supergraph does not use them. */
function namesIn({ definitions }: DocumentNode): { readonly cost: string; readonly listSize: string } | null {
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives ?? []) {
      if (link.name.value !== 'link' || !specification.test(String(argument(link, 'url')))) continue;
      const prefix = String(argument(link, 'as') ?? 'cost');
      const imports = importsOf(link.arguments?.find(({ name }) => name.value === 'import'));
      return {
        cost: imports.get('@cost') ?? prefix,
        listSize: imports.get('@listSize') ?? `${prefix}__listSize`,
      };
    }
  }
  return null;
}

/** From the specification's name to the one it has here, as in `[{ name: "@cost", as: "@price" }, "@listSize"]`. */
function importsOf(given: ArgumentNode | undefined): ReadonlyMap<string, string> {
  const values: readonly ValueNode[] = given?.value.kind === Kind.LIST ? (given.value as ListValueNode).values : [];
  return new Map(
    values.map((value) => {
      const imported: unknown = valueFromASTUntyped(value);
      if (typeof imported === 'string') return [imported, imported.slice(1)] as const;
      const { name, as = name } = imported as { readonly name: string; readonly as?: string };
      return [name, as.slice(1)] as const;
    }),
  );
}

function argument(directive: ConstDirectiveNode | undefined, name: string): unknown {
  const given = directive?.arguments?.find((node) => node.name.value === name);
  return given && valueFromASTUntyped(given.value);
}
