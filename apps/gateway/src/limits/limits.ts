import type { Refusal } from '../errors/refusal.ts';
import { aliasLimit } from './aliases.ts';
import { costLimit } from './cost.ts';
import { depthLimit } from './depth.ts';
import { directiveLimit } from './directives.ts';
import type { Limit } from './limit.ts';
import type { LimitSettings } from './limit-settings.ts';
import type { Operation } from './operation.ts';
import { reservedNameLimit } from './reserved-names.ts';
import { rootFieldLimit } from './root-fields.ts';
import { variableLimit } from './variables.ts';

/**
 * What an operation must keep to, cheapest first. Before these, the body's size and depth are bounded at the door
 * (http/), the tokens by the parser, and what fragments unfold to (MAX_RECURSIVE_SELECTIONS) by Apollo Server: nothing
 * here or in the planner sees a document beyond those.
 */
const limits: readonly Limit[] = [
  rootFieldLimit,
  depthLimit,
  aliasLimit,
  directiveLimit,
  reservedNameLimit,
  // Coerces variables, on which the cost depends.
  variableLimit,
  costLimit,
];

/** The first limit that the operation breaks, or null. */
export function brokenLimit(operation: Operation, settings: LimitSettings): Refusal | null {
  for (const limit of limits) {
    const refusal = limit(operation, settings);
    if (refusal) return refusal;
  }
  return null;
}
