import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { CallNode, EntityTarget, Path, Plan, PlanNode, Rename, Required, RequiredField } from '../planner/plan.ts';
import { isSameSignature } from '../planner/same-signature.ts';

/*
 * A plan says which call asks what, and where its entities stand in the answer. From that it is known before anything is
 * fetched from which call every field of the answer will come. A position is a place of the answer where objects stand
 * (whatever lists are on the way); its slots are the subgraph objects that together make up one object there.
 */

/** A place of the answer where objects stand. */
export interface Position {
  /** The answer's root is 0. */
  readonly index: number;
  /** The types that an object here may be read as. One for all but fields of abstract types. */
  readonly types: Set<GraphQLNamedType>;
  /** By response key. More than one where calls ask for the field with other arguments: those hold other values. */
  readonly fields: Map<string, PositionField[]>;
  readonly slots: Slot[];
  /** Where the object's `__typename` may stand. */
  readonly typenames: Source[];
}

/** A field of a position, under its response key. */
export interface PositionField {
  readonly key: string;
  /** Field name and arguments. */
  readonly signature: string;
  /** Where its value may stand, in the order of the plan. */
  readonly sources: Source[];
  /** For objects: where they stand. */
  child: Position | null;
}

export interface Source {
  /** The slot of the position that has the field. */
  readonly slot: number;
  /** The key there. */
  readonly key: string;
}

/** A subgraph's object that is part of a position's object. */
export type Slot = {
  /** The call that brings it. */
  readonly call: number;
} & (
  | { readonly kind: 'root' }
  /** Read from a field of the position above: `source` is the place in its list of sources. */
  | { readonly kind: 'field'; readonly source: number }
  | { readonly kind: 'entity'; readonly target: TargetProgram }
);

/** Entities of one position in one batch. */
export interface TargetProgram {
  readonly index: number;
  readonly batch: BatchProgram;
  readonly position: Position;
  readonly target: EntityTarget;
  /** The slots of the position that were there before this call: what it may be known by. */
  readonly slotsBefore: number;
}

export interface BatchProgram {
  readonly index: number;
  readonly call: CallProgram;
  readonly alias: string;
  readonly variable: string;
  /** What is asked of each entity, as text: with its fragments and the defaults of variables, without the alias. */
  readonly selection: string;
  readonly targets: TargetProgram[];
}

export interface CallProgram {
  readonly index: number;
  readonly node: CallNode;
  readonly batches: BatchProgram[];
  /** Every response key that it asks for. */
  readonly responseKeys: ReadonlySet<string>;
}

export type ProgramNode =
  | { readonly kind: 'sequence' | 'parallel'; readonly nodes: readonly ProgramNode[] }
  | { readonly kind: 'call'; readonly call: CallProgram };

/** A plan with every place of the answer worked out. */
export interface PlanProgram {
  readonly root: Position;
  readonly node: ProgramNode | null;
  readonly calls: readonly CallProgram[];
  readonly batches: readonly BatchProgram[];
  readonly targets: readonly TargetProgram[];
  readonly positionCount: number;
}

/**
 * Works out where every field comes from.
 *
 * @throws Error when the plan does not fit the schema, which is a fault of the planner.
 */
