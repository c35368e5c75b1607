import { createLogger } from '@dateline/service-kit/logger';
import { describe, expect, it } from 'vitest';
import { createPump } from './pump.ts';

const logger = createLogger('test', 'silent');

/** A pump over a number of batches that a test sets, with the wake-up in the test's hand. */
function pumpOver(step: () => Promise<boolean>, pollMs = 60_000) {
  let wake = () => {};
  let subscriptions = 0;
  let unsubscribed = false;
  const pump = createPump({
    name: 'test',
    logger,
    step,
    pollMs,
    wakeOn: async (wakeUp) => {
      wake = wakeUp;
      subscriptions += 1;
      return async () => {
        subscriptions -= 1;
        unsubscribed = true;
      };
    },
  });
  return { pump, wake: () => wake(), unsubscribed: () => unsubscribed, subscriptions: () => subscriptions };
}

describe('a pump', () => {
  it('works off all that waits when it starts, and rests until it is woken', async () => {
    let waiting = 3;
    let steps = 0;
    const { pump, wake } = pumpOver(async () => {
      steps += 1;
      waiting = Math.max(0, waiting - 1);
      return waiting > 0;
    });
    await pump.start();
    await expect.poll(() => waiting).toBe(0);
    const rested = steps;
    wake();
    await expect.poll(() => steps).toBe(rested + 1);
    await pump.stop();
  });

  it('does one batch at a time, and looks again when it was woken meanwhile', async () => {
    let under = 0;
    let most = 0;
    let steps = 0;
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { pump, wake } = pumpOver(async () => {
      steps += 1;
      under += 1;
      most = Math.max(most, under);
      if (steps === 1) await gate;
      under -= 1;
      return false;
    });
    await pump.start();
    for (let times = 0; times < 5; times += 1) wake();
    open();
    await expect.poll(() => steps).toBe(2);
    expect(most).toBe(1);
    await pump.stop();
  });

  it('tries again after a batch that failed', async () => {
    let steps = 0;
    const { pump } = pumpOver(async () => {
      steps += 1;
      if (steps < 3) throw new Error('away');
      return false;
    });
    await pump.start();
    await expect.poll(() => steps, { timeout: 5_000 }).toBe(3);
    await pump.stop();
  });

  it('subscribes anew at each look, and holds one subscription: an old one may have died unheard', async () => {
    let steps = 0;
    const { pump, unsubscribed, subscriptions } = pumpOver(async () => {
      steps += 1;
      return false;
    }, 5);
    await pump.start();
    await expect.poll(() => steps).toBeGreaterThan(3);
    expect(unsubscribed()).toBe(true);
    await pump.stop();
    expect(subscriptions()).toBe(0);
  });

  it('lets the batch under way finish when it stops, and begins no other', async () => {
    let finished = 0;
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { pump, wake, unsubscribed } = pumpOver(async () => {
      begin();
      await gate;
      finished += 1;
      return true;
    });
    await pump.start();
    await begun;
    const stopped = pump.stop();
    open();
    await stopped;
    wake();
    expect(finished).toBe(1);
    expect(unsubscribed()).toBe(true);
  });
});
