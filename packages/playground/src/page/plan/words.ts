import type { CacheOutcome, PlanFetch } from './explanation.ts';

/** `0.4 ms`, `12 ms`, `1.2 s`. */
export function duration(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/** `340 B`, `1.2 kB`. */
export function size(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${(bytes / 1_000).toFixed(1)} kB`;
}

const outcomes: Readonly<Record<string, string>> = {
  OK: 'answered',
  ERRORS: 'answered with errors',
  FAILED: 'failed',
  STALE: 'failed, an older answer stands in',
  SPARED: 'not sent, nothing to ask',
  UNDER_WAY: 'under way',
};

export const outcomeWords = (outcome: string): string => outcomes[outcome] ?? outcome;

/** What became of one fetch, beside its time. */
export function fetchWords(fetch: PlanFetch): readonly string[] {
  const { outcome, codes, receivedBytes, retries, isShared, entities, cacheControl } = fetch;
  const wasSpared = outcome === 'SPARED';
  return [
    wasSpared && entities.kept > 0 ? 'not sent, all is kept' : outcomeWords(outcome),
    ...codes,
    ...(receivedBytes > 0 ? [size(receivedBytes)] : []),
    ...(entities.asked > 0 ? [`${entities.asked} ${entities.asked === 1 ? 'entity' : 'entities'} asked for`] : []),
    ...(entities.kept > 0 ? [`${entities.kept} from the cache`] : []),
    ...(retries > 0 ? [`sent ${retries + 1} times`] : []),
    ...(isShared ? ['shared with another request'] : []),
    ...(cacheControl ? [cacheControl] : []),
  ];
}

const made: Readonly<Record<string, string>> = {
  HIT: 'kept and fresh: nothing was fetched',
  STALE: 'kept and old: given at once, and fetched anew behind your back',
  MISS: 'fetched',
  SHARED: 'fetched by another request at the same time',
  STALE_IF_ERROR: 'kept and old: what was fetched came to nothing',
  BYPASS: 'fetched, past the cache',
};

const reasons: Readonly<Record<string, string>> = {
  OFF: 'no answer is kept here',
  MUTATION: 'only queries are kept',
  IN_PARTS: 'what comes in parts is not kept',
  ERRORS: 'not kept: it has errors',
  SUBGRAPHS: 'not kept: a subgraph does not allow it',
  VARIABLES: 'not kept: its variables have no sure text',
  PAST_CACHES: 'not kept: you asked for it anew',
  OVERTAKEN: 'not kept: what it shows was changed meanwhile',
};

export function cacheWords({ outcome, notKept, ageSeconds, maxAgeSeconds, scope }: CacheOutcome): string {
  const how = made[outcome] ?? outcome;
  if (notKept !== null) return `${how}; ${reasons[notKept] ?? notKept}`;
  const whose = scope === 'PRIVATE' ? 'for this viewer alone' : 'for all such viewers';
  return `${how}; ${ageSeconds} s old, kept for ${maxAgeSeconds ?? 0} s ${whose}`;
}
