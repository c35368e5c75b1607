import { describe, expect, it } from 'vitest';
import { scalarResolvers, zonedDateTime } from './scalars.ts';

const { DateTime, LanguageTag, Url } = scalarResolvers;

describe('scalars', () => {
  it.each(['2017-11-21T21:03:00+02:00', '2017-11-21T19:03:00.123Z'])('take the date-time %s', (value) => {
    expect(DateTime.parseValue(value)).toBe(value);
  });

  it.each(['2017-11-21T21:03:00', '2017-02-30T00:00:00Z', '2017-11-21', 'now', 3, null])(
    'refuse the date-time %s',
    (value) => {
      expect(() => DateTime.parseValue(value)).toThrow(/RFC 3339/);
    },
  );

  it.each(['en', 'he', 'ar-EG', 'zh-Hant'])('take the language %s', (value) => {
    expect(LanguageTag.parseValue(value)).toBe(value);
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
