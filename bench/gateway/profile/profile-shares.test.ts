import { expect, test } from 'vitest';
import { partOf, sharesOf } from './profile-shares.ts';

test.each([
  ['run', 'file:///house/apps/gateway/src/engine/run/run-plan.ts', 'ours: engine/run'],
  ['make', 'file:///house/apps/gateway/src/engine/engine.ts', 'ours: engine/engine'],
  ['answer', 'file:///house/apps/gateway/src/http/graphql-routes.ts', 'ours: http'],
  ['log', 'file:///house/packages/service-kit/src/logger.ts', 'ours: packages/service-kit'],
  ['dispatch', 'file:///house/node_modules/.pnpm/undici@8.1.0/node_modules/undici/lib/client.js', 'undici'],
  ['use', 'file:///house/node_modules/@apollo/server/dist/a.js', '@apollo/server'],
  ['write', 'node:internal/stream_base_commons', 'Node: HTTP, sockets, streams'],
  ['now', 'node:internal/timers', 'Node: all else'],
  ['(garbage collector)', '', 'garbage collector'],
  ['(idle)', '', null],
])('%s of %s belongs to %s', (functionName, url, part) => {
  expect(partOf({ functionName, url })).toBe(part);
});

test('shares are of the time in which the process was busy and warm', () => {
  const node = (id: number, functionName: string, url = '') => ({ id, callFrame: { functionName, url } });
  const profile = {
    nodes: [node(1, '(idle)'), node(2, '(garbage collector)'), node(3, 'run', '/apps/gateway/src/engine/run/a.ts')],
    startTime: 0,
    samples: [3, 1, 2, 3, 3],
    timeDeltas: [5_000, 5_000, 1_000, 2_000, 1_000],
  };
  expect(sharesOf(profile, 5.5)).toEqual([
    { part: 'ours: engine/run', percent: 75 },
    { part: 'garbage collector', percent: 25 },
  ]);
});
