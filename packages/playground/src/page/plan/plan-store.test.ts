import { expect, test } from 'vitest';
import { createPlanStore } from './plan-store.ts';

const explanation = { plan: null, fetches: [], nulls: [], totalMs: 1 };

test('a payload is passed on without its explanation, and with whatever else it extends', () => {
  const plans = createPlanStore();
  expect(plans.take({ data: 1, extensions: { dateline: explanation } })).toEqual({ data: 1 });
  expect(plans.take({ data: 1, extensions: { dateline: explanation, other: 2 } })).toEqual({
    data: 1,
    extensions: { other: 2 },
  });
  expect(plans.read()).toEqual({ kind: 'shown', explanation });
});

test('of payloads that came together each is looked at', () => {
  const plans = createPlanStore();
  expect(plans.take([{ hasNext: true }, { extensions: { dateline: explanation } }])).toEqual([{ hasNext: true }, {}]);
  expect(plans.read().kind).toBe('shown');
});

test('extensions that are no explanation are left as they are', () => {
  const plans = createPlanStore();
  for (const payload of [{ extensions: { dateline: 'no' } }, { extensions: null }, null, 'text']) {
    expect(plans.take(payload)).toBe(payload);
  }
  expect(plans.read()).toEqual({ kind: 'none' });
});

test('an answer that ends without an explanation shows none, not that of the one before', () => {
  const plans = createPlanStore();
  plans.take({ extensions: { dateline: explanation } });
  plans.begin('Next', 'query');
  expect(plans.read()).toEqual({ kind: 'waiting', operation: 'Next' });
  plans.end();
  expect(plans.read()).toEqual({ kind: 'unsaid' });
});
