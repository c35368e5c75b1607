import { expect, test } from 'vitest';
import { readTraceParent, writeTraceParent } from './trace-parent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

test('a header is read and written as the recommendation has it', () => {
  const header = `00-${traceId}-${spanId}-01`;
  expect(readTraceParent(header)).toEqual({ traceId, spanId, isSampled: true });
  expect(writeTraceParent({ traceId, spanId, isSampled: true })).toBe(header);
  expect(readTraceParent(`00-${traceId}-${spanId}-00`)?.isSampled).toBe(false);
  expect(readTraceParent(`00-${traceId}-${spanId}-03`)?.isSampled).toBe(true);
});

test('a newer version may say more; this one may not', () => {
  expect(readTraceParent(`cc-${traceId}-${spanId}-01-more`)?.traceId).toBe(traceId);
  expect(readTraceParent(`00-${traceId}-${spanId}-01-more`)).toBeNull();
});

test.each([
  undefined,
  '',
  'nonsense',
  [`00-${traceId}-${spanId}-01`],
  `ff-${traceId}-${spanId}-01`,
  `00-${'0'.repeat(32)}-${spanId}-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `00-${traceId.toUpperCase()}-${spanId}-01`,
  `00-${traceId}-${spanId}-1`,
])('%s is none', (header) => {
  expect(readTraceParent(header)).toBeNull();
});
