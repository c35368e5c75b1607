/**
 * Is a progressive @override on? Percentages may have fractions; the one of a request is from 0 to below 100, so that
 * `percent(0)` is never on and `percent(100)` always.
 */
export function isLabelOn(label: string, labelsOn: ReadonlySet<string>, percentage: number): boolean {
  const [, share] = /^percent\(([\d.]+)\)$/.exec(label) ?? [];
  return share === undefined ? labelsOn.has(label) : percentage < Number(share);
}

/** The n of every `percent(n)` in a supergraph. */
export function overridePercentagesOf(supergraphSdl: string): number[] {
  return [...supergraphSdl.matchAll(/overrideLabel: "percent\(([\d.]+)\)"/g)].map(([, n]) => Number(n));
}