export function placePlan(plan: Plan, rootType: GraphQLNamedType, schema: GraphQLSchema): PlanProgram {
  const calls: CallProgram[] = [];
  const batches: BatchProgram[] = [];
  const targets: TargetProgram[] = [];
  let positionCount = 0;
  const root = addPosition();
  root.types.add(rootType);
  const node = plan ? placeNode(plan) : null;
  return { root, node, calls, batches, targets, positionCount };

  function placeNode(planned: PlanNode): ProgramNode {
    if (planned.kind === 'call') return { kind: 'call', call: placeCall(planned) };
    return { kind: planned.kind, nodes: planned.nodes.map(placeNode) };
  }

  function placeCall(planned: CallNode): CallProgram {
    const { selectionSet, fragments, defaults, responseKeys } = readDocument(planned.document);
    const call: CallProgram = { index: calls.length, node: planned, batches: [], responseKeys };
    calls.push(call);
    if (planned.batches.length === 0) {
      root.slots.push({ kind: 'root', call: call.index });
      const slot = root.slots.length - 1;
      placeSelections(selectionSet, {
        position: root,
        slot,
        type: rootType,
        renames: planned.outputRenames,
        fragments,
      });
    }
    for (const { alias, variable, targets: places, outputRenames } of planned.batches) {
      const entities = selectionSet.selections.find(
        (selection): selection is FieldNode => selection.kind === Kind.FIELD && responseKey(selection) === alias,
      );
      if (!entities?.selectionSet) throw new Error('A call for entities that asks for none.');
      const selection = [...defaults, entities.selectionSet, ...fragments.values()]
        .map((node) => print(node))
        .join('\n');
      const batch: BatchProgram = { index: batches.length, call, alias, variable, selection, targets: [] };
      batches.push(batch);
      call.batches.push(batch);
      for (const target of places) {
        const position = positionAt(target.path);
        const program: TargetProgram = {
          index: targets.length,
          batch,
          position,
          target,
          slotsBefore: position.slots.length,
        };
        targets.push(program);
        batch.targets.push(program);
        position.slots.push({ kind: 'entity', call: call.index, target: program });
        const slot = position.slots.length - 1;
        const place = { position, slot, type: null, renames: outputRenames, fragments };
        placeSelections(entities.selectionSet, place);
      }
    }
    return call;
  }

  function positionAt(path: Path): Position {
    return path.reduce((position, segment) => {
      if ('types' in segment) return position;
      const child = onlyField(position, segment.field)?.child;
      if (!child) throw new Error(`The plan goes to ${segment.field}, where no objects are.`);
      return child;
    }, root);
  }

  function placeSelections({ selections }: SelectionSetNode, place: Place): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        placeField(selection, place);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : place.fragments.get(selection.name.value);
      if (!fragment) throw new Error('A fragment that is not there.');
      const condition = fragment.typeCondition?.name.value;
      const type = condition ? (schema.getType(condition) ?? null) : place.type;
      placeSelections(fragment.selectionSet, {
        ...place,
        type,
        renames: condition ? place.renames.flatMap((rename) => throughType(rename, condition, schema)) : place.renames,
      });
    }
  }

  function placeField(node: FieldNode, place: Place): void {
    const { position, slot, type } = place;
    const key = responseKey(node);
    const renamed = place.renames.find(({ path: [only, ...rest] }) => rest.length === 0 && isField(only, key));
    const name = node.name.value;
    const source: Source = { slot, key };
    if (name === '__typename') addOnce(position.typenames, source);
    const field = fieldAt(position, renamed?.key ?? key, signatureOf(node));
    const index = addOnce(field.sources, source);
    if (!node.selectionSet) return;
    const named = namedTypeOf(type, name);
    field.child ??= addPosition();
    field.child.types.add(named);
    placeSelections(node.selectionSet, {
      position: field.child,
      slot: slotFor(field.child, index, position.slots[slot]?.call ?? -1),
      type: named,
      renames: place.renames.flatMap(({ path: [first, ...rest], key: to }) =>
        rest.length > 0 && isField(first, key) ? [{ path: rest, key: to }] : [],
      ),
      fragments: place.fragments,
    });
  }

  function namedTypeOf(type: GraphQLNamedType | null, name: string): GraphQLNamedType {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`The plan asks ${type?.name ?? 'an entity'} for ${name}, which it does not have.`);
    return getNamedType(field.type);
  }

  function addPosition(): Position {
    const index = positionCount++;
    return { index, types: new Set(), fields: new Map(), slots: [], typenames: [] };
  }
}

