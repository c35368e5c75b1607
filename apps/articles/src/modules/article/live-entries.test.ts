import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BodyElement, LiveEntryElement } from './body-element.ts';
import { idsOf, isLiveEntry, newestFirst, withEntry } from './live-entries.ts';

const paragraph = (id: string): BodyElement => ({ kind: 'paragraph', id, html: id });
const entry = (id: string, second: number): LiveEntryElement => ({
  kind: 'liveEntry',
  id,
  headline: id,
  publishedAt: new Date(second * 1_000).toISOString(),
  body: [],
});
/** Few instants, so that many entries share one. */
const bodies = fc
  .array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 9 })), { maxLength: 12 })
  .map((seconds) => seconds.map((second, at) => (second === null ? paragraph(`p${at}`) : entry(`e${at}`, second))));

const entriesOf = (body: readonly BodyElement[]) => body.filter(isLiveEntry);
const timesOf = (body: readonly BodyElement[]) => entriesOf(body).map(({ publishedAt }) => Date.parse(publishedAt));
const descending = (times: readonly number[]) => times.toSorted((a, b) => b - a);

it('entries stand newest first, none is lost, and what is none of them stays where it stands', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const ordered = newestFirst(body);
      expect(timesOf(ordered)).toEqual(descending(timesOf(body)));
      expect(idsOf(ordered)).toEqual(idsOf(body));
      expect(ordered.map((element) => !isLiveEntry(element) && element.id)).toEqual(
        body.map((element) => !isLiveEntry(element) && element.id),
      );
      expect(newestFirst(ordered)).toEqual(ordered);
    }),
  );
});

it('an entry that is added stands above all that are not newer, below those that are', () => {
  fc.assert(
    fc.property(bodies, fc.integer({ min: 0, max: 9 }), (body, second) => {
      const before = newestFirst(body);
      const after = withEntry(before, entry('new', second));
      expect(after).toHaveLength(before.length + 1);
      expect(timesOf(after)).toEqual(descending(timesOf(after)));
      const ids = entriesOf(after).map(({ id }) => id);
      expect(ids.filter((id) => id !== 'new')).toEqual(entriesOf(before).map(({ id }) => id));
      const newer = entriesOf(before).filter(({ publishedAt }) => Date.parse(publishedAt) > second * 1_000);
      expect(ids.indexOf('new')).toBe(newer.length);
    }),
  );
});

it('the first entry of all stands below what introduces it', () => {
  expect(withEntry([paragraph('intro')], entry('new', 1)).map(({ id }) => id)).toEqual(['intro', 'new']);
});
