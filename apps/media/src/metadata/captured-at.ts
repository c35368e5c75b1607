const dateTime = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The instant of an XMP date (ISO 8601, to the day at least) or of an IIM date and time joined by T (ISO 8601 basic).
 * A time without an offset is taken as UTC: the clock said no more. Undefined where it is no date of the calendar.
 */
export function capturedAt(value: string | undefined): Date | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', , offset = 'Z'] =
    dateTime.exec(value?.trim() ?? '') ?? [];
  if (!year) return undefined;
  const zone = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  try {
    const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
    return new Date(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}
