import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/** `LONG=1`, which `npm run faults` sets: longer, and with more load. */
export const isLong = process.env['LONG'] === '1';

/** Where `npm run faults` wants each figure as a line of JSON. */
const figuresFile = process.env['FAULT_FIGURES'];

/** One figure beside its threshold. */
export interface Figure {
  /** The number of the fault or attack. */
  readonly fault: string;
  readonly what: string;
  readonly threshold: string;
  readonly seen: string;
  readonly passed: boolean;
}

export interface Threshold {
  readonly seen: number;
  readonly unit?: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /**
   * What fails the test in place of `atMost`: a latency is the machine's too, and this one may be busy. The figure is shown
   * beside the threshold all the same.
   */
  readonly failAbove?: number;
  readonly failBelow?: number;
}

/** Shows a figure, and fails the test when it is not within its threshold. */
export function figure(fault: string, what: string, threshold: Threshold): void {
  const { seen, unit = '', atMost, atLeast } = threshold;
  const passed = (atMost === undefined || seen <= atMost) && (atLeast === undefined || seen >= atLeast);
  const bounds = [
    ...(atLeast === undefined ? [] : [`≥ ${written(atLeast, unit)}`]),
    ...(atMost === undefined ? [] : [`≤ ${written(atMost, unit)}`]),
  ].join(' ');
  tell({ fault, what, threshold: bounds, seen: written(seen, unit), passed });
  const { failAbove = atMost, failBelow = atLeast } = threshold;
  if (failAbove !== undefined) expect(seen, `${fault} ${what}`).toBeLessThanOrEqual(failAbove);
  if (failBelow !== undefined) expect(seen, `${fault} ${what}`).toBeGreaterThanOrEqual(failBelow);
}

function tell(figure: Figure): void {
  const { fault, what, threshold, seen, passed } = figure;
  process.stdout.write(`${fault} ${what}: ${seen} (${threshold})${passed ? '' : ' — above its threshold here'}\n`);
  if (figuresFile) appendFileSync(figuresFile, `${JSON.stringify(figure)}\n`);
}

const written = (value: number, unit: string) =>
  `${Number(value.toFixed(value < 10 ? 1 : 0)).toLocaleString('en-GB')}${unit && ` ${unit}`}`;
