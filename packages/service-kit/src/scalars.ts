import { GraphQLError, GraphQLScalarType } from 'graphql';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** A Date as RFC 3339 in a time zone (IANA) with its offset: 2017-11-21T21:03:00+02:00. */
export function zonedDateTime(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone });
}

/** The house's scalars, for every subgraph's resolver map. What comes in is checked; it stays a string. */
export const scalarResolvers = {
  DateTime: stringScalar('DateTime', 'an RFC 3339 date-time with an offset, as 2017-11-21T21:03:00+02:00', isDateTime),
  LanguageTag: stringScalar('LanguageTag', 'a BCP 47 language tag, as en, he or ar-EG', isLanguageTag),
  Url: stringScalar('Url', 'an absolute http or https URL', isHttpUrl),
  Html: stringScalar('Html', 'HTML', () => true),
};

function stringScalar(
  name: string,
  what: string,
  isValid: (value: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${name} must be ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === 'StringValue' ? node.value : undefined),
  });
}

function isDateTime(value: string): boolean {
  if (!rfc3339.test(value)) return false;
  try {
    Temporal.Instant.from(value); // Refuses February 30, which Date takes for March 2.
    return true;
  } catch {
    return false;
  }
}

function isLanguageTag(value: string): boolean {
  try {
    return new Intl.Locale(value).language !== 'und';
  } catch {
    return false;
  }
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
