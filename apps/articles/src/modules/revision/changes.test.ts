import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyElement } from '../article/body-element.ts';
import { applyChanges, changesBetween, type Facts, factsOf, type Standing } from './changes.ts';
import type { ArticleSnapshot } from './revision.ts';

const numRuns = process.env['LONG'] ? 20_000 : 500;

// Few words, so that two articles share some and differ in others.
const words = fc.constantFrom('', 'a', 'b', 'null', '{"kind":"heading"}', '<p>a</p>', 'שלום', '[]');
const maybe = fc.option(words);
const id = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5');
const element: fc.Arbitrary<BodyElement> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), id, html: words }),
  fc.record({ kind: fc.constant('heading' as const), id, level: fc.integer({ min: 2, max: 4 }), text: words }),
  fc.record({
    kind: fc.constant('list' as const),
    id,
    ordered: fc.boolean(),
    items: fc.array(words, { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('quote' as const), id, html: words, attribution: maybe, pull: fc.boolean() }),
);
const fields = {
  slug: words,
  language: words,
  timeZone: words,
  kicker: maybe,
  headline: words,
  standfirst: maybe,
  dateline: maybe,
  body: fc.uniqueArray(element, { selector: (one) => one.id, maxLength: 5 }),
  sectionId: maybe,
  urgency: fc.integer({ min: 1, max: 8 }),
  copyrightNotice: maybe,
  usageTerms: maybe,
  bylines: fc.array(fc.record({ name: words, role: maybe, contributorId: maybe }), { maxLength: 2 }),
  topicIds: fc.uniqueArray(words, { maxLength: 3 }),
  embargoedUntil: maybe,
};
// Revisions from before there was the mark for subscribers lack it.
const snapshot: fc.Arbitrary<ArticleSnapshot> = fc.oneof(
  fc.record(fields),
  fc.record({ ...fields, isAccessibleForFree: fc.boolean() }),
);
const standing: fc.Arbitrary<Standing> = fc.record({
  status: fc.constantFrom('DRAFT' as const, 'SCHEDULED' as const, 'PUBLISHED' as const, 'WITHDRAWN' as const),
  scheduledAt: fc.option(fc.constantFrom(new Date(0), new Date(1))),
  withdrawalReason: maybe,
});
const article = fc.tuple(snapshot, standing);

/** What is said, without the paths that say that nothing is there. */
const said = (facts: Facts) => Object.fromEntries([...facts].filter(([, text]) => text !== null));

describe('the changes of a save', () => {
  it('explain it: what stood before and the changes give what stands after, and back', () => {
    fc.assert(
      fc.property(article, article, (one, other) => {
        const [before, after] = [factsOf(...one), factsOf(...other)];
        const changes = changesBetween(before, after);
        expect(said(applyChanges(before, changes))).toEqual(said(after));
        const back = changes.map(({ path, before: was, after: is }) => ({ path, before: is, after: was }));
        expect(said(applyChanges(after, back))).toEqual(said(before));
      }),
      { numRuns },
    );
  });

  it('name each path once, and only what differs', () => {
    fc.assert(
      fc.property(article, article, (one, other) => {
        const changes = changesBetween(factsOf(...one), factsOf(...other));
        expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length);
        for (const { before, after } of changes) expect(before).not.toBe(after);
      }),
      { numRuns },
    );
  });

  it('are none exactly where the same is said: nothing that an editor writes is left out', () => {
    fc.assert(
      fc.property(article, article, fc.boolean(), (one, drawn, isSame) => {
        const other = isSame ? structuredClone(one) : drawn;
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(changesBetween(factsOf(...one), factsOf(...other)).length === 0).toBe(same);
      }),
      { numRuns },
    );
  });

  it('tell a paragraph by its words, and one that was moved by the order alone', () => {
    const body = (...paragraphs: [string, string][]) =>
      paragraphs.map(([id, html]) => ({ kind: 'paragraph' as const, id, html }));
    const base = {
      ...{ slug: 's', language: 'en', timeZone: 'UTC', kicker: null, headline: 'h', standfirst: null, dateline: null },
      ...{ sectionId: null, urgency: 5, copyrightNotice: null, usageTerms: null, embargoedUntil: null },
      ...{ bylines: [], topicIds: [] },
    };
    const draft = { status: 'DRAFT' as const, scheduledAt: null, withdrawalReason: null };
    const before = factsOf({ ...base, body: body(['p1', 'One.'], ['p2', 'Two.']) }, draft);
    expect(changesBetween(before, factsOf({ ...base, body: body(['p1', 'Uno.'], ['p2', 'Two.']) }, draft))).toEqual([
      { path: 'body.p1', before: '<p>One.</p>', after: '<p>Uno.</p>' },
    ]);
    expect(changesBetween(before, factsOf({ ...base, body: body(['p2', 'Two.'], ['p1', 'One.']) }, draft))).toEqual([
      { path: 'body', before: '["p1","p2"]', after: '["p2","p1"]' },
    ]);
  });
});
