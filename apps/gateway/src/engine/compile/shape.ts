import {
  doTypesOverlap,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { isWithheld } from '../authorization/withheld.ts';
import type { DeferUsage } from '../incremental/defer-usage.ts';
import { isSameSignature } from '../planner/same-signature.ts';
import { clientKeyOf } from './distinct-keys.ts';
import { type DeferRules, type FieldGroups, groupFields, type PlacedNode, type PlacedSet } from './field-groups.ts';
import { type Position, type PositionField, signatureOf } from './positions.ts';
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
  /** What of an object of a type is given later. Empty but where an answer is given in parts. */
  deferredOf(type: GraphQLObjectType | GraphQLInterfaceType): readonly DeferredSelection[];
}

/** What a fragment under @defer asks of an object beside what is given before it. */
export interface DeferredSelection {
  readonly usage: DeferUsage;
  /** Does the fragment stand at this object, or above it? */
  readonly isHere: boolean;
  /** Null where nothing of this object itself is given later. */
  readonly selection: Selection | null;
}

export interface ShapeField {
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  /** Where the value stands; null for `__typename`, for what introspection answers, and for what is withheld. */
  readonly from: PositionField | null;
  /** Whoever asks may not see it: nothing was fetched for it. */
  readonly isWithheld: boolean;
  /** For objects. */
  readonly selection: Selection | null;
}

const metaFields: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map(
  [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]),
);

const nothingDeferred: readonly DeferredSelection[] = [];

/**
 * What the client asks for, laid over what the plan brings. The operation has no conditions. With rules for @defer its
 * fragments stand in place, and the shape is that of the first part: the others hang on it.
 */
export function shapeOf(
  { definition, fragments }: ClientOperation,
  root: Position,
  api: GraphQLSchema,
  defers: DeferRules | null = null,
): Selection {
  const rootType = api.getRootType(definition.operation);
  if (!rootType) throw new Error(`The schema has no ${definition.operation}.`);
  return selectionOf(rootType, root, [{ set: definition.selectionSet, usage: null }], null);

  /** `current` is the part whose fields these are. */
  function selectionOf(
    type: GraphQLCompositeType,
    position: Position | null,
    sets: readonly PlacedSet[],
    current: DeferUsage | null,
  ): Selection {
    const known = new Map<string, KnownFields>();
    const ofType = (objectType: GraphQLObjectType | GraphQLInterfaceType) => {
      const before = known.get(objectType.name);
      if (before) return before;
      const isPart = (condition: string | undefined) => applies(condition, objectType);
      const groups = groupFields(sets, current, { fragments, applies: isPart, defers });
      const fields = [...groups.fields].map(([key, nodes]) =>
        shapeField(objectType, position, { key, nodes, current }),
      );
      const deferred = defers ? groups.deferred.map(deferredSelection) : nothingDeferred;
      const made = { fields, deferred };
      known.set(objectType.name, made);
      return made;
    };
    const deferredSelection = ({ usage, isHere, sets: own }: FieldGroups['deferred'][number]): DeferredSelection => ({
      usage,
      isHere,
      selection: own && selectionOf(type, position, own, usage),
    });
    return {
      type,
      position,
      dependsOnType: isAbstractType(type) && sets.some(({ set }) => asksByType(set, type)),
      fieldsOf: (objectType) => ofType(objectType).fields,
      deferredOf: (objectType) => (defers ? ofType(objectType).deferred : nothingDeferred),
    };
  }

  function asksByType({ selections }: SelectionSetNode, type: GraphQLCompositeType): boolean {
    return selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment) return true;
      const isForAll = applies(fragment.typeCondition?.name.value, type);
      return isForAll ? asksByType(fragment.selectionSet, type) : asksAnything(fragment, objectTypes(type));
    });
  }

  /** What @skip emptied, and what no object can be at once, asks nothing of any type: planners leave it out. */
  function asksAnything(
    { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
    around: readonly GraphQLObjectType[],
  ): boolean {
    const possible = around.filter((type) => applies(typeCondition?.name.value, type));
    if (possible.length === 0) return false;
    return selectionSet.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return true;
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fragment !== undefined && asksAnything(fragment, possible);
    });
  }

  function objectTypes(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? api.getPossibleTypes(type) : [type];
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
    { key, nodes, current }: AskedField,
  ): ShapeField {
    const [first] = nodes;
    if (!first) throw new Error('A field without a node.');
    // Who may see it asked for on one type, and not on another that this one is too, is given what they may see.
    const { node } = nodes.find((asked) => !isWithheld(asked.node)) ?? first;
    const isHidden = isWithheld(node);
    const name = node.name.value;
    const field = metaFields.get(name) ?? type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no ${name}.`);
    const from = name.startsWith('__') || isHidden ? null : fieldFor(position, key, signatureOf(node));
    const named = getNamedType(field.type);
    const sets = nodes.flatMap(({ node: { selectionSet: set }, usage }) => (set ? [{ set, usage }] : []));
    const isObjects = isCompositeType(named) && !name.startsWith('__');
    return {
      key,
      name,
      type: field.type,
      from,
      isWithheld: isHidden,
      selection: isObjects ? selectionOf(named, from?.child ?? null, sets, current) : null,
    };
  }
}

interface KnownFields {
  readonly fields: readonly ShapeField[];
  readonly deferred: readonly DeferredSelection[];
}

interface AskedField {
  readonly key: string;
  readonly nodes: readonly PlacedNode[];
  readonly current: DeferUsage | null;
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
