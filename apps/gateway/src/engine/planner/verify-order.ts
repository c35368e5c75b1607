import { isObjectType } from 'graphql';
import {
  onlyField,
  type PlanProgram,
  type Position,
  type ProgramNode,
  requiredField,
  type Source,
  type TargetProgram,
} from '../compile/positions.ts';
import type { ContextVariable, Required } from './plan.ts';
import { PlanFault } from './plan-fault.ts';

/**
 * Holds every call for entities to what has been fetched by then: where they stand, and what is sent of them. What comes
 * beside it or after it, or from the call itself, is not there yet: the call would be left out, and nobody would say why.
 *
 * @throws PlanFault, or an Error where nothing at all brings it.
 */
export function verifyOrder({ root, node }: Pick<PlanProgram, 'root' | 'node'>): void {
  const done = new Set<number>();
  if (node) verifyNode(node);

  /** Gives back the calls in it; after it they are done. */
  function verifyNode(inner: ProgramNode): number[] {
    if (inner.kind === 'call') {
      for (const target of inner.call.batches.flatMap(({ targets }) => targets)) verifyTarget(target);
      done.add(inner.call.index);
      return [inner.call.index];
    }
    const calls: number[] = [];
    for (const child of inner.nodes) {
      const ofChild = verifyNode(child);
      if (inner.kind === 'parallel') for (const call of ofChild) done.delete(call);
      for (const call of ofChild) calls.push(call);
    }
    for (const call of calls) done.add(call);
    return calls;
  }

  function verifyTarget({ target, position }: TargetProgram): void {
    const above = [root];
    for (const segment of target.path) {
      const here = above.at(-1) ?? root;
      if ('types' in segment) verifyTyped(here);
      else above.push(verifyField(here, segment.field) ?? here);
    }
    verifyRequired(target.requires, position, target.typenames.length > 0);
    for (const variable of target.contextVariables) verifyContext(variable, above);
  }

  function verifyRequired(required: readonly Required[], position: Position, isTypeSet: boolean): void {
    for (const node of required) {
      if (node.kind === 'fragment') verifyRequired(node.selections, position, isTypeSet);
      else if (node.name !== '__typename') {
        const { key, sources, child } = requiredField(position, node);
        verifySources(key, position, sources);
        if (child) verifyRequired(node.selections, child, false);
      } else if (!isTypeSet) verifyTyped(position);
    }
  }

  function verifyContext({ levelsUp, keys }: ContextVariable, above: readonly Position[]): void {
    let position = above.at(-1 - levelsUp);
    for (const key of keys) position = position && verifyField(position, key);
  }

  function verifyField(position: Position, key: string): Position | undefined {
    const field = onlyField(position, key);
    if (field) verifySources(key, position, field.sources);
    return field?.child ?? undefined;
  }

  /** Can it be told by then of which type the objects here are? */
  function verifyTyped(position: Position): void {
    const [type, ...others] = position.types;
    if (!isObjectType(type) || others.length > 0) verifySources('__typename', position, position.typenames);
  }

  function verifySources(key: string, { slots }: Position, sources: readonly Source[]): void {
    const isThere = sources.some(({ slot }) => done.has(slots[slot]?.call ?? -1));
    if (!isThere) throw new PlanFault(`it needs ${key} before that is fetched`);
  }
}
