import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { type CallProgram, type Position, type PositionField, responseKey } from '../compile/positions.ts';
import type { JoinFacts } from '../planner/join-facts.ts';
import type { EntityTarget, Path, Required } from '../planner/plan.ts';

/** Fields that are taken out of a call, to be asked for by another one of the same subgraph. */
export interface Moved {
  /** Which later parts they are for. Fields for the same parts are asked for together. */
  readonly group: string;
  /** Null at the root. */
  readonly entities: { readonly type: string; readonly targets: readonly EntityTarget[] } | null;
  readonly nodes: FieldNode[];
}

export interface DivideOptions {
  readonly facts: JoinFacts;
  readonly root: Position;
  /** Of a field that its call need not bring: for whom it is to be brought. Null: it stays. */
  readonly groupOf: (field: PositionField) => string | null;
}

/** A place in a call's document. */
interface Place {
  readonly position: Position;
  readonly slot: number;
  readonly type: string | null;
  /** Where it stands in the answer: once for each of the call's targets. */
  readonly paths: readonly Path[];
  /** The entities themselves that a batch asks for. */
  readonly targets: readonly EntityTarget[] | null;
}

/** Takes what only later parts need out of one selection set of a call. Null when nothing can be taken out of it. */
export function divideSelection(
  set: SelectionSetNode,
  start: Place,
  { node: call }: Pick<CallProgram, 'node'>,
  { facts, root, groupOf }: DivideOptions,
): { readonly rest: SelectionSetNode; readonly moved: readonly Moved[] } | null {
  const moved: Moved[] = [];
  const rest = ofSet(set, start);
  return moved.length > 0 && rest.selections.length > 0 ? { rest, moved } : null;

  function ofSet({ selections, ...node }: SelectionSetNode, place: Place): SelectionSetNode {
    const groups = new Map<string, FieldNode[]>();
    const kept = selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return ofFragment(selection.selectionSet, selection, place);
      const field = fieldOf(selection, place);
      if (!field) return [selection];
      const group = groupOf(field);
      if (group !== null && canMove(selection, place)) {
        const nodes = groups.get(group) ?? [];
        groups.set(group, nodes);
        nodes.push(selection);
        return [];
      }
      return [selection.selectionSet ? { ...selection, selectionSet: below(selection, field, place) } : selection];
    });
    const keys = groups.size > 0 ? move(groups, place) : [];
    const present = new Set(kept.map((one) => (one.kind === Kind.FIELD ? responseKey(one) : '')));
    return { ...node, selections: [...kept, ...keys.filter((key) => !present.has(responseKey(key)))] };
  }

  function ofFragment(
    inner: SelectionSetNode,
    node: Extract<SelectionNode, { kind: Kind.INLINE_FRAGMENT }>,
    place: Place,
  ): SelectionNode[] {
    const type = node.typeCondition?.name.value ?? place.type;
    const isNarrower = type !== null && type !== place.type && !place.targets;
    const paths = isNarrower ? place.paths.map((path): Path => [...path, { types: [type] }]) : place.paths;
    const selectionSet = ofSet(inner, { ...place, type, paths });
    return selectionSet.selections.length > 0 ? [{ ...node, selectionSet }] : [];
  }

  function below(node: FieldNode, field: PositionField, place: Place): SelectionSetNode {
    const set = node.selectionSet as SelectionSetNode;
    const key = responseKey(node);
    const source = field.sources.findIndex((one) => one.slot === place.slot && one.key === key);
    const slot = field.child?.slots.findIndex((one) => one.kind === 'field' && one.source === source) ?? -1;
    const type = place.type === null ? null : (knownType(place.type)?.fields.get(node.name.value)?.type ?? null);
    if (!field.child || slot < 0 || type === null) return set;
    const paths = place.paths.map((path): Path => [...path, { field: field.key }]);
    return ofSet(set, { position: field.child, slot, type, paths, targets: null });
  }

  function fieldOf(node: FieldNode, { position, slot }: Place): PositionField | undefined {
    const key = responseKey(node);
    return [...position.fields.values()]
      .flat()
      .find(({ sources }) => sources.some((source) => source.slot === slot && source.key === key));
  }

  function knownType(name: string) {
    return facts.get(call.subgraph)?.get(name);
  }

  /** Can the subgraph be asked for the field by itself? */
  function canMove({ name }: FieldNode, { position, type, targets }: Place): boolean {
    if (name.value === '__typename' || type === null) return false;
    const field = knownType(type)?.fields.get(name.value);
    if (!field || field.isExternal || field.isOverridden || field.label !== null) return false;
    if (position === root) return call.operation === 'query';
    return targets !== null || (field.requires.length === 0 && keyOf(type) !== null);
  }

  /** Names of the fields of a key that the subgraph knows the type's objects by; null for want of one without fields inside. */
  function keyOf(type: string): readonly string[] | null {
    const known = knownType(type);
    // Of an interface, only its objects can be told.
    if (!known || known.isInterfaceObject || known.possible.size !== 1 || !known.possible.has(type)) return null;
    const flat = known.keys.find((key) => key.every(({ below: inner, on }) => inner.length === 0 && on === null));
    return flat?.map(({ name }) => name) ?? null;
  }

  /** Returns what must be asked for in their place, so that the objects are found again. */
  function move(groups: ReadonlyMap<string, FieldNode[]>, { position, type, paths, targets }: Place): FieldNode[] {
    const keys = position === root || targets || type === null ? [] : (keyOf(type) ?? []);
    const requires: Required[] =
      type === null ? [] : [{ kind: 'fragment', type, selections: ['__typename', ...keys].map(requiredField) }];
    const found =
      targets ?? paths.map((path): EntityTarget => ({ path, requires, typenames: [], contextVariables: [] }));
    for (const [group, nodes] of groups) {
      moved.push({ group, nodes, entities: position === root || type === null ? null : { type, targets: found } });
    }
    return keys.length === 0 ? [] : ['__typename', ...keys].map(fieldNode);
  }
}

function requiredField(name: string): Required {
  return { kind: 'field', key: name, name, signature: name, selections: [] };
}

function fieldNode(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}
