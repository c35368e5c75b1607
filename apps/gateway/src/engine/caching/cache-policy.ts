import type { CachePolicy } from '../engine-types.ts';

export interface PolicyDefaults {
  /** For answers of subgraphs that say nothing. 0: they are not kept. */
  readonly defaultMaxAgeSeconds: number;
  readonly staleWhileRevalidateSeconds: number;
  readonly staleIfErrorSeconds: number;
}

/** How long an answer made of these answers may be kept: as long as the shortest-lived. Null: not at all. */
export function leastPolicy(
  cacheControls: readonly (string | undefined)[],
  defaults: PolicyDefaults,
): CachePolicy | null {
  let least: CachePolicy | null = null;
  for (const header of cacheControls) {
    const policy = policyOf(header, defaults);
    if (policy === null) return null;
    least = least === null ? policy : lesser(least, policy);
  }
  return least;
}

function lesser(one: CachePolicy, other: CachePolicy): CachePolicy {
  const least = (name: 'staleWhileRevalidateSeconds' | 'staleIfErrorSeconds') =>
    Math.min(one[name] ?? 0, other[name] ?? 0);
  return {
    maxAgeSeconds: Math.min(one.maxAgeSeconds, other.maxAgeSeconds),
    scope: one.scope === 'PRIVATE' || other.scope === 'PRIVATE' ? 'PRIVATE' : 'PUBLIC',
    staleWhileRevalidateSeconds: least('staleWhileRevalidateSeconds'),
    staleIfErrorSeconds: least('staleIfErrorSeconds'),
  };
}

/** Reads Cache-Control as a subgraph means it for its gateway: RFC 9111, section 5.2.2. Null: not to be kept. */
export function policyOf(header: string | undefined, defaults: PolicyDefaults): CachePolicy | null {
  const directives = new Map(
    (header ?? '').split(',').map((part): [string, string] => {
      const [name = '', value = ''] = part.trim().toLowerCase().split('=');
      return [name, value.replace(/"/g, '')];
    }),
  );
  if (directives.has('no-store') || directives.has('no-cache')) return null;
  const seconds = (name: string) => {
    const value = directives.get(name);
    return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  };
  const said = seconds('s-maxage') ?? seconds('max-age');
  // Something was said, and it is not an age: nobody meant it to be kept.
  const maxAgeSeconds = said ?? (header === undefined ? defaults.defaultMaxAgeSeconds : 0);
  if (maxAgeSeconds === 0) return null;
  return {
    maxAgeSeconds,
    scope: directives.has('private') ? 'PRIVATE' : 'PUBLIC',
    staleWhileRevalidateSeconds: seconds('stale-while-revalidate') ?? defaults.staleWhileRevalidateSeconds,
    staleIfErrorSeconds: seconds('stale-if-error') ?? defaults.staleIfErrorSeconds,
  };
}

/** What a policy says of staleness, to be put after `max-age`; empty when it is what the defaults say anyway. */
export function staleDirectives(policy: CachePolicy, defaults: PolicyDefaults): string {
  const { staleWhileRevalidateSeconds = 0, staleIfErrorSeconds = 0 } = policy;
  const whileRevalidate =
    staleWhileRevalidateSeconds === defaults.staleWhileRevalidateSeconds
      ? ''
      : `, stale-while-revalidate=${staleWhileRevalidateSeconds}`;
  const ifError = staleIfErrorSeconds === defaults.staleIfErrorSeconds ? '' : `, stale-if-error=${staleIfErrorSeconds}`;
  return whileRevalidate + ifError;
}
