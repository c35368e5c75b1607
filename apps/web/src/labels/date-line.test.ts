import { expect, test } from 'vitest';
import { dateLine } from './date-line.ts';

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

test('a moment is shown as the clock of its own offset showed it', () => {
  expect(plain(dateLine('2017-11-21T21:03:00+02:00', 'en'))).toBe('November 21, 2017 at 9:03 PM');
  expect(plain(dateLine('2017-12-31T23:30:00-05:00', 'en'))).toBe('December 31, 2017 at 11:30 PM');
});

test('a moment in UTC says so', () => {
  expect(plain(dateLine('2026-11-22T18:30:00.000Z', 'en'))).toBe('November 22, 2026 at 6:30 PM UTC');
});

test('the words are those of the language', () => {
  expect(dateLine('2017-11-21T21:03:00+02:00', 'he')).toContain('בנובמבר 2017');
  expect(dateLine('2017-11-21T21:03:00+02:00', 'ar')).toContain('نوفمبر');
});
