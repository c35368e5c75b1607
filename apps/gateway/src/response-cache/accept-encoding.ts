import type { ContentCoding } from './entry.ts';

/** Best first, where the client likes them the same. */
const ours: readonly ContentCoding[] = ['br', 'gzip', 'identity'];
const onlyIdentity: readonly ContentCoding[] = ['identity'];

/**
 * The codings that a client takes, the one it likes best first (RFC 9110, 12.5.3). Of those that it likes the same, br
 * comes before gzip, and gzip before identity. Identity that is not named comes last, but is taken, unless `*;q=0` or
 * `identity;q=0` refuses it. Without a header only identity is sent. What cannot be read counts as not said.
 */
export function acceptedCodings(header: string | undefined): readonly ContentCoding[] {
  if (header === undefined) return onlyIdentity;
  const weights = parseWeights(header);
  const any = weights.get('*');
  const weightOf = (coding: ContentCoding): number => {
    const named = weights.get(coding) ?? (coding === 'gzip' ? weights.get('x-gzip') : undefined) ?? any;
    // Lower than any weight that can be written.
    return named ?? (coding === 'identity' ? 0.0001 : 0);
  };
  return ours.filter((coding) => weightOf(coding) > 0).sort((one, other) => weightOf(other) - weightOf(one));
}

function parseWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of header.split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    if (name === '') continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : parseQuality(quality.slice(2));
    // The first of a name counts.
    if (weight !== null && !weights.has(name)) weights.set(name, weight);
  }
  return weights;
}

function parseQuality(text: string): number | null {
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : null;
}

/** As above, for headers as they come: a few texts make up nearly all of them. */
export function rememberAcceptedCodings(maxHeaders = 256): typeof acceptedCodings {
  const known = new Map<string, readonly ContentCoding[]>();
  return (header) => {
    if (header === undefined) return onlyIdentity;
    const before = known.get(header);
    if (before) return before;
    const codings = acceptedCodings(header);
    if (header.length <= 100) {
      if (known.size >= maxHeaders) known.clear();
      known.set(header, codings);
    }
    return codings;
  };
}
