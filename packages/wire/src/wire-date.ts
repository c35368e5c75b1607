import { inTimeZone, isRealWallTime, type WallTime } from './zoned-time.ts';

/** Where a date names no zone: the newsroom's, or UTC. */
export interface DateOptions {
  readonly timeZone?: string | undefined;
}

const isoDate =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const mailDate =
  /^(?:[a-z]{2,9}\.?,? +)?(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{2}|\d{4}),? +(\d{1,2}):(\d\d)(?::(\d\d))?(?: +([a-z]{1,5}|[+-]\d{1,2}:?\d\d))?(?: +\([^)]{0,40}\))?$/i;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The zones that mail and wires write by letters (RFC 822 section 5, and those of Europe's agencies). */
const zoneOffsets: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  mez: '+01:00',
  cest: '+02:00',
  mesz: '+02:00',
};

/**
 * A date as wires and feeds write it, as RFC 3339: ISO 8601 (also '+0000', a space for the T, and without the dashes) and
 * that of mail (RFC 822 and 2822). Undefined for what is none, the 31st of February among them: a date that cannot be read
 * is missing and never now. Without a zone it is meant in `timeZone`, or in UTC.
 */
export function readDate(value: string | undefined, options: DateOptions = {}): string | undefined {
  const text = value?.trim() ?? '';
  if (text.length === 0 || text.length > 60) return undefined;
  const iso = isoDate.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    return instant({ year, month, day, hour, minute, second, fraction, zone }, options);
  }
  const mail = mailDate.exec(text);
  if (!mail) return undefined;
  const [, day, monthName, year, hour, minute, second, zone] = mail;
  const month = String(monthNumber(monthName ?? '') ?? 0);
  return instant({ year: fullYear(year ?? ''), month, day, hour, minute, second, zone }, options);
}

/** 1 for 'Jan' or 'January' in any case; undefined for no month. */
export function monthNumber(name: string): number | undefined {
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? undefined : at + 1;
}

/** 'EST', '+0100', 'Z' as RFC 3339 writes it; undefined for a zone that is not known. */
export function zoneOffset(zone: string): string | undefined {
  const digits = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(zone);
  if (!digits) return Object.hasOwn(zoneOffsets, zone.toLowerCase()) ? zoneOffsets[zone.toLowerCase()] : undefined;
  const [, sign, hours = '', minutes = '00'] = digits;
  return Number(hours) > 14 || Number(minutes) > 59 ? undefined : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** A year in two digits is meant from 1970 to 2069. */
export function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

interface Written {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly fraction?: string | undefined;
  readonly zone: string | undefined;
}

function instant(written: Written, { timeZone = 'UTC' }: DateOptions): string | undefined {
  const wall: WallTime = {
    year: Number(written.year),
    month: Number(written.month),
    day: Number(written.day),
    hour: Number(written.hour ?? 0),
    minute: Number(written.minute ?? 0),
    // A leap second is the last one of its minute.
    second: Math.min(Number(written.second ?? 0), Number(written.second) === 60 ? 59 : 60),
  };
  if (wall.year < 1000 || !isRealWallTime(wall)) return undefined;
  const offset = written.zone === undefined ? undefined : zoneOffset(written.zone);
  if (offset === undefined && written.zone === undefined) return inTimeZone(wall, timeZone).replace(/\+00:00$/, 'Z');
  if (offset === undefined) return undefined;
  const digits = (count: number, value: number) => String(value).padStart(count, '0');
  const day = `${digits(4, wall.year)}-${digits(2, wall.month)}-${digits(2, wall.day)}`;
  const time = `${digits(2, wall.hour)}:${digits(2, wall.minute)}:${digits(2, wall.second)}`;
  const fraction = written.fraction ? `.${written.fraction.slice(0, 3)}` : '';
  return `${day}T${time}${fraction}${offset}`;
}
