import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesBefore, toZonedIso } from './edition-time.ts';

test('a moment is written as the clocks of its zone show it, with their offset', () => {
  const moment = new Date('2017-11-21T19:03:00Z');
  expect(toZonedIso(moment, 'Asia/Jerusalem')).toBe('2017-11-21T21:03:00+02:00');
  expect(toZonedIso(moment, 'Asia/Kolkata')).toBe('2017-11-22T00:33:00+05:30');
  expect(toZonedIso(moment, 'America/St_Johns')).toBe('2017-11-21T15:33:00-03:30');
  expect(toZonedIso(moment, 'Europe/London')).toBe('2017-11-21T19:03:00+00:00');
});

test('summer time is in the offset', () => {
  expect(toZonedIso(new Date('2026-07-01T12:00:00Z'), 'Europe/London')).toBe('2026-07-01T13:00:00+01:00');
});

test('reading the text back gives the same second in every zone', () => {
  const zones = fc.constantFrom('Europe/London', 'Asia/Jerusalem', 'Africa/Cairo', 'Pacific/Chatham', 'UTC');
  const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const second = Math.floor(moment.getTime() / 1000) * 1000;
      return Date.parse(toZonedIso(new Date(second), zone)) === second;
    }),
  );
});

test('minutes are counted back across midnight', () => {
  expect(minutesBefore(new Date('2026-01-01T00:30:00Z'), 45).toISOString()).toBe('2025-12-31T23:45:00.000Z');
});
