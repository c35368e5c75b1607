import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { CallProgram, PlanProgram, PositionField } from '../compile/positions.ts';
import { type CallDocument, entitiesField, readCallDocument } from '../planner/call-document.ts';
import type { JoinFacts } from '../planner/join-facts.ts';
import type { Plan, PlanNode } from '../planner/plan.ts';
import { inOrder } from '../planner/sequence.ts';
import type { DeferUsage } from './defer-usage.ts';
import { type DivideOptions, divideSelection, type Moved } from './divide-call.ts';
import { callFor, withSelection } from './divided-call.ts';
import type { CallSet } from './needed-calls.ts';
import type { PartFields, PartName } from './part-fields.ts';

export interface DividePlan {
  readonly program: PlanProgram;
  readonly fields: PartFields;
  readonly calls: { readonly first: CallSet; readonly later: ReadonlyMap<DeferUsage, CallSet> };
  readonly facts: JoinFacts;
}

/**
 * A plan knows nothing of parts, so it asks a subgraph in one call for what is given now and what is given later. Here such
 * calls are divided: what only later parts need is asked for by calls of its own, by the key of its entity. Null when there
 * is nothing to divide. What cannot be asked for by itself stays where it is, and its part waits for no more than the first.
 */
export function dividePlan(plan: Plan, { program, fields, calls, facts }: DividePlan): Plan {
  const order: readonly PartName[] = ['first', ...calls.later.keys()];
  const callsOf = (part: PartName): CallSet => (part === 'first' ? calls.first : (calls.later.get(part) ?? new Set()));
  let isDivided = false;
  let index = 0;
  const divided = plan ? ofNode(plan) : null;
  return isDivided ? divided : null;

  function ofNode(node: PlanNode): Plan {
    if (node.kind !== 'call') return inOrder(node.kind, node.nodes.map(ofNode));
    const call = program.calls[index++];
    return call ? ofCall(call) : node;
  }

  function ofCall(call: CallProgram): Plan {
    const { node } = call;
    const users = order.filter((part) => callsOf(part).has(call.index));
    // The part that comes first of those that need the call; others stand in it, or beside it.
    const base = users.includes('first') ? 'first' : users.toSorted((a, b) => depthOf(a) - depthOf(b))[0];
    const isPlain =
      node.outputRenames.length === 0 &&
      node.batches.every(
        ({ outputRenames, targets }) =>
          outputRenames.length === 0 && targets.every(({ contextVariables }) => contextVariables.length === 0),
      );
    const document = readCallDocument(node.document);
    if (!base || !isPlain || document.fragments.size > 0) return node;
    const shown = fields.shown.get(base);
    const required = fields.requiredBy(callsOf(base));
    const groupOf = (field: PositionField): string | null => {
      if (shown?.has(field) || required.has(field)) return null;
      const parts = order.flatMap((part, at) => (fields.shown.get(part)?.has(field) ? [at] : []));
      return parts.length > 0 ? parts.join() : null;
    };
    const options = { facts, root: program.root, groupOf };
    const result =
      node.batches.length === 0 ? ofRootCall(call, document, options) : ofEntityCall(call, document, options);
    if (!result) return node;
    isDivided = true;
    return inOrder('sequence', [
      result.rest,
      inOrder(
        'parallel',
        result.moved.map((moved) => callFor(moved, node, document)),
      ),
    ]);
  }

  function ofRootCall(call: CallProgram, document: CallDocument, options: DivideOptions) {
    const { operation } = document;
    const slot = program.root.slots.findIndex((one) => one.kind === 'root' && one.call === call.index);
    const [type] = program.root.types;
    const start = { position: program.root, slot, type: type?.name ?? null, paths: [[]], targets: null };
    const divided = divideSelection(operation.selectionSet, start, call, options);
    if (!divided) return null;
    return { rest: withSelection(call.node, document, divided.rest), moved: divided.moved };
  }

  function ofEntityCall(call: CallProgram, document: CallDocument, options: DivideOptions) {
    const moved: Moved[] = [];
    const rewritten = new Map<string, SelectionSetNode>();
    for (const { alias, targets } of call.batches) {
      const [first] = targets;
      // Of several places it is the first that says what is needed of all, so all must be the same.
      if (!first || targets.some(({ position }) => position !== first.position)) continue;
      const slot = first.position.slots.findIndex((one) => one.kind === 'entity' && one.target === first);
      const start = {
        position: first.position,
        slot,
        type: null,
        paths: targets.map(({ target }) => target.path),
        targets: targets.map(({ target }) => target),
      };
      const divided = divideSelection(entitiesField(document, alias).selectionSet, start, call, options);
      if (!divided) continue;
      moved.push(...divided.moved);
      rewritten.set(alias, divided.rest);
    }
    if (moved.length === 0) return null;
    const selections = document.operation.selectionSet.selections.map((node) => {
      const rest = node.kind === Kind.FIELD ? rewritten.get((node.alias ?? node.name).value) : undefined;
      return rest ? ({ ...node, selectionSet: rest } as FieldNode) : node;
    });
    return { rest: withSelection(call.node, document, { kind: Kind.SELECTION_SET, selections }), moved };
  }
}

function depthOf(part: PartName): number {
  let depth = 0;
  for (let at = part === 'first' ? null : part; at; at = at.parent) depth += 1;
  return depth;
}
