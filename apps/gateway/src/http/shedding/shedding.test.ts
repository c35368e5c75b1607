import { expect, it } from 'vitest';
import type { GatewayContext } from '../../context.ts';
import { Lifetime } from '../../lifetime.ts';
import type { GraphqlAnswer, GraphqlExecutor, IncomingOperation } from '../graphql-executor.ts';
import { boundNewWork, boundWork } from './bound-work.ts';
import { LoopDelay } from './loop-delay.ts';
import { shedAtTheDoor } from './shed-at-the-door.ts';
import { Workload } from './workload.ts';

const calm = { sustainedMs: 0 };
const operation = {} as IncomingOperation;
const context = { lifetime: new Lifetime() } as unknown as GatewayContext;

function startWork(maxInFlight: number, bound = boundWork) {
  const workload = new Workload({ maxInFlight, maxEventLoopDelayMs: 200 }, calm);
  const shed: string[] = [];
  const ends: { resolve: (answer: GraphqlAnswer) => void; reject: (error: Error) => void }[] = [];
  const next: GraphqlExecutor = {
    execute: () => new Promise((resolve, reject) => void ends.push({ resolve, reject })),
  };
  const executor = bound(next, workload, { shed: (because) => void shed.push(because) });
  return { workload, shed, ends, ask: () => executor.execute(operation, context) };
}

it('takes on as much as may be in flight, and turns the next one away with 503 and when to come again', async () => {
  const { ask, ends, shed } = startWork(3);
  const taken = [ask(), ask(), ask()];
  await expect(ask()).rejects.toMatchObject({
    statusCode: 503,
    code: 'OVERLOADED',
    headers: { 'retry-after': expect.stringMatching(/^[123]$/) },
  });
  expect([ends.length, shed]).toEqual([3, ['in-flight']]);
  ends[0]?.resolve({ status: 200, body: '{}' });
  ends[1]?.reject(new Error('for a test'));
  await Promise.allSettled(taken.slice(0, 2));
  void ask();
  void ask();
  expect(ends).toHaveLength(5);
});

it('turns away what was never asked for before at three quarters of that, while known work goes on', async () => {
  const { workload, ask, ends } = startWork(100, boundNewWork);
  workload.inFlight = 74;
  void ask();
  workload.inFlight = 75;
  await expect(ask()).rejects.toMatchObject({ code: 'OVERLOADED' });
  expect([ends.length, workload.excess]).toEqual([1, null]);
});

it('is overloaded while the loop is late, not when it may be as late as it likes', () => {
  const late = { sustainedMs: 201 };
  expect(new Workload({ maxInFlight: 10, maxEventLoopDelayMs: 200 }, late).excess).toBe('event-loop');
  expect(new Workload({ maxInFlight: 10, maxEventLoopDelayMs: 201 }, late).excess).toBeNull();
  expect(new Workload({ maxInFlight: 10, maxEventLoopDelayMs: 0 }, late).excess).toBeNull();
});

it('a loop is late when it was so for half a second without a break, and well again with the first good turn', () => {
  const loop = new LoopDelay();
  loop.record(0, 1_000);
  loop.record(300, 300);
  expect(loop.sustainedMs).toBe(0);
  loop.record(600, 250);
  expect(loop.sustainedMs).toBe(250);
  loop.record(650, 3);
  expect(loop.sustainedMs).toBe(3);
  for (let at = 700; at < 1_150; at += 50) loop.record(at, 400);
  expect(loop.sustainedMs).toBe(3);
  loop.record(1_200, 400);
  expect(loop.sustainedMs).toBe(400);
});

it('one long turn, a plan perhaps, makes nobody late', () => {
  const loop = new LoopDelay();
  for (let at = 0; at < 500; at += 50) loop.record(at, 1);
  loop.record(5_500, 5_000);
  loop.record(5_550, 1);
  expect(loop.sustainedMs).toBe(1);
});

it('the door closes the graph to all but preflights, and leaves health and metrics open', () => {
  const workload = new Workload({ maxInFlight: 1, maxEventLoopDelayMs: 0 }, calm);
  const turnAway = shedAtTheDoor({ workload, corsOrigins: ['https://a.example'], events: { shed: () => undefined } });
  const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
    turnAway({ method, url, headers } as never);
  expect(ask('POST', '/graphql')).toBeUndefined();
  workload.inFlight = 1;
  for (const url of ['/graphql', '/graphql?query={a}', '/graphql/stream']) expect(ask('GET', url)?.status).toBe(503);
  for (const url of ['/livez', '/readyz', '/metrics', '/graphqls', '/']) expect(ask('GET', url)).toBeUndefined();
  expect(ask('OPTIONS', '/graphql')).toBeUndefined();
  const named = (origin: string) => ask('POST', '/graphql', { origin })?.headers.join(' ');
  expect(named('https://a.example')).toContain('access-control-allow-origin https://a.example');
  expect(named('https://b.example')).not.toContain('access-control-allow-origin');
  expect(JSON.parse(String(ask('POST', '/graphql')?.body))).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: 'OVERLOADED' } }],
  });
});
