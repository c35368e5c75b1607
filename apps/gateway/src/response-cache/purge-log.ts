/** A moment between two purges, as the log counts them. */
export type PurgeMark = number;

/**
 * Which tags were purged of late, so that an answer whose making began before a purge is not kept after it.
 *
 * It remembers a bounded number of tags. What began before the oldest one that it remembers counts as purged: the log
 * may say "purged" of what was not, never the other way round.
 */
export interface PurgeLog {
  /** Now. Take it before an answer is begun. */
  mark(): PurgeMark;
  record(tags: Iterable<string>): void;
  /** Everything that began before now is purged. */
  recordAll(): void;
  /** Whether any of the tags was purged after the mark was taken. */
  purgedSince(mark: PurgeMark, tags: Iterable<string>): boolean;
  /** Whether anything at all was. */
  isCurrent(mark: PurgeMark): boolean;
  readonly size: number;
}

export function createPurgeLog(maxTags = 16_384): PurgeLog {
  /** Insertion order is the order of purges, oldest first. */
  const purgedAt = new Map<string, PurgeMark>();
  let count = 0;
  let floor = 0;

  return {
    mark: () => count,
    record(tags) {
      count++;
      for (const tag of tags) {
        purgedAt.delete(tag);
        purgedAt.set(tag, count);
      }
      for (const [tag, at] of purgedAt) {
        if (purgedAt.size <= maxTags) break;
        purgedAt.delete(tag);
        floor = at;
      }
    },
    recordAll() {
      floor = ++count;
      purgedAt.clear();
    },
    purgedSince(mark, tags) {
      if (mark < floor) return true;
      if (mark === count) return false;
      for (const tag of tags) if ((purgedAt.get(tag) ?? 0) > mark) return true;
      return false;
    },
    isCurrent: (mark) => mark === count,
    get size() {
      return purgedAt.size;
    },
  };
}
