const figures = new Intl.NumberFormat('en');

/** A count as all editions write it: 1,234. */
export function grouped(count: number): string {
  return figures.format(count);
}
