import { createHash } from 'node:crypto';
import type { PlanQuestion } from './messages.ts';

/** Some 100 bytes each. */
const maxRemembered = 1_000;

/** Remembers what ended the planner's process, the last ones of it, over all graphs: another graph is rarely very different. */
export function createDeadlyDocuments() {
  const known = new Set<string>();
  return {
    remember(question: PlanQuestion): void {
      const [oldest] = known;
      if (known.size >= maxRemembered && oldest !== undefined) known.delete(oldest);
      known.add(keyOf(question));
    },
    has: (question: PlanQuestion) => known.size > 0 && known.has(keyOf(question)),
  };
}

function keyOf({ document, operationName }: PlanQuestion): string {
  return createHash('sha256')
    .update(JSON.stringify([operationName, document]))
    .digest('base64');
}
