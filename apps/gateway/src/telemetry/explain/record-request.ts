import type { GraphQLFormattedError } from 'graphql';
import type { CallObserver, PlannedFacts } from '../../engine/run/plan-observer.ts';
import type { KeptFacts, RequestObserver } from '../request-observer.ts';
import { explainPlan } from './explain-plan.ts';
import type {
  ExplainedCache,
  ExplainedCompiling,
  ExplainedFetch,
  ExplainedNull,
  Explanation,
  FetchOutcome,
} from './explanation.ts';

type Recorded = Pick<Explanation, 'plan' | 'compiled' | 'cache' | 'fetches' | 'nulls' | 'totalMs'>;

/** Follows a request and keeps what it sees. */
export interface RequestRecorder extends RequestObserver {
  /** What was seen until now. */
  recorded(): Recorded;
}

/** Fetches beyond these tell nothing new. */
const maxFetches = 200;

type Open = { -readonly [Key in keyof ExplainedFetch]: ExplainedFetch[Key] };

export function recordRequest({ readsPastCaches }: { readonly readsPastCaches: boolean }): RequestRecorder {
  const startedAtMs = performance.now();
  const fetches: Open[] = [];
  // An error keeps the object of its extensions on its way into the answer: so it is known which call it came with.
  const callOfError = new Map<unknown, number>();
  let facts: PlannedFacts | null = null;
  let keptFacts: KeptFacts | null = null;
  let errors: readonly GraphQLFormattedError[] = [];

  return {
    explains: true,
    readsPastCaches,
    running: () => undefined,
    phase: () => undefined,
    planned(given) {
      facts = given;
    },
    kept(given) {
      keptFacts = given;
    },
    completed(given) {
      errors = [...errors, ...given];
    },
    callSpared(call, kept) {
      open(call, { asked: 0, kept }, 0, 'SPARED');
    },
    callBegan(call, entities, sentBytes) {
      return follow(open(call, entities, sentBytes, 'UNDER_WAY'));
    },
    recorded: () => ({
      plan: facts && explainPlan(facts.program),
      compiled: facts && explainCompiling(facts),
      cache: keptFacts && explainCache(keptFacts),
      // What a kept answer's renewal fetches is not how this answer came about.
      fetches: isMade(keptFacts) ? fetches.map((fetch) => ({ ...fetch })) : [],
      nulls: errors.map(explainNull),
      totalMs: sinceStart(),
    }),
  };

  function sinceStart(): number {
    return inMs(performance.now() - startedAtMs);
  }

  function open(call: number, entities: ExplainedFetch['entities'], sentBytes: number, outcome: FetchOutcome): Open {
    const subgraph = facts?.program.calls[call]?.node.subgraph ?? '';
    const unsaid = { codes: [], durationMs: 0, receivedBytes: 0, retries: 0, isShared: false, cacheControl: null };
    const fetch: Open = { call, subgraph, outcome, startMs: sinceStart(), sentBytes, entities, ...unsaid };
    if (fetches.length < maxFetches) fetches.push(fetch);
    return fetch;
  }

  function follow(fetch: Open): CallObserver {
    const cameWith = (error: GraphQLFormattedError) => {
      callOfError.set(error.extensions, fetch.call);
      return codeOf(error);
    };
    const end = (outcome: FetchOutcome) => {
      fetch.durationMs = inMs(sinceStart() - fetch.startMs);
      fetch.outcome = outcome;
    };
    return {
      traceparent: null,
      retried: () => void fetch.retries++,
      shared() {
        fetch.isShared = true;
      },
      answered({ bytes, cacheControl = null }) {
        fetch.receivedBytes = bytes;
        fetch.cacheControl = cacheControl;
        end('OK');
      },
      erred(given) {
        fetch.outcome = 'ERRORS';
        fetch.codes = [...new Set(given.map(cameWith))];
      },
      failed(error, isStale) {
        end(isStale ? 'STALE' : 'FAILED');
        fetch.codes = [cameWith(error)];
      },
      done: () => undefined,
    };
  }

  function explainCompiling({ planMs, compileMs, readyAtMs }: PlannedFacts): ExplainedCompiling {
    return { wasReady: readyAtMs < startedAtMs, planMs: inMs(planMs), compileMs: inMs(compileMs) };
  }

  function explainNull(error: GraphQLFormattedError): ExplainedNull {
    const subgraph = error.extensions?.['subgraph'];
    return {
      path: error.path ?? null,
      code: codeOf(error),
      subgraph: typeof subgraph === 'string' ? subgraph : null,
      call: callOfError.get(error.extensions) ?? null,
    };
  }
}

const isMade = (facts: KeptFacts | null): boolean => facts === null || !isFromBefore.has(facts.outcome);
const isFromBefore: ReadonlySet<KeptFacts['outcome']> = new Set(['HIT', 'STALE', 'SHARED']);

function explainCache({ outcome, entry, ageSeconds, notKept }: KeptFacts): ExplainedCache {
  return {
    outcome,
    isKept: entry !== null,
    notKept,
    ageSeconds,
    maxAgeSeconds: entry?.policy.maxAgeSeconds ?? null,
    scope: entry?.scope ?? null,
  };
}

const codeOf = ({ extensions }: GraphQLFormattedError): string =>
  String(extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR');

/** To a hundredth. */
const inMs = (ms: number): number => Math.round(ms * 100) / 100;
