/** A date and time as a clock on the wall shows it, with no zone. month is 1 to 12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const dayMs = 86_400_000;

/** False for the 31st of April, 24:00 and the like. */
export function isRealWallTime(wall: WallTime): boolean {
  const date = new Date(asIfUtc(wall));
  return (
    date.getUTCFullYear() === wall.year &&
    date.getUTCMonth() + 1 === wall.month &&
    date.getUTCDate() === wall.day &&
    date.getUTCHours() === wall.hour &&
    date.getUTCMinutes() === wall.minute &&
    date.getUTCSeconds() === wall.second
  );
}

/**
 * The instant at which a clock in `timeZone` shows `wall`, as RFC 3339 with that zone's offset at the time.
 * An hour that the spring change skips is moved on by the length of the gap; one that the autumn change repeats is
 * its first showing (RFC 5545 §3.3.5, and Temporal's 'compatible'). Throws a RangeError on an unknown zone.
 */
export function inTimeZone(wall: WallTime, timeZone: string): string {
  const utcMs = asIfUtc(wall);
  // The offsets on either side of any change that could touch this hour.
  const before = offsetMs(utcMs - dayMs, timeZone);
  const after = offsetMs(utcMs + dayMs, timeZone);
  const offset = [before, after].find((candidate) => offsetMs(utcMs - candidate, timeZone) === candidate) ?? before;
  return instantInTimeZone(utcMs - offset, timeZone);
}

/** An instant (milliseconds since 1970) as RFC 3339 with the offset that `timeZone` has then. */
export function instantInTimeZone(instantMs: number, timeZone: string): string {
  const offset = offsetMs(instantMs, timeZone);
  return wallText(instantMs + offset) + offsetText(offset);
}

/** 'YYYY-MM-DDTHH:MM:SS', the wall time written down. */
export function wallTimeText(wall: WallTime): string {
  return wallText(asIfUtc(wall));
}

function wallText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

function asIfUtc({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function offsetMs(instantMs: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instantMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const absoluteMs = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -absoluteMs : absoluteMs;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
