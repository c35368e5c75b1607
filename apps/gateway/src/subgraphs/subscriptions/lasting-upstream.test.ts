import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SubgraphFailure } from '../subgraph-failure.ts';
import { delayBefore } from './backoff.ts';
import { openLasting } from './lasting-upstream.ts';
import type { UpstreamReceiver, UpstreamRequest, UpstreamTransport } from './upstream.ts';

const failure = new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'for a test');
const backoff = { firstDelayMs: 100, maxDelayMs: 400, attempts: 3, soundAfterMs: 10_000 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A transport that does what the test says. */
function open({ isResumable = true, startsAfter = null as string | null } = {}) {
  const opened: {
    readonly request: UpstreamRequest;
    readonly receiver: UpstreamReceiver;
    isClosed: boolean;
    isPaused: boolean;
  }[] = [];
  const transport: UpstreamTransport = {
    open(request, receiver) {
      const one = { request, receiver, isClosed: false, isPaused: false };
      opened.push(one);
      return {
        pause: () => Object.assign(one, { isPaused: true }),
        resume: () => Object.assign(one, { isPaused: false }),
        close: () => Object.assign(one, { isClosed: true }),
      };
    },
    close: async () => undefined,
  };
  const told: unknown[] = [];
  const upstream = openLasting(
    transport,
    {
      subgraph: 'a',
      body: 'first',
      bodyAfter: isResumable ? (cursor) => `after ${cursor}` : null,
      startsAfter,
      cursorOf: (data) => (data as { readonly cursor?: string } | null)?.cursor ?? null,
      requestId: 'r',
      viewer: null,
    },
    backoff,
    {
      event: ({ text }) => told.push(text),
      complete: () => told.push('complete'),
      reopening: () => undefined,
      lost: (_failure, wasOpen) => told.push(wasOpen ? 'lost after it was open' : 'never open'),
    },
  );
  const last = () => {
    const one = opened.at(-1);
    if (!one) throw new Error('Nothing was opened.');
    return one;
  };
  return { opened, told, upstream, last };
}

const event = (cursor?: string) => ({ text: JSON.stringify({ data: { cursor } }), cacheControl: undefined });

describe('an upstream that breaks', () => {
  it('before it was open is opened again as it was, a bounded number of times', async () => {
    const { opened, told, last } = open();
    for (let count = 0; count < 4; count++) {
      last().receiver.broken(failure);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(opened.map(({ request }) => request.body)).toEqual(['first', 'first', 'first', 'first']);
    expect(told).toEqual(['never open']);
  });

  it('is gone on with from its last cursor, without end as long as events come', async () => {
    const { opened, told, last } = open();
    for (let count = 0; count < 10; count++) {
      last().receiver.opened();
      last().receiver.event(event(String(count)));
      last().receiver.broken(failure);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(opened.map(({ request }) => request.body)).toEqual([
      'first',
      ...Array.from({ length: 10 }, (_, n) => `after ${n}`),
    ]);
    expect(told).toHaveLength(10);
  });

  it('is lost when it breaks again and again without an event', async () => {
    const { told, last } = open({ startsAfter: 'c' });
    for (let count = 0; count < 4; count++) {
      last().receiver.opened();
      last().receiver.broken(failure);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(told).toEqual(['lost after it was open']);
  });

  it('is not when it lasted in between', async () => {
    const { told, last } = open({ startsAfter: 'c' });
    for (let count = 0; count < 8; count++) {
      last().receiver.opened();
      await vi.advanceTimersByTimeAsync(10_000);
      last().receiver.broken(failure);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(told).toEqual([]);
  });

  it.each([
    ['no cursors', { isResumable: false }, event('1')],
    ['no cursor yet', {}, null],
    ['an event without one', {}, event()],
    ['an event without one after a cursor of the client', { startsAfter: 'c' }, event()],
  ])('is lost at once with %s: there may be a gap', (_what, options, first) => {
    const { opened, told, last } = open(options);
    last().receiver.opened();
    if (first) last().receiver.event(first);
    last().receiver.broken(failure);
    expect(told.at(-1)).toBe('lost after it was open');
    expect(opened).toHaveLength(1);
  });

  it('is lost at once when the subgraph does not want it', () => {
    const { told, last } = open();
    last().receiver.refused(failure);
    expect(told).toEqual(['never open']);
  });

  it('stays closed, and stays paused', async () => {
    const { opened, upstream, last } = open();
    upstream.pause();
    last().receiver.broken(failure);
    await vi.advanceTimersByTimeAsync(400);
    expect([opened.length, last().isPaused]).toEqual([2, true]);
    last().receiver.broken(failure);
    upstream.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([opened.length, last().isClosed]).toEqual([2, true]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('waits longer each time, up to a bound, and never all at once', () => {
  const delays = (random: number) => [0, 1, 2, 3].map((attempt) => delayBefore(attempt, backoff, () => random));
  expect(delays(0)).toEqual([50, 100, 200, 200]);
  expect(delays(1)).toEqual([100, 200, 400, 400]);
});
