/** The moment at which the demo edition is "now". All its dates are counted back from here; it never reads the clock. */
export const demoEditionTime = new Date('2026-11-22T06:00:00Z');

const MINUTE_MS = 60_000;

/** RFC 3339 text of a moment as the clocks of an IANA time zone show it, to the second: `2026-11-21T21:03:00+02:00`. */
export function toZonedIso(moment: Date, timeZone: string): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const offset = read('timeZoneName').replace('GMT', '') || '+00:00';
  return `${read('year')}-${read('month')}-${read('day')}T${read('hour')}:${read('minute')}:${read('second')}${offset}`;
}

/** The moment so many minutes before another one. */
export function minutesBefore(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() - minutes * MINUTE_MS);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  formats.set(timeZone, format);
  return format;
}
