import { remembered } from '../remembered.ts';
import type { Wording } from './wording.ts';
import { wordingFor } from './wordings.ts';

/**
 * 'First published: 11.21.17, 21:03' in the words of a locale's language, in a time zone (IANA). Order, calendar and digits
 * are the locale's own (CLDR through Intl); English and Hebrew are written as on the page that Dateline comes from, unless
 * the locale asks for a calendar or digits ('he-u-ca-hebrew'). A language without wording is told in English.
 *
 * The line needs no isolates: its numbers follow the label's letters in either direction (test/bidi.browser.test.ts).
 */
export function firstPublishedLine(instant: Date, locale: string, timeZone: string): string {
  const { wording, locale: told } = wordingFor(locale);
  const date =
    wording.houseDate && isPlain(told)
      ? houseDate(instant, timeZone, wording.houseDate)
      : shortDates(told, timeZone).format(instant);
  return `${wording.firstPublished} ${date}`;
}

function houseDate(instant: Date, timeZone: string, order: NonNullable<Wording['houseDate']>): string {
  const parts = numbers(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${order.map(part).join('.')}, ${part('hour')}:${part('minute')}`;
}

/** Does the locale ask for no calendar and no digits? */
const isPlain = remembered((locale: string) => {
  const { calendar, numberingSystem } = new Intl.Locale(locale);
  return calendar === undefined && numberingSystem === undefined;
});

const shortDates = remembered(
  (locale: string, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }),
);

const numbers = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en', {
      timeZone,
      year: '2-digit',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);
