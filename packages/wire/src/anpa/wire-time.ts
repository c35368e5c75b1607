import { type DateOptions, fullYear, monthNumber, readDate, zoneOffset } from '../wire-date.ts';

export interface WireTime {
  readonly at: string;
  /** The day as it was written, 'YYYY-MM-DD'. */
  readonly day: string;
  /** Who signs: 'AP' of 'AP-WF-11-13-13 1509GMT'. */
  readonly agency?: string | undefined;
}

const anpaTime = /\b([A-Z]{2,5})-[A-Z]{2,3}-(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)\s?([A-Z]{1,4})?/;
const dayTimeGroup = /\b(\d\d)(\d\d)(\d\d)\s*([A-Z]{1,4})?\s+(\p{L}{3})\p{L}{0,8}\.?\s+(\d{4}|\d\d)\b/u;

/** The months of other languages whose first three letters are not those of English. */
const months: Readonly<Record<string, number>> = {
  mär: 3,
  mrz: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  fév: 2,
  fev: 2,
  avr: 4,
  aoû: 8,
  aou: 8,
  déc: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  set: 9,
  ott: 10,
  mei: 5,
};

/** Whether a line is nothing but such a time. */
export function isWireTime(line: string): boolean {
  const text = line.trim().replace(/<$/, '');
  return text.length < 60 && [anpaTime, dayTimeGroup].some((form) => form.exec(text)?.[0] === text);
}

/** The time behind ETX: ANPA's, or the day-time group of IPTC 7901 ('171234 GMT Jan 23'). Undefined when there is none. */
export function readWireTime(trailer: string, options: DateOptions): WireTime | undefined {
  const anpa = anpaTime.exec(trailer);
  if (anpa) {
    const [, agency, month = '', day = '', year = '', hour, minute, zone] = anpa;
    return timeOf({ year, month: Number(month), day, hour, minute, zone }, options, agency);
  }
  const group = dayTimeGroup.exec(trailer);
  if (!group) return undefined;
  const [, day = '', hour, minute, zone, name = '', year = ''] = group;
  const month = monthNumber(name) ?? months[name.toLowerCase()] ?? 0;
  return timeOf({ year, month, day, hour, minute, zone }, options);
}

/** The day that a kill names ('the story of Nov. 13', '11-13'), in the year of the kill: 'MM-DD'. */
export function dayNamedIn(text: string): string | undefined {
  const named = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+(\d{1,2})\b/.exec(text);
  if (!named) return undefined;
  const [, month = '', day = ''] = named;
  return `${String(monthNumber(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

interface Written {
  readonly year: string;
  readonly month: number;
  readonly day: string;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly zone: string | undefined;
}

function timeOf(
  { year, month, day, hour, minute, zone }: Written,
  options: DateOptions,
  agency?: string,
): WireTime | undefined {
  const written = `${fullYear(year)}-${String(month).padStart(2, '0')}-${day}`;
  const offset = zone === undefined ? '' : (zoneOffset(zone) ?? '');
  const at = readDate(`${written}T${hour}:${minute}:00${offset}`, options);
  return at === undefined ? undefined : { at, day: written, agency };
}
