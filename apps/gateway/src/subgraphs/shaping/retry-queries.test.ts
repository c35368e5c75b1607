import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lifetime } from '../../lifetime.ts';
import type { Trouble } from '../subgraph-failure.ts';
import { call, createWire, failureOf, inMs } from './calls-for-tests.ts';
import { RetryBudget } from './retry-budget.ts';
import { retryQueries } from './retry-queries.ts';

function startRetries(attemptTimeoutMs: number | null = null, jitter = 0) {
  const { sent, send } = createWire();
  const counts = { retried: 0, withheld: 0 };
  const events = { retried: () => void counts.retried++, retryWithheld: () => void counts.withheld++ };
  return { sent, counts, retried: retryQueries({ attemptTimeoutMs, events, random: () => jitter })(send) };
}

describe('a query that failed in passing', () => {
  it.each<Trouble>(['UNREACHED', 'BROKEN', 'DOWN', 'TOO_LATE'])('is sent once more (%s)', async (trouble) => {
    const { sent, retried, counts } = startRetries();
    const reply = retried(call(), inMs(5_000));
    sent[0]?.fail(trouble);
    await expect.poll(() => sent.length).toBe(2);
    sent[1]?.answer();
    expect((await reply).text).toBe('{}');
    expect(counts).toEqual({ retried: 1, withheld: 0 });
  });

  it('is not sent a third time', async () => {
    const { sent, retried } = startRetries();
    const reply = retried(call(), inMs(5_000));
    sent[0]?.fail('DOWN');
    await expect.poll(() => sent.length).toBe(2);
    sent[1]?.fail('DOWN');
    await expect(reply).rejects.toMatchObject({ trouble: 'DOWN' });
    expect(sent).toHaveLength(2);
  });

  it('keeps to the deadline of the call, with less of it for the first sending where that is said', async () => {
    const { sent, retried } = startRetries(100);
    const deadlineAt = inMs(5_000);
    void retried(call(), deadlineAt);
    expect(sent[0]?.deadlineAt).toBeLessThan(inMs(101));
    sent[0]?.fail('TOO_LATE');
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]?.deadlineAt).toBe(deadlineAt);
  });

  it('is not sent again when the time is up before an answer could come', async () => {
    const { sent, retried } = startRetries(null, 1);
    const reply = retried(call(), inMs(100));
    sent[0]?.fail('DOWN');
    await expect(reply).rejects.toMatchObject({ trouble: 'DOWN' });
    expect(sent).toHaveLength(1);
  });
});

describe('what is sent once', () => {
  it.each<Trouble>(['ANSWER', 'FAULTY', 'BUSY', 'GONE', 'HELD_BACK'])('a query that ended in %s', async (trouble) => {
    const { sent, retried } = startRetries();
    const reply = retried(call(), inMs(5_000));
    sent[0]?.fail(trouble);
    await expect(reply).rejects.toMatchObject({ trouble });
    expect(sent).toHaveLength(1);
  });

  it.each<Trouble>(['UNREACHED', 'BROKEN', 'DOWN', 'TOO_LATE', 'BUSY'])('a mutation, always (%s)', async (trouble) => {
    const { sent, retried } = startRetries();
    const reply = retried(call('mutation'), inMs(5_000));
    sent[0]?.fail(trouble, 0);
    await expect(reply).rejects.toMatchObject({ trouble });
    expect(sent).toHaveLength(1);
  });

  it('a query whose client has gone, also while it waits to be sent again', async () => {
    const { sent, retried } = startRetries(null, 1);
    const lifetime = new Lifetime();
    const reply = retried(call('query', lifetime), inMs(5_000));
    sent[0]?.fail('DOWN');
    await Promise.resolve();
    lifetime.cut('CLIENT_GONE');
    await expect(reply).rejects.toMatchObject({ trouble: expect.stringMatching(/^(GONE|DOWN)$/) });
    expect(sent).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  it.each<Trouble>(['BUSY', 'DOWN'])('is waited for when it fits the deadline (%s)', async (trouble) => {
    const { sent, retried } = startRetries();
    const startedAt = performance.now();
    const reply = retried(call(), inMs(5_000));
    sent[0]?.fail(trouble, 120);
    await expect.poll(() => sent.length).toBe(2);
    // Timers may come a millisecond early.
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(118);
    sent[1]?.answer();
    await reply;
  });

  it('ends it when it does not fit', async () => {
    const { sent, retried } = startRetries();
    const reply = retried(call(), inMs(2_000));
    sent[0]?.fail('BUSY', 3_000);
    await expect(reply).rejects.toMatchObject({ trouble: 'BUSY' });
  });
});

it('a tenth of the traffic is sent again and no more, however much fails', async () => {
  const { counts } = startRetries();
  let sendings = 0;
  const events = { retried: () => void counts.retried++, retryWithheld: () => void counts.withheld++ };
  const retried = retryQueries({ attemptTimeoutMs: null, events, random: () => 0 })(() => {
    sendings++;
    return Promise.reject(failureOf('DOWN'));
  });
  const calls = 300;
  await Promise.allSettled(Array.from({ length: calls }, () => retried(call(), inMs(5_000))));
  // All of them came at once, and quiet times had left one: the bucket holds twenty.
  expect(sendings - calls).toBe(counts.retried);
  expect(counts.retried + counts.withheld).toBe(calls);
  expect(counts.retried).toBeLessThanOrEqual(calls * 0.1 + 1);
  expect(counts.retried).toBeGreaterThan(10);
});

it('the budget never gives more than a tenth of what came in, and the one it began with', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 2_000 }), (steps) => {
      const budget = new RetryBudget();
      let [calls, retries] = [0, 0];
      for (const isCall of steps) {
        if (isCall) {
          budget.deposit();
          calls++;
        } else if (budget.withdraw()) retries++;
        expect(retries).toBeLessThanOrEqual(1 + calls * 0.1 + 1e-6);
      }
    }),
  );
});
