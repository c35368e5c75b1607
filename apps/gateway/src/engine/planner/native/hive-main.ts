// Hive's native planner in a process of its own: a fault in it ends this process and nothing else. It loads nothing but the
// native code, to start fast and stay small.
import type { QueryPlanner } from '@graphql-hive/router-query-planner';
import { servePlans } from './serve-plans.ts';

servePlans<QueryPlanner>(async () => {
  const native = await import('@graphql-hive/router-query-planner');
  return {
    load: (sdl) => new native.QueryPlanner(sdl),
    async plan(planner, { document, operationName, labels, percentage }) {
      const { node } = await planner.planAsync(document, operationName, new Set(labels), percentage);
      return node;
    },
  };
});
