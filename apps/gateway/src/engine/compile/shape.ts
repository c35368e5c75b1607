import {
  doTypesOverlap,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { isSameSignature } from '../planner/same-signature.ts';
import { clientKeyOf } from './distinct-keys.ts';
import { type Position, type PositionField, responseKey, signatureOf } from './positions.ts';
import type { ClientOperation } from './variant.ts';

/** What the client asks for at one place of the answer, whichever type stands there. */
export interface Selection {
  readonly type: GraphQLCompositeType;
  /** Null where the plan fetches no objects: what is asked for is known without them. */
  readonly position: Position | null;
  /** Does it matter for what is asked which type stands there? */
  readonly dependsOnType: boolean;
  /** The fields to be written for an object of a type, in order. Worked out once a type. */
  fieldsOf(type: GraphQLObjectType | GraphQLInterfaceType): readonly ShapeField[];
}

export interface ShapeField {
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  /** Where the value stands; null for `__typename` and for what introspection answers. */
  readonly from: PositionField | null;
  /** For objects. */
  readonly selection: Selection | null;
}

const metaFields: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map(
  [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]),
);

/** What the client asks for, laid over what the plan brings. The operation has no conditions. */
export function shapeOf({ definition, fragments }: ClientOperation, root: Position, api: GraphQLSchema): Selection {
  const rootType = api.getRootType(definition.operation);
  if (!rootType) throw new Error(`The schema has no ${definition.operation}.`);
  return selectionOf(rootType, root, [definition.selectionSet]);

  function selectionOf(
    type: GraphQLCompositeType,
    position: Position | null,
    sets: readonly SelectionSetNode[],
  ): Selection {
    const known = new Map<string, readonly ShapeField[]>();
    return {
      type,
      position,
      dependsOnType: isAbstractType(type) && sets.some((set) => asksByType(set, type)),
      fieldsOf(objectType) {
        const fields = known.get(objectType.name) ?? shapeFields(objectType, position, sets);
        known.set(objectType.name, fields);
        return fields;
      },
    };
  }

  function asksByType({ selections }: SelectionSetNode, type: GraphQLCompositeType): boolean {
    return selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      return !fragment || !applies(condition, type) || asksByType(fragment.selectionSet, type);
    });
  }

  function shapeFields(
    type: GraphQLObjectType | GraphQLInterfaceType,
    position: Position | null,
    sets: readonly SelectionSetNode[],
  ): ShapeField[] {
    const collected = new Map<string, FieldNode[]>();
    for (const set of sets) collectFields(type, set, collected);
    return [...collected].map(([key, nodes]) => shapeField(type, position, key, nodes));
  }

  function collectFields(
    type: GraphQLCompositeType,
    { selections }: SelectionSetNode,
    into: Map<string, FieldNode[]>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        into.set(key, [...(into.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment && applies(fragment.typeCondition?.name.value, type))
        collectFields(type, fragment.selectionSet, into);
    }
  }

  /** Does a fragment on this type apply to an object of that one? */
  function applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = api.getType(condition);
    if (!isAbstractType(conditionType)) return false;
    if (isObjectType(type)) return doTypesOverlap(api, conditionType, type);
    return 'getInterfaces' in type && type.getInterfaces().some(({ name }) => name === condition);
  }

  function shapeField(
    type: GraphQLObjectType | GraphQLInterfaceType,
    position: Position | null,
    key: string,
    nodes: readonly FieldNode[],
  ): ShapeField {
    const [node] = nodes;
    if (!node) throw new Error('A field without a node.');
    const name = node.name.value;
    const field = metaFields.get(name) ?? type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no ${name}.`);
    const from = name.startsWith('__') ? null : fieldFor(position, key, signatureOf(node));
    const named = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const isObjects = isCompositeType(named) && !name.startsWith('__');
    return {
      key,
      name,
      type: field.type,
      from,
      selection: isObjects ? selectionOf(named, from?.child ?? null, sets) : null,
    };
  }
}

/** The variant of a position's field that holds the value for these arguments. */
function fieldFor(position: Position | null, key: string, signature: string): PositionField | null {
  const variants = [...(position?.fields ?? [])].flatMap(([planned, fields]) =>
    clientKeyOf(planned) === key ? fields : [],
  );
  const exact = variants.find((field) => isSameSignature(field.signature, signature));
  if (exact) return exact;
  // A planner may write an argument in another way than the client did, but not two ways at one place.
  const [name] = signature.split('(');
  const sameName = variants.filter((field) => field.signature.split('(')[0] === name);
  const [only, ...others] = sameName.length > 0 ? sameName : variants;
  if (others.length > 0) throw new Error(`The plan does not say which ${key} is asked for.`);
  return only ?? null;
}
