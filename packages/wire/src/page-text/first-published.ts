import { instantInTimeZone, inTimeZone, isRealWallTime, type WallTime, wallTimeText } from '../zoned-time.ts';
import { type DateOrder, dayFirstEnglishRegions, firstPublishedLabels } from './labels.ts';
import { asciiDigits, labelForm } from './lines.ts';

export interface FirstPublished {
  /** RFC 3339 with the offset of the page's zone. */
  readonly at: string;
  /** As the page writes it, 'YYYY-MM-DDTHH:MM:SS': it stays the same when the zone was given wrongly at first. */
  readonly wallTime: string;
}

interface PageSettings {
  readonly language: string;
  readonly timeZone: string;
}

const orderByLabel = new Map(Object.entries(firstPublishedLabels).map(([label, order]) => [labelForm(label), order]));

const dateThenTime =
  /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[\s,،;|–—-]+|T)(?:(?:at|בשעה|الساعة)\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(am|pm|a\.m\.|p\.m\.|ص|م)?\s*(z|[+-]\d{2}:?\d{2})?\.?$/i;

/** Whether a line begins as a first-published line does; its date may still be unreadable. */
export function hasFirstPublishedLabel(line: string): boolean {
  return splitLabel(line) !== undefined;
}

/**
 * Reads 'First published: 11.21.17, 21:03' in any language of the label file; undefined for any other line.
 *
 * The order of a date's parts: a part of four digits is the year, and a year that comes first is followed by month and
 * day. Otherwise the year is last, and a part above 12 must be the day (11.21.17 is month first, 21.11.17 day first).
 * Only where both could be the month does a rule decide: 'פרסום ראשון' is month first, as its pages and our own graph
 * write it; other Hebrew and all Arabic labels are day first; an English label goes by the page's language, where 'en'
 * and 'en-US' are month first, and every other language and the regions in the label file are day first.
 * A year of two digits is 1970 to 2069. A time with no offset of its own is meant in the page's zone, summer time included.
 */
export function readFirstPublished(line: string, page: PageSettings): FirstPublished | undefined {
  const found = splitLabel(line);
  const match = found && dateThenTime.exec(asciiDigits(found.rest));
  if (!match) return undefined;
  const [, first = '', , second = '', third = '', hour = '', minute = '', seconds = '0', half, offset] = match;
  const date = orderParts(first, second, third, isMonthFirst(found.order, page.language));
  const hours = hourOfDay(Number(hour), half);
  if (!date || hours === undefined) return undefined;
  const wall: WallTime = { ...date, hour: hours, minute: Number(minute), second: Number(seconds) };
  if (!isRealWallTime(wall)) return undefined;
  return { at: toRfc3339(wall, offset, page.timeZone), wallTime: wallTimeText(wall) };
}

function splitLabel(line: string): { order: DateOrder; rest: string } | undefined {
  const plain = labelForm(line);
  const colon = plain.search(/[:：]/);
  const order = colon < 0 ? undefined : orderByLabel.get(plain.slice(0, colon).trim());
  return order && { order, rest: plain.slice(colon + 1).trim() };
}

function isMonthFirst(order: DateOrder, language: string): boolean {
  if (order !== 'BY_PAGE_LANGUAGE') return order === 'MONTH_FIRST';
  const locale = new Intl.Locale(language);
  return locale.language === 'en' && !dayFirstEnglishRegions.includes(locale.region ?? '');
}

function orderParts(first: string, second: string, third: string, monthFirst: boolean) {
  if (first.length === 4) return inYears({ year: Number(first), month: Number(second), day: Number(third) });
  if (first.length > 2 || third.length === 1 || third.length === 3) return undefined;
  const year = third.length === 4 ? Number(third) : centuryOf(Number(third));
  const [a, b] = [Number(first), Number(second)];
  const aIsMonth = b > 12 || (a <= 12 && monthFirst);
  return inYears(aIsMonth ? { year, month: a, day: b } : { year, month: b, day: a });
}

function centuryOf(twoDigits: number): number {
  return twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** A page of the web is no older than 1970; anything else is a misreading. */
function inYears<T extends { readonly year: number }>(date: T): T | undefined {
  return date.year >= 1970 && date.year <= 2069 ? date : undefined;
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  const afternoon = half.startsWith('p') || half === 'م';
  return (hour % 12) + (afternoon ? 12 : 0);
}

function toRfc3339(wall: WallTime, offset: string | undefined, timeZone: string): string {
  if (offset === undefined) return inTimeZone(wall, timeZone);
  const withColon = offset === 'z' ? 'Z' : offset.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return instantInTimeZone(Date.parse(wallTimeText(wall) + withColon), timeZone);
}
