import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import {
  type CallProgram,
  fieldsRequired,
  type PlanProgram,
  type Position,
  type PositionField,
  type Slot,
  type Source,
  type TargetProgram,
} from '../compile/positions.ts';
import type { Selection } from '../compile/shape.ts';
import type { Required } from '../planner/plan.ts';

/** Calls of a program, by their index. */
export type CallSet = ReadonlySet<number>;

/** No call can come before it. */
const last = Number.POSITIVE_INFINITY;

/**
 * Works out which calls must have been made before an object of a selection can be written, its own later parts aside: those
 * that bring its fields, and all that these need in turn.
 */
export function createNeededCalls(program: PlanProgram, schema: GraphQLSchema, api: GraphQLSchema) {
  const closures = new Map<number, CallSet>();
  const known = new Map<Selection, CallSet>();

  return {
    /** For any type that the object may have. */
    ofSelection(selection: Selection): CallSet {
      const calls = known.get(selection) ?? new Set<number>();
      if (!known.has(selection)) {
        known.set(selection, calls);
        addSelection(selection, calls as Set<number>);
      }
      return calls;
    },
  };

  function addSelection(selection: Selection, into: Set<number>): void {
    const { position, dependsOnType } = selection;
    if (!position) return;
    if (dependsOnType) addTypenames(position, last, into);
    for (const type of typesOf(selection, api)) {
      for (const { from, selection: below } of selection.fieldsOf(type)) {
        if (!from) continue;
        if (!below) addSources(position, from.sources, last, into);
        else {
          addSources(position, sourcesUsed(from, below), last, into);
          addSelection(below, into);
        }
      }
    }
  }

  /** Of an object's sources, those whose fields are asked for here: the others bring what other parts ask for. */
  function sourcesUsed({ sources, child }: PositionField, below: Selection): readonly Source[] {
    const slots = new Set<Slot>();
    for (const type of typesOf(below, api)) {
      for (const { from } of below.fieldsOf(type)) {
        for (const { slot } of from?.sources ?? []) {
          const found = child?.slots[slot];
          if (found) slots.add(found);
        }
      }
    }
    const used = [...slots].flatMap((slot) => (slot.kind === 'field' ? [slot.source] : []));
    if (slots.size === 0) return sources;
    return sources.filter((_source, index) => used.includes(index));
  }

  function addSources(position: Position, sources: readonly Source[], before: number, into: Set<number>): void {
    for (const { slot } of sources) {
      const call = callOf(position.slots[slot]);
      if (call !== undefined && call < before) addAll(closureOf(call), into);
    }
  }

  /** Where an object's type may be told, by calls that need not know it already. */
  function addTypenames(position: Position, before: number, into: Set<number>): void {
    if (position.types.size === 1 && [...position.types].every((type) => isObjectType(type))) return;
    const telling = position.typenames.filter(({ slot: index }) => {
      const slot = position.slots[index];
      return slot?.kind !== 'entity' || !isForObjectTypes(slot.target.target.requires, schema);
    });
    addSources(position, telling, before, into);
  }

  function closureOf(index: number): CallSet {
    const before = closures.get(index);
    if (before) return before;
    const calls = new Set([index]);
    closures.set(index, calls);
    const call = program.calls[index];
    for (const target of call?.batches.flatMap(({ targets }) => targets) ?? []) addTarget(target, call, calls);
    return calls;
  }

  function addTarget({ position: end, target }: TargetProgram, call: CallProgram | undefined, into: Set<number>): void {
    const before = call?.index ?? 0;
    let position = program.root;
    for (const segment of target.path) {
      if ('types' in segment) {
        addTypenames(position, before, into);
        continue;
      }
      for (const { sources } of position.fields.get(segment.field) ?? []) addSources(position, sources, before, into);
      position = position.fields.get(segment.field)?.find(({ child }) => child)?.child ?? position;
      // What is set above an entity for @fromContext may come from any call before it.
      if (target.contextVariables.length > 0) for (let earlier = 0; earlier < before; earlier++) into.add(earlier);
    }
    addRequired(end, target.requires, before, into);
  }

  function addRequired(position: Position, requires: readonly Required[], before: number, into: Set<number>): void {
    addTypenames(position, before, into);
    for (const node of requires) {
      if (node.kind === 'fragment') addRequired(position, node.selections, before, into);
      else if (node.name !== '__typename') {
        for (const { sources, child } of fieldsRequired(position, node)) {
          addSources(position, sources, before, into);
          if (child) addRequired(child, node.selections, before, into);
        }
      }
    }
  }
}

export type NeededCalls = ReturnType<typeof createNeededCalls>;

/** Every type that an object of a selection may be completed as. */
export function typesOf(
  { type }: Selection,
  api: GraphQLSchema,
): readonly (GraphQLObjectType | GraphQLInterfaceType)[] {
  if (isObjectType(type)) return [type];
  return isInterfaceType(type) ? [type, ...api.getPossibleTypes(type)] : api.getPossibleTypes(type);
}

function callOf(slot: Slot | undefined): number | undefined {
  return slot?.call;
}

function isForObjectTypes(requires: readonly Required[], schema: GraphQLSchema): boolean {
  return requires.every((node) => node.kind === 'fragment' && isObjectType(schema.getType(node.type)));
}

function addAll(calls: CallSet, into: Set<number>): void {
  for (const call of calls) into.add(call);
}