interface Place {
  readonly position: Position;
  readonly slot: number;
  readonly type: GraphQLNamedType | null;
  readonly renames: readonly Rename[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function readDocument(text: string) {
  const document = parse(text, { noLocation: true });
  const { definitions } = document;
  const responseKeys = new Set<string>();
  visit(document, { Field: (node) => void responseKeys.add(responseKey(node)) });
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A call without an operation.');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const defaults = (operation.variableDefinitions ?? []).filter(({ defaultValue }) => defaultValue);
  return { selectionSet: operation.selectionSet, fragments, defaults, responseKeys };
}

/** A rename seen from inside a fragment: it goes on where the fragment's type is one of those that it names. */
function throughType({ path, key }: Rename, condition: string, schema: GraphQLSchema): Rename[] {
  const [first, ...rest] = path;
  if (!first || !('types' in first)) return [{ path, key }];
  return first.types.some((type) => isSameOrSub(schema, type, condition)) ? [{ path: rest, key }] : [];
}

function isSameOrSub(schema: GraphQLSchema, one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [schema.getType(one), schema.getType(other)];
  if (isAbstractType(a) && (isObjectType(b) || isInterfaceType(b)) && schema.isSubType(a, b)) return true;
  return isAbstractType(b) && (isObjectType(a) || isInterfaceType(a)) && schema.isSubType(b, a);
}

function isField(segment: Path[number] | undefined, key: string): boolean {
  return segment !== undefined && 'field' in segment && segment.field === key;
}

function fieldAt({ fields }: Position, key: string, signature: string): PositionField {
  const variants = fields.get(key) ?? [];
  fields.set(key, variants);
  const known = variants.find((field) => field.signature === signature);
  if (known) return known;
  const field: PositionField = { key, signature, sources: [], child: null };
  variants.push(field);
  return field;
}

/** The field under a response key; throws when calls ask for it in more than one way, since either may be meant. */
export function onlyField({ fields }: Position, key: string): PositionField | undefined {
  const [field, ...others] = fields.get(key) ?? [];
  if (others.length > 0) throw new Error(`The plan asks for ${key} with different arguments at one place.`);
  return field;
}

/** The fields that a required one may be read from: one at most where it is known with which arguments it is required. */
export function fieldsRequired(
  { fields }: Position,
  { key, signature, selections }: RequiredField,
): readonly PositionField[] {
  const underKey = fields.get(key) ?? [];
  if (signature === null) return underKey;
  const alike = [...underKey, ...[...fields.values()].flat()].filter((field) =>
    isSameSignature(field.signature, signature),
  );
  const found = alike.find(({ child }) => (child ? hasAll(child, selections) : selections.length === 0));
  return found ? [found] : [];
}

function hasAll(position: Position, required: readonly Required[]): boolean {
  return required.every((node) => {
    if (node.kind === 'fragment') return hasAll(position, node.selections);
    return node.name === '__typename' || fieldsRequired(position, node).length > 0;
  });
}

/** The field that a required one is read from; throws when nothing brings it, and when it is not known which is meant. */
export function requiredField(position: Position, required: RequiredField): PositionField {
  const [field, ...others] = fieldsRequired(position, required);
  if (!field) throw new Error(`The plan requires ${required.signature ?? required.key}, which nothing fetched.`);
  if (others.length > 0)
    throw new Error(`The plan requires ${required.key}, which stands there with different arguments.`);
  return field;
}

function addOnce(sources: Source[], source: Source): number {
  const index = sources.findIndex(({ slot, key }) => slot === source.slot && key === source.key);
  return index >= 0 ? index : sources.push(source) - 1;
}

function slotFor({ slots }: Position, source: number, call: number): number {
  const index = slots.findIndex((slot) => slot.kind === 'field' && slot.source === source);
  return index >= 0 ? index : slots.push({ kind: 'field', call, source }) - 1;
}

export function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** What a field's value depends on: its name and its arguments, these in the order of their names. */
export function signatureOf({ name, arguments: given = [] }: FieldNode): string {
  if (given.length === 0) return name.value;
  const texts = given.map((argument) => print(argument)).sort();
  return `${name.value}(${texts.join(',')})`;
}
