/** A date and time as a clock on the wall shows it, with no zone. month is 1 to 12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** False for the 31st of April, 24:00 and the like. */
export function isRealWallTime(wall: WallTime): boolean {
  try {
    return plain(wall) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The instant at which a clock in `timeZone` shows `wall`, as RFC 3339 with that zone's offset at the time.
 * An hour that the spring change skips is moved on by the length of the gap; one that the autumn change repeats is
 * its first showing (RFC 5545 §3.3.5, and Temporal's 'compatible'). Throws a RangeError on an unknown zone.
 */
export function inTimeZone(wall: WallTime, timeZone: string): string {
  return rfc3339(plain(wall).toZonedDateTime(timeZone, { disambiguation: 'compatible' }));
}

/** An instant (milliseconds since 1970) as RFC 3339 with the offset that `timeZone` has then. */
export function instantInTimeZone(instantMs: number, timeZone: string): string {
  return rfc3339(Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone));
}

/** 'YYYY-MM-DDTHH:MM:SS', the wall time written down. */
export function wallTimeText(wall: WallTime): string {
  return plain(wall).toString({ smallestUnit: 'second' });
}

function plain(wall: WallTime): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
}

function rfc3339(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
