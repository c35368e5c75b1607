/** Finds what bears a tag in as many steps as there are bearers. Holds a tag only while something bears it. */
export interface TagIndex<Bearer> {
  add(bearer: Bearer, tags: readonly string[]): void;
  remove(bearer: Bearer, tags: readonly string[]): void;
  /** A copy: bearers may be removed while it is walked. */
  bearersOf(tag: string): readonly Bearer[];
  readonly tagCount: number;
}

export function createTagIndex<Bearer>(): TagIndex<Bearer> {
  const bearers = new Map<string, Set<Bearer>>();
  return {
    add(bearer, tags) {
      for (const tag of tags) {
        const set = bearers.get(tag);
        if (set) set.add(bearer);
        else bearers.set(tag, new Set([bearer]));
      }
    },
    remove(bearer, tags) {
      for (const tag of tags) {
        const set = bearers.get(tag);
        if (set?.delete(bearer) && set.size === 0) bearers.delete(tag);
      }
    },
    bearersOf: (tag) => [...(bearers.get(tag) ?? [])],
    get tagCount() {
      return bearers.size;
    },
  };
}
