const offset = /(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * A moment as its own place's clock showed it, in the words of a language. The graph gives times with the offset of the
 * newsroom's home; one in UTC says so.
 */
export function dateLine(dateTime: string, languageTag: string, dateStyle: 'long' | 'medium' = 'long'): string {
  const [, sign, hours = '0', minutes = '0'] = offset.exec(dateTime) ?? [];
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const clock = new Date(Date.parse(dateTime) + offsetMinutes * 60_000);
  const line = new Intl.DateTimeFormat(languageTag, { dateStyle, timeStyle: 'short', timeZone: 'UTC' });
  return sign === undefined ? `${line.format(clock)} UTC` : line.format(clock);
}
