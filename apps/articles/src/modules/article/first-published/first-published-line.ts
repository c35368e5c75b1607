import { ar } from './ar.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import type { FirstPublishedWording } from './wording.ts';

const wordings: Readonly<Record<string, FirstPublishedWording>> = { en, he, ar };

/**
 * 'First published: 11.21.17, 21:03' in the words and the order of a locale's language, in a time zone (IANA). Digits are
 * Latin everywhere, as on the page that Dateline comes from. A language without wording is told in English.
 */
export function firstPublishedLine(instant: Date, locale: string, timeZone: string): string {
  const { label, dateOrder } = wordings[new Intl.Locale(locale).language] ?? en;
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: '2-digit',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${label}: ${dateOrder.map(part).join('.')}, ${part('hour')}:${part('minute')}`;
}
