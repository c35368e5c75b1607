import type { GraphQLSchema } from 'graphql';
import type { Selection } from '../compile/shape.ts';
import type { DeferUsage } from './defer-usage.ts';
import { type CallSet, type NeededCalls, typesOf } from './needed-calls.ts';

/** The calls that each part of an answer needs, wherever in the answer it stands. */
export function callsOfParts(
  first: Selection,
  needed: NeededCalls,
  api: GraphQLSchema,
): { readonly first: CallSet; readonly later: ReadonlyMap<DeferUsage, CallSet> } {
  const later = new Map<DeferUsage, Set<number>>();
  const visited = new Set<Selection>();
  visit(first);
  return { first: needed.ofSelection(first), later };

  function visit(selection: Selection): void {
    if (visited.has(selection)) return;
    visited.add(selection);
    for (const type of typesOf(selection, api)) {
      for (const { selection: below } of selection.fieldsOf(type)) if (below) visit(below);
      for (const { usage, selection: deferred } of selection.deferredOf(type)) {
        const calls = later.get(usage) ?? new Set();
        later.set(usage, calls);
        if (!deferred) continue;
        for (const call of needed.ofSelection(deferred)) calls.add(call);
        visit(deferred);
      }
    }
  }
}
