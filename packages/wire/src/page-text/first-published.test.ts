import { describe, expect, it } from 'vitest';
import { readFirstPublished } from './first-published.ts';

const read = (line: string, language = 'en', timeZone = 'Asia/Jerusalem') =>
  readFirstPublished(line, { language, timeZone })?.at;

describe('the order of date parts', () => {
  it('follows from a part above twelve, whatever the language', () => {
    expect(read('פרסום ראשון: 11.21.17, 21:03')).toBe('2017-11-21T21:03:00+02:00');
    expect(read('פרסום ראשון: 21.11.17, 21:03')).toBe('2017-11-21T21:03:00+02:00');
    expect(read('First published: 21/11/2017 21:03')).toBe('2017-11-21T21:03:00+02:00');
    expect(read('نشر لأول مرة: 11/21/2017 21:03', 'ar')).toBe('2017-11-21T21:03:00+02:00');
  });

  it('is year, month, day where the year comes first', () => {
    expect(read('First published: 2017-11-08 21:03')).toBe('2017-11-08T21:03:00+02:00');
    expect(read('First published: 2017-11-08T19:03:00Z')).toBe('2017-11-08T21:03:00+02:00');
    expect(read('First published: 2017-11-08T19:03:00.250+0000')).toBe('2017-11-08T21:03:00+02:00');
  });

  it.each([
    ['פרסום ראשון: 03.04.17, 21:03', 'he', '2017-03-04T21:03:00+02:00'],
    ['פרסום ראשון: 03.04.17, 21:03', 'en', '2017-03-04T21:03:00+02:00'],
    ['פורסם לראשונה: 03.04.17, 21:03', 'he', '2017-04-03T21:03:00+03:00'],
    ['نشر لأول مرة: 03/04/17، 21:03', 'ar', '2017-04-03T21:03:00+03:00'],
    ['First published: 03/04/17, 21:03', 'en', '2017-03-04T21:03:00+02:00'],
    ['First published: 03/04/17, 21:03', 'en-US', '2017-03-04T21:03:00+02:00'],
    ['First published: 03/04/17, 21:03', 'en-GB', '2017-04-03T21:03:00+03:00'],
    ['First published: 03/04/17, 21:03', 'de', '2017-04-03T21:03:00+03:00'],
  ])('is decided by label and page language when it could be either: %s (%s)', (line, language, expected) => {
    expect(read(line, language)).toBe(expected);
  });

  it('puts a year of two digits between 1970 and 2069', () => {
    expect(read('Published: 12.31.69 10:00', 'en', 'UTC')).toBe('2069-12-31T10:00:00+00:00');
    expect(read('Published: 12.31.70 10:00', 'en', 'UTC')).toBe('1970-12-31T10:00:00+00:00');
  });
});

describe('the time of day', () => {
  it.each([
    ['12:05 am', '00:05'],
    ['12:05 pm', '12:05'],
    ['9:03 PM', '21:03'],
    ['9.03 p.m.', '21:03'],
    ['٩:٠٣ م', '21:03'],
    ['٩:٠٣ ص', '09:03'],
  ])('%s is %s', (shown, expected) => {
    expect(read(`First published: 11.21.17, ${shown}`, 'en', 'UTC')).toBe(`2017-11-21T${expected}:00+00:00`);
  });

  it('has the offset of the season', () => {
    expect(read('First published: 07.21.17, 21:03')).toBe('2017-07-21T21:03:00+03:00');
    expect(read('First published: 07.21.17, 21:03', 'en', 'America/St_Johns')).toBe('2017-07-21T21:03:00-02:30');
  });
});

describe('a line that is none', () => {
  it.each([
    'First published: 11.21.17',
    'First published: 13.13.17, 21:03',
    'First published: 2.30.17, 21:03',
    'First published: 11.21.17, 24:00',
    'First published: 11.21.17, 21:60',
    'First published: 11.21.17, 13:03 pm',
    'First published: 11.21.117, 21:03',
    'First published: 11.21-17, 21:03',
    'First published: 11.21.1969, 21:03',
    'First published: 11.21.2070, 21:03',
    'First published: yesterday',
    'First published 11.21.17, 21:03',
    'Last updated: 11.21.17, 21:03',
    'First published: 11.21.17, 21:03 and more words',
    '11.21.17, 21:03',
    '',
  ])('is left alone: %s', (line) => {
    expect(read(line)).toBeUndefined();
  });
});
