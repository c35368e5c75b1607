import type { BodyElement, LiveEntryElement } from './body-element.ts';

/**
 * The entries of a live story newest first, whatever the order they were written in. What is no entry stays where it stands;
 * of two entries of one instant, the one that stood above stays above.
 */
export function newestFirst(body: readonly BodyElement[]): readonly BodyElement[] {
  const entries = body.filter(isLiveEntry).toSorted((a, b) => timeOf(b) - timeOf(a));
  return body.map((element) => (isLiveEntry(element) ? (entries.shift() ?? element) : element));
}

/** A body with one entry more, in its place by time; of one instant on top. The first entry of all stands at the end. */
export function withEntry(body: readonly BodyElement[], entry: LiveEntryElement): readonly BodyElement[] {
  const first = body.findIndex(isLiveEntry);
  return newestFirst(body.toSpliced(first === -1 ? body.length : first, 0, entry));
}

export function isLiveEntry(element: BodyElement): element is LiveEntryElement {
  return element.kind === 'liveEntry';
}

/** Every id of a body, those in entries too. */
export function idsOf(body: readonly BodyElement[]): Set<string> {
  return new Set(
    body.flatMap((element) => [element.id, ...(isLiveEntry(element) ? element.body.map(({ id }) => id) : [])]),
  );
}

function timeOf({ publishedAt }: LiveEntryElement): number {
  return Date.parse(publishedAt);
}
