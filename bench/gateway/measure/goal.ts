import type { RowResult, Sample } from './row.ts';
import { spreadOf } from './statistics.ts';

/** A figure that the table is held to. */
export interface GoalPlan {
  readonly text: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly unit: '×' | '%' | 'ms' | 'MB';
  /** Null when a row that it needs is missing. */
  readonly seen: (rows: RowReader) => number | null;
}

export interface GoalResult {
  readonly text: string;
  /** With its unit. */
  readonly goal: string;
  readonly seen: string;
  readonly verdict: 'met' | 'NOT met' | 'not measured' | 'no goal, told for comparison';
}

export type RowReader = (id: string, figure: NumberOf<Sample>) => number | null;

type NumberOf<T> = { [Key in keyof T]: T[Key] extends number | null ? Key : never }[keyof T];

/** The median of a figure over a row's runs. */
export function rowReader(rows: readonly RowResult[]): RowReader {
  return (id, figure) => {
    const samples = rows.find((row) => row.id === id)?.samples ?? [];
    return spreadOf(samples.map((sample) => sample[figure]).filter((value) => value !== null))?.median ?? null;
  };
}

/** How many times one row's figure is another's; null when either is missing. */
export function ratio(of: number | null, to: number | null): number | null {
  return of === null || to === null || to === 0 ? null : of / to;
}

export function judge({ text, atLeast, atMost, unit, seen }: GoalPlan, rows: RowReader): GoalResult {
  const value = seen(rows);
  const show = (number: number) => `${Number(number.toPrecision(3))} ${unit}`;
  const goal = [
    atLeast === undefined ? [] : `≥ ${show(atLeast)}`,
    atMost === undefined ? [] : `≤ ${show(atMost)}`,
  ].flat();
  return {
    text,
    goal: goal.join(', '),
    seen: value === null ? '–' : show(value),
    verdict: verdictOn(value, atLeast, atMost),
  };
}

function verdictOn(
  value: number | null,
  atLeast: number | undefined,
  atMost: number | undefined,
): GoalResult['verdict'] {
  if (value === null) return 'not measured';
  if (atLeast === undefined && atMost === undefined) return 'no goal, told for comparison';
  const met = value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
  return met ? 'met' : 'NOT met';
}
