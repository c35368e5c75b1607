// A planner's process that takes its time to start, and answers at once from then on.
import { setTimeout as wait } from 'node:timers/promises';
import { servePlans } from '../../src/engine/planner/native/serve-plans.ts';

servePlans<string>(async () => {
  await wait(3_000);
  return {
    load: (sdl) => sdl,
    plan: async (_sdl, { document }) => ({ kind: 'Fetch', serviceName: String(process.pid), operation: document }),
  };
});
