import { GraphQLError, GraphQLScalarType } from 'graphql';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** A Date as RFC 3339 in a time zone (IANA) with its offset: 2017-11-21T21:03:00+02:00. */
export function zonedDateTime(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone });
}

/** The house's scalars, for every subgraph's resolver map. What comes in is checked; it stays a string. */
export const scalarResolvers = {
  DateTime: stringScalar('DateTime', 'an RFC 3339 date-time with an offset, as 2017-11-21T21:03:00+02:00', dateTime),
  LanguageTag: stringScalar('LanguageTag', 'a BCP 47 language tag, as en, he or ar-EG', languageTag),
  Url: stringScalar('Url', 'an absolute http or https URL', httpUrl),
  Html: stringScalar('Html', 'HTML', (value) => value),
};

/** `read` gives the value as the house writes it, or null when it is none. */
function stringScalar(
  name: string,
  what: string,
  read: (value: string) => string | null,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const known = typeof value === 'string' ? read(value) : null;
    if (known !== null) return known;
    throw new GraphQLError(`${name} must be ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === 'StringValue' ? node.value : undefined),
  });
}

/** Years 1 to 9999 of our era: what both JavaScript and Postgres can hold, in any zone. */
function dateTime(value: string): string | null {
  if (!rfc3339.test(value)) return null;
  try {
    Temporal.Instant.from(value); // Refuses February 30, which Date takes for March 2.
    const year = new Date(value).getUTCFullYear(); // NaN for a leap second, which Temporal takes.
    return year >= 1 && year <= 9999 ? value : null;
  } catch {
    return null;
  }
}

/** In its canonical form ('EN' is 'en', 'iw' is 'he'), so that one language is one value in filters and feeds. */
function languageTag(value: string): string | null {
  try {
    const locale = new Intl.Locale(value);
    return locale.language === 'und' ? null : locale.toString();
  } catch {
    return null;
  }
}

function httpUrl(value: string): string | null {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? value : null;
}
