import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, zoneOffset } from './wire-date.ts';

describe('dates as wires and feeds write them', () => {
  it.each([
    ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z'],
    ['2026-03-01T08:00:00+0000', '2026-03-01T08:00:00+00:00'],
    ['2026-03-01T08:00:00+02', '2026-03-01T08:00:00+02:00'],
    ['2026-03-01T08:00:00.123456+02:00', '2026-03-01T08:00:00.123+02:00'],
    ['20260301T080000Z', '2026-03-01T08:00:00Z'],
    ['2026-03-01 08:00', '2026-03-01T08:00:00Z'],
    ['2026-03-01', '2026-03-01T00:00:00Z'],
    ['Sun, 01 Mar 2026 08:00:00 GMT', '2026-03-01T08:00:00Z'],
    ['1 Mar 26 08:00 EST', '2026-03-01T08:00:00-05:00'],
    ['Sunday, 01-Mar-26 08:00:00 UTC', '2026-03-01T08:00:00Z'],
    ['Sun, 01 Mar 2026 08:00:00 +0100 (CET)', '2026-03-01T08:00:00+01:00'],
    ['01 March 2026 8:00:00 +1:00', '2026-03-01T08:00:00+01:00'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
  ])('%s', (written, expected) => {
    expect(readDate(written)).toBe(expected);
  });

  it('without a zone they are meant in the zone of who imports, summer time and all', () => {
    expect(readDate('2026-07-01T08:00:00', { timeZone: 'Asia/Jerusalem' })).toBe('2026-07-01T08:00:00+03:00');
    expect(readDate('2026-01-01', { timeZone: 'Asia/Jerusalem' })).toBe('2026-01-01T00:00:00+02:00');
  });

  it.each([
    undefined,
    '',
    'now',
    'tomorrow 10:00',
    '2026-02-30T08:00:00Z',
    '2026-13-01T08:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T08:60:00Z',
    '2026-03-01T08:00:00+15:00',
    'Sun, 31 Feb 2026 08:00:00 GMT',
    'Sun, 01 Mar 2026 08:00:00 XYZ',
    '0000-00-00T00:00:00Z',
    '1234567890',
    'x'.repeat(1_000_000),
  ])('%j is no date', (written) => {
    expect(readDate(written)).toBeUndefined();
  });

  it('every instant that Date writes is read as the same instant', () => {
    const instants = fc.date({
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        expect(Date.parse(readDate(date.toISOString()) ?? '')).toBe(date.getTime());
        const second = Math.floor(date.getTime() / 1_000) * 1_000;
        expect(Date.parse(readDate(date.toUTCString()) ?? '')).toBe(second);
      }),
    );
  });

  it('zones by their letters and numbers', () => {
    expect(['Z', 'gmt', 'EDT', 'MEZ', '+0530', '-5:00'].map(zoneOffset)).toEqual([
      'Z',
      'Z',
      '-04:00',
      '+01:00',
      '+05:30',
      '-05:00',
    ]);
    expect(['A', 'constructor', '+25:00', ''].map(zoneOffset)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
