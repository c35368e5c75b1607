/**
 * What the gateway says of an answer in `extensions.dateline`; docs/observability.md describes it. Only what is shown here.
 */
export interface Explanation {
  readonly operation: { readonly name: string | null; readonly cost: number; readonly maxCost: number } | null;
  readonly plan: PlanNode | null;
  readonly compiled: { readonly wasReady: boolean; readonly planMs: number; readonly compileMs: number } | null;
  readonly cache: CacheOutcome | null;
  readonly fetches: readonly PlanFetch[];
  readonly nulls: readonly PlanNull[];
  readonly totalMs: number;
}

export type PlanNode = { readonly kind: 'sequence' | 'parallel'; readonly nodes: readonly PlanNode[] } | PlanCall;

export interface PlanCall {
  readonly kind: 'call';
  readonly call: number;
  readonly subgraph: string;
  readonly operation: string;
  readonly document: string;
  readonly entities: readonly string[];
}

export interface CacheOutcome {
  readonly outcome: string;
  readonly isKept: boolean;
  readonly notKept: string | null;
  readonly ageSeconds: number;
  readonly maxAgeSeconds: number | null;
  readonly scope: string | null;
}

export interface PlanFetch {
  readonly call: number;
  readonly subgraph: string;
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly startMs: number;
  readonly durationMs: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly retries: number;
  readonly isShared: boolean;
  readonly entities: { readonly asked: number; readonly kept: number };
  readonly cacheControl: string | null;
}

export interface PlanNull {
  readonly path: readonly (string | number)[] | null;
  readonly code: string;
  readonly subgraph: string | null;
  readonly call: number | null;
}

/** The explanation in a payload; null when it has none. */
export function explanationIn(payload: unknown): Explanation | null {
  if (typeof payload !== 'object' || payload === null || !('extensions' in payload)) return null;
  const { extensions } = payload;
  if (typeof extensions !== 'object' || extensions === null || !('dateline' in extensions)) return null;
  const { dateline } = extensions;
  const isOne = typeof dateline === 'object' && dateline !== null && 'fetches' in dateline && 'plan' in dateline;
  return isOne ? (dateline as Explanation) : null;
}

/** The payload as it would be without. */
export function withoutExplanation<Payload>(payload: Payload): Payload {
  if (explanationIn(payload) === null) return payload;
  const { extensions, ...rest } = payload as Payload & { readonly extensions: Record<string, unknown> };
  const { dateline: _dateline, ...others } = extensions;
  return (Object.keys(others).length > 0 ? { ...rest, extensions: others } : rest) as Payload;
}
