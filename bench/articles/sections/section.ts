/** A figure that the issue wants, and what was seen. */
export interface Goal {
  readonly text: string;
  readonly wanted: string;
  readonly seen: string;
  readonly isMet: boolean;
}

/** A part of the report. */
export interface Section {
  readonly title: string;
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals: readonly Goal[];
}

export const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 1);
export const perSecond = (value: number) => Math.round(value).toLocaleString('en');

export function atMostMs(text: string, limitMs: number, seenMs: number): Goal {
  return { text, wanted: `≤ ${limitMs} ms`, seen: `${milliseconds(seenMs)} ms`, isMet: seenMs <= limitMs };
}

export function atLeastPerSecond(text: string, limit: number, seen: number): Goal {
  return { text, wanted: `≥ ${perSecond(limit)} a second`, seen: perSecond(seen), isMet: seen >= limit };
}
