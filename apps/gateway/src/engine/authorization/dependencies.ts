import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { directiveOf, type Feature } from '../supergraph/features.ts';

/** What is read, without the client asking for it, to answer a field. */
export type Dependency =
  /** A field, with all that it takes to be given it. */
  | { readonly kind: 'field'; readonly type: string; readonly field: string }
  /** Only what stands at this coordinate itself. */
  | { readonly kind: 'coordinate'; readonly coordinate: string };

/**
 * What the fields of the supergraph are made from, by `Type.field`: what they require, what they take from a context, and
 * the interface's field for those that an @interfaceObject adds. Who may not see that may not see what is made of it.
 * Current composition refuses a field that asks for less than what it is made from; older ones did not (GHSA-m8jr-fxqx-8xx6).
 */
export function readDependencies(
  { definitions }: DocumentNode,
  schema: GraphQLSchema,
  features: readonly Feature[],
): ReadonlyMap<string, readonly Dependency[]> {
  const contexts = contextTypes();
  const fields = new Map<string, FieldDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) fields.set(`${definition.name.value}.${field.name.value}`, field);
  }
  const dependencies = new Map<string, readonly Dependency[]>();
  for (const coordinate of fields.keys()) {
    const [type = '', field = ''] = coordinate.split('.');
    const found = dependenciesOf(type, field);
    if (found.length > 0) dependencies.set(coordinate, found);
  }
  return dependencies;

  function dependenciesOf(type: string, field: string): Dependency[] {
    const { directives = [] } = fields.get(`${type}.${field}`) ?? {};
    return named(directives, 'join__field').flatMap((joined) => {
      const requires = textOf(argumentOf(joined, 'requires'));
      const fromContexts = argumentOf(joined, 'contextArguments');
      return [
        ...(requires === undefined ? [] : selected(selectionOf(`{${requires}}`), type)),
        ...(fromContexts?.kind === Kind.LIST ? fromContexts.values.flatMap(fromContext) : []),
        ...(argumentOf(joined, 'graph') ? [] : interfacesOf(type, field)),
      ];
    });
  }

  function fromContext(argument: ValueNode): Dependency[] {
    if (argument.kind !== Kind.OBJECT) return [];
    const text = (key: string) => textOf(argument.fields.find(({ name }) => name.value === key)?.value) ?? '';
    const selection = selectionOf(text('selection'));
    return (contexts.get(text('context')) ?? []).flatMap((type) => [
      { kind: 'coordinate' as const, coordinate: type },
      ...selected(selection, type),
    ]);
  }

  /** Of no subgraph's own: it comes from objects that know only the interface. */
  function interfacesOf(type: string, field: string): Dependency[] {
    const known = schema.getType(type);
    if (!isObjectType(known)) return [];
    return known
      .getInterfaces()
      .filter((implemented) => implemented.getFields()[field])
      .flatMap(({ name }): Dependency[] => [
        { kind: 'coordinate', coordinate: `${name}.${field}` },
        ...dependenciesOf(name, field),
      ]);
  }

  function selected({ selections }: SelectionSetNode, type: string): Dependency[] {
    return selections.flatMap((selection): Dependency[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? type;
        return [{ kind: 'coordinate', coordinate: condition }, ...selected(selection.selectionSet, condition)];
      }
      const field = selection.name.value;
      if (field === '__typename') return [];
      const below = typeOfField(type, field);
      return [
        { kind: 'field', type, field },
        ...(selection.selectionSet && below ? selected(selection.selectionSet, below) : []),
      ];
    });
  }

  function typeOfField(type: string, field: string): string | null {
    const known = schema.getType(type);
    const found = isObjectType(known) || isInterfaceType(known) ? known.getFields()[field] : undefined;
    return found ? getNamedType(found.type).name : null;
  }

  function contextTypes(): ReadonlyMap<string, readonly string[]> {
    const feature = features.find(({ identity }) => identity === 'context');
    const types = new Map<string, string[]>();
    for (const definition of feature ? definitions : []) {
      if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
      const directives = (definition.directives ?? []) as readonly ConstDirectiveNode[];
      for (const set of feature ? named(directives, directiveOf(feature)) : []) {
        const context = textOf(argumentOf(set, 'name')) ?? '';
        types.set(context, [...(types.get(context) ?? []), definition.name.value]);
      }
    }
    return types;
  }
}

function selectionOf(text: string): SelectionSetNode {
  const [operation] = parse(text, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION
    ? operation.selectionSet
    : { kind: Kind.SELECTION_SET, selections: [] };
}

function named(directives: readonly ConstDirectiveNode[], name: string): readonly ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name);
}

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string): ValueNode | undefined {
  return given.find((argument) => argument.name.value === name)?.value;
}

function textOf(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
