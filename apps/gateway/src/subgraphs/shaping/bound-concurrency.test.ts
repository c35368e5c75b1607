import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lifetime } from '../../lifetime.ts';
import { boundConcurrency } from './bound-concurrency.ts';
import { call, createWire, inMs } from './calls-for-tests.ts';

function startBulkhead(maxConcurrent: number, maxQueued: number) {
  const { sent, send } = createWire();
  const counts = { refused: 0 };
  const events = { refused: () => void counts.refused++ };
  return { sent, counts, bounded: boundConcurrency({ maxConcurrent, maxQueued, events })(send) };
}

it('sends so many at a time, lets so many wait, and fails any other at once', async () => {
  const { sent, counts, bounded } = startBulkhead(2, 3);
  const replies = Array.from({ length: 6 }, () => bounded(call(), inMs(5_000)));
  await expect(replies[5]).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', trouble: 'HELD_BACK' });
  expect([sent.length, counts.refused]).toEqual([2, 1]);
  for (let at = 0; at < 5; at++) {
    await expect.poll(() => sent.length).toBeGreaterThan(at);
    sent[at]?.answer();
    await replies[at];
  }
  expect(sent).toHaveLength(5);
});

it('gives the next one its turn when one fails too', async () => {
  const { sent, bounded } = startBulkhead(1, 1);
  const [first, second] = [bounded(call(), inMs(5_000)), bounded(call(), inMs(5_000))];
  sent[0]?.fail('BROKEN');
  await expect(first).rejects.toMatchObject({ trouble: 'BROKEN' });
  sent[1]?.answer();
  await second;
});

it('who waits may leave at once, and leaves the place to another', async () => {
  const { sent, bounded } = startBulkhead(1, 1);
  const running = bounded(call(), inMs(5_000));
  const lifetime = new Lifetime();
  const leaving = bounded(call('query', lifetime), inMs(5_000));
  lifetime.cut('CLIENT_GONE');
  await expect(leaving).rejects.toMatchObject({ trouble: 'GONE' });
  const staying = bounded(call(), inMs(5_000));
  sent[0]?.answer();
  await running;
  expect(sent).toHaveLength(2);
  sent[1]?.answer();
  await staying;
});

it('who waits waits no longer than the deadline', async () => {
  const { sent, bounded } = startBulkhead(1, 1);
  void bounded(call(), inMs(5_000));
  const late = bounded(call(), inMs(30));
  await expect(late).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT', trouble: 'HELD_BACK' });
  expect(sent).toHaveLength(1);
});

it('never has more under way than it may, and loses no turn, whatever ends in whatever order', async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant('ask' as const) },
    { weight: 3, arbitrary: fc.nat(20).map((answer) => ({ answer })) },
    { weight: 1, arbitrary: fc.nat(20).map((leave) => ({ leave })) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), async (steps, max) => {
      const { sent, bounded } = startBulkhead(max, 5);
      const ended = new Set<number>();
      const lifetimes: Lifetime[] = [];
      const end = (at: number) => {
        if (!sent[at] || ended.has(at)) return;
        ended.add(at);
        sent[at].answer();
      };
      const replies: Promise<unknown>[] = [];
      for (const one of steps) {
        if (one === 'ask') {
          const lifetime = new Lifetime();
          lifetimes.push(lifetime);
          replies.push(bounded(call('query', lifetime), inMs(60_000)).catch(() => null));
        } else if ('answer' in one) end(one.answer);
        else lifetimes[one.leave]?.cut('CLIENT_GONE');
        for (let tick = 0; tick < 3; tick++) await Promise.resolve();
        expect(sent.length - ended.size).toBeLessThanOrEqual(max);
      }
      for (let at = 0; at < sent.length; at++) {
        end(at);
        for (let tick = 0; tick < 3; tick++) await Promise.resolve();
      }
      await Promise.all(replies);
    }),
    { numRuns: 200 },
  );
});
