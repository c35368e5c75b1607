import { describe, expect, it } from 'vitest';
import { scalarResolvers, zonedDateTime } from './scalars.ts';

const { DateTime, LanguageTag, Url } = scalarResolvers;

describe('scalars', () => {
  it.each(['2017-11-21T21:03:00+02:00', '2017-11-21T19:03:00.123Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'take the date-time %s',
    (value) => {
      expect(DateTime.parseValue(value)).toBe(value);
    },
  );

  it.each([
    '2017-11-21T21:03:00',
    '2017-02-30T00:00:00Z',
    '2017-11-21',
    'now',
    3,
    null,
    // What Postgres or Date cannot hold.
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '2016-12-31T23:59:60Z',
  ])('refuse the date-time %s', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow(/RFC 3339/);
  });

  it.each(['en', 'he', 'ar-EG', 'zh-Hant'])('take the language %s', (value) => {
    expect(LanguageTag.parseValue(value)).toBe(value);
  });

  it.each([
    ['EN', 'en'],
    ['iw', 'he'],
    ['ar-eg', 'ar-EG'],
  ])('write the language %s as %s', (value, canonical) => {
    expect(LanguageTag.parseValue(value)).toBe(canonical);
  });

  it.each(['', 'und', 'english language', '123'])('refuse the language %j', (value) => {
    expect(() => LanguageTag.parseValue(value)).toThrow(/BCP 47/);
  });

  it.each(['javascript:alert(1)', '/relative', 'file:///etc/passwd', 'http://'])('refuse the URL %s', (value) => {
    expect(() => Url.parseValue(value)).toThrow(/absolute http/);
  });

  it('write an instant as the clocks of a zone show it, also across its change of hours', () => {
    expect(zonedDateTime(new Date('2017-11-21T19:03:00Z'), 'Asia/Jerusalem')).toBe('2017-11-21T21:03:00+02:00');
    expect(zonedDateTime(new Date('2017-07-21T19:03:00Z'), 'Asia/Jerusalem')).toBe('2017-07-21T22:03:00+03:00');
  });
});
