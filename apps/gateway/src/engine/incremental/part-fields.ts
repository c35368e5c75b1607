import type { GraphQLSchema } from 'graphql';
import { fieldsRequired, type PlanProgram, type Position, type PositionField } from '../compile/positions.ts';
import type { Selection } from '../compile/shape.ts';
import type { Required } from '../planner/plan.ts';
import type { DeferUsage } from './defer-usage.ts';
import { type CallSet, typesOf } from './needed-calls.ts';

/** A part of an answer: the first, or what a fragment under @defer asks for. */
export type PartName = DeferUsage | 'first';

export interface PartFields {
  /** The fields that a part shows. */
  readonly shown: ReadonlyMap<PartName, ReadonlySet<PositionField>>;
  /** The fields that calls go by: what they require, and what leads to their entities. */
  requiredBy(calls: CallSet): ReadonlySet<PositionField>;
}

/** Which parts show which fields of a plan's answers. */
export function fieldsOfParts(first: Selection, program: PlanProgram, api: GraphQLSchema): PartFields {
  const shown = new Map<PartName, Set<PositionField>>();
  const visited = new Set<Selection>();
  visit(first, 'first');
  return { shown, requiredBy };

  function visit(selection: Selection, part: PartName): void {
    if (visited.has(selection)) return;
    visited.add(selection);
    const fields = shown.get(part) ?? new Set();
    shown.set(part, fields);
    for (const type of typesOf(selection, api)) {
      for (const { from, selection: below } of selection.fieldsOf(type)) {
        if (from) fields.add(from);
        if (below) visit(below, part);
      }
      for (const { usage, selection: deferred } of selection.deferredOf(type)) if (deferred) visit(deferred, usage);
    }
  }

  function requiredBy(calls: CallSet): ReadonlySet<PositionField> {
    const fields = new Set<PositionField>();
    for (const call of calls) {
      for (const { target } of program.calls[call]?.batches.flatMap(({ targets }) => targets) ?? []) {
        let position: Position = program.root;
        for (const segment of target.path) {
          if ('types' in segment) continue;
          const field = position.fields.get(segment.field)?.find(({ child }) => child);
          if (!field?.child) break;
          fields.add(field);
          position = field.child;
        }
        addRequired(position, target.requires, fields);
      }
    }
    return fields;
  }
}

function addRequired(position: Position, requires: readonly Required[], into: Set<PositionField>): void {
  for (const node of requires) {
    if (node.kind === 'fragment') addRequired(position, node.selections, into);
    else if (node.name !== '__typename') {
      for (const field of fieldsRequired(position, node)) {
        into.add(field);
        if (field.child) addRequired(field.child, node.selections, into);
      }
    }
  }
}
