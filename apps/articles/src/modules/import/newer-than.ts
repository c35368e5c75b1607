/** What a supplier says about which version of its item this is. Null where it says nothing. */
export interface VersionStamp {
  /** The supplier's count of versions. */
  readonly version: bigint | null;
  /** When the supplier made this version. */
  readonly versionAt: Date | null;
}

/**
 * Which of two versions of one item is newer: below 0 when `a` is older, above 0 when it is newer, 0 when nothing tells them
 * apart. The count of versions decides; where it is the same, the time does. Who says nothing of either stands below who
 * says something: what knows its version is never overwritten by what does not. So it is a total preorder, and in whatever
 * order versions come, and however often, the newest one is left standing. The time of arrival is never looked at.
 */
export function compareStamps(a: VersionStamp, b: VersionStamp): number {
  return compareKnown(a.version, b.version) || compareKnown(millisecondsOf(a.versionAt), millisecondsOf(b.versionAt));
}

function compareKnown<Value extends bigint | number>(a: Value | null, b: Value | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function millisecondsOf(date: Date | null): number | null {
  return date?.getTime() ?? null;
}
