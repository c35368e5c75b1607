import type { PackageResult } from './test-results.ts';

/** The closing table: a row for each package. */
export function resultTable(results: readonly PackageResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length), 0);
  const rows = results.map(({ name, passed, failed, skipped, fault }) => {
    const counts = [passed, failed, skipped].map((number) => String(number).padStart(7)).join(' ');
    return `${name.padEnd(width)} ${counts}${fault ? `  ${fault}` : ''}`;
  });
  return [`${''.padEnd(width)}  passed  failed skipped`, ...rows].join('\n');
}

/** Every test that failed, a line each, under its package. */
export function failureList(results: readonly PackageResult[]): string {
  return results.flatMap(({ name, failures }) => failures.map((failure) => `✗ ${name} ${failure}`)).join('\n');
}

/** The very last line of a run. */
export function totalLine(results: readonly PackageResult[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}
