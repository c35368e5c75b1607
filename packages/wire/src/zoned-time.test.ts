import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantInTimeZone, inTimeZone, isRealWallTime } from './zoned-time.ts';

const at = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second: 0 };
};

it('an hour that the spring change skips moves on by the gap', () => {
  expect(inTimeZone(at('2021-03-14 02:30'), 'America/New_York')).toBe('2021-03-14T03:30:00-04:00');
});

it('an hour that the autumn change repeats is its first showing', () => {
  expect(inTimeZone(at('2021-11-07 01:30'), 'America/New_York')).toBe('2021-11-07T01:30:00-04:00');
  expect(inTimeZone(at('2021-11-07 02:30'), 'America/New_York')).toBe('2021-11-07T02:30:00-05:00');
});

it('half-hour changes are right too', () => {
  expect(inTimeZone(at('2021-10-03 02:15'), 'Australia/Lord_Howe')).toBe('2021-10-03T02:45:00+11:00');
});

it('days that no month has are no wall times', () => {
  expect(isRealWallTime(at('2020-02-29 00:00'))).toBe(true);
  expect(isRealWallTime(at('2021-02-29 00:00'))).toBe(false);
  expect(isRealWallTime(at('2021-00-10 00:00'))).toBe(false);
});

it('what it writes names the same instant, in every zone', () => {
  const zone = fc.constantFrom('Asia/Jerusalem', 'Africa/Cairo', 'America/St_Johns', 'Asia/Kathmandu', 'UTC');
  const instantMs = fc.integer({ min: 0, max: 3_100_000_000 }).map((seconds) => seconds * 1000);
  fc.assert(fc.property(instantMs, zone, (ms, name) => Date.parse(instantInTimeZone(ms, name)) === ms));
});
