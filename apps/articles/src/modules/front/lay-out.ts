/** A container as it is laid out: what readers may see of what editors pinned, and what its fill lets through. */
export interface ContainerContents {
  readonly id: string;
  /** In the editors' order. */
  readonly pinned: readonly string[];
  /** Newest first. */
  readonly fill: readonly string[];
}

/**
 * Which articles stand in which container, for so many a container. Three rules, in this order:
 * 1. Pins come first, in order, at most `first` of them. One that a container above shows is not shown again.
 * 2. What is pinned anywhere on the front is nowhere else's fill: an editor's place beats an automatic one, also one above.
 * 3. Containers are filled from top to bottom, each with the newest that its fill lets through and that no container above
 *    took.
 * So no article stands twice, and the same contents are laid out the same way every time.
 */
export function layOut(
  containers: readonly ContainerContents[],
  first: number,
): ReadonlyMap<string, readonly string[]> {
  const taken = new Set<string>();
  const take = (ids: readonly string[], most: number) => {
    const shown: string[] = [];
    for (const id of ids) {
      if (shown.length === most) break;
      if (taken.has(id)) continue;
      taken.add(id);
      shown.push(id);
    }
    return shown;
  };
  const pins = containers.map(({ pinned }) => take(pinned, first));
  for (const { pinned } of containers) for (const id of pinned) taken.add(id);
  return new Map(
    containers.map(({ id, fill }, at) => {
      const shown = pins[at] ?? [];
      return [id, [...shown, ...take(fill, first - shown.length)]] as const;
    }),
  );
}

/** How many of its fill a container can need at most: what it lacks itself, and what those above may take from it. */
export function fillLimits(pinCounts: readonly number[], first: number): number[] {
  let above = 0;
  return pinCounts.map((pins) => {
    const lacks = Math.max(0, first - pins);
    above += lacks;
    return lacks === 0 ? 0 : above;
  });
}
