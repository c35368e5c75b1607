import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoContributors } from './contributors.ts';
import { demoEditionTime } from './edition-time.ts';
import { commenterCountFor, generateArticles, generateCommenters, generateComments } from './generate.ts';
import { demoSections } from './sections.ts';
import { demoTopics } from './topics.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('generated articles', () => {
  test('are the same for a seed, and a smaller count is the beginning of a larger one', () => {
    fc.assert(
      fc.property(seeds, fc.nat(20), fc.nat(20), (seed, count, more) => {
        const all = [...generateArticles({ count: count + more, seed })];
        expect([...generateArticles({ count, seed })]).toEqual(all.slice(0, count));
        expect(all).toHaveLength(count + more);
      }),
      { numRuns: 30 },
    );
  });

  test('differ between seeds in id, slug and words', () => {
    const [one, two] = [1, 2].map((seed) => [...generateArticles({ count: 50, seed })]);
    const ids = new Set(one?.map(({ id }) => id));
    expect(two?.some(({ id }) => ids.has(id))).toBe(false);
    expect(one?.map(({ headline }) => headline)).not.toEqual(two?.map(({ headline }) => headline));
  });

  test('have unique ids and slugs, known references, and dates that go back from the edition', () => {
    const rows = [...generateArticles({ count: 5000, seed: 7 })];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5000);
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(5000);
    const [sections, topics, contributors] = [demoSections, demoTopics, demoContributors].map(
      (list) => new Set(list.map(({ slug }) => slug)),
    );
    let before = demoEditionTime.getTime();
    for (const row of rows) {
      expect(sections).toContain(row.sectionSlug);
      for (const slug of row.topicSlugs) expect(topics).toContain(slug);
      for (const { contributorSlug } of row.bylines) expect(contributors).toContain(contributorSlug);
      expect(Date.parse(row.publishedAt)).toBeLessThan(before);
      before = Date.parse(row.publishedAt);
    }
    expect(new Set(rows.map(({ language }) => language)).size).toBe(3);
  });
});

describe('generated comments', () => {
  test('are exactly as many as asked for, the same for a seed, on articles and by commenters of that seed', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 40 }), fc.nat(300), (seed, articleCount, count) => {
        const rows = [...generateComments({ count, articleCount, seed })];
        expect(rows).toHaveLength(count);
        expect([...generateComments({ count, articleCount, seed })]).toEqual(rows);
        const articleIds = new Set([...generateArticles({ count: articleCount, seed })].map(({ id }) => id));
        const commenterIds = new Set(
          [...generateCommenters({ count: commenterCountFor(count), seed })].map(({ id }) => id),
        );
        for (const { articleId, authorId } of rows) {
          expect(articleIds).toContain(articleId);
          expect(commenterIds).toContain(authorId);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('stand after their parent, on its article, no deeper than five, later in time', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 20 }), (seed, articleCount) => {
        const seen = new Map<string, { depth: number; articleId: string; createdAt: string }>();
        for (const { id, parentId, articleId, createdAt } of generateComments({ count: 600, articleCount, seed })) {
          const parent = parentId === null ? undefined : seen.get(parentId);
          if (parentId !== null) {
            expect(parent?.articleId).toBe(articleId);
            expect((parent?.createdAt ?? '') <= createdAt).toBe(true);
          }
          expect(seen.has(id)).toBe(false);
          expect((parent?.depth ?? 0) + 1).toBeLessThanOrEqual(5);
          seen.set(id, { depth: (parent?.depth ?? 0) + 1, articleId, createdAt });
        }
        expect(Math.max(...[...seen.values()].map(({ depth }) => depth))).toBe(5);
      }),
      { numRuns: 20 },
    );
  });

  test('differ between seeds', () => {
    const [one, two] = [1, 2].map((seed) => [...generateComments({ count: 100, articleCount: 10, seed })]);
    const ids = new Set(one?.map(({ id }) => id));
    expect(two?.some(({ id }) => ids.has(id))).toBe(false);
  });

  test('gather on few articles: the busiest hundredth has more than half of them', () => {
    const sizes = new Map<string, number>();
    for (const { articleId } of generateComments({ count: 50_000, articleCount: 10_000, seed: 3 })) {
      sizes.set(articleId, (sizes.get(articleId) ?? 0) + 1);
    }
    const largest = [...sizes.values()].sort((a, b) => b - a).slice(0, 100);
    expect(largest.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(25_000);
  });

  test('need an article to stand on', () => {
    expect(() => [...generateComments({ count: 1, articleCount: 0, seed: 1 })]).toThrow('at least one article');
    expect([...generateComments({ count: 0, articleCount: 0, seed: 1 })]).toEqual([]);
  });
});

test('a stream is made as it is read: the first rows of an endless order come at once', () => {
  const endless = { count: Number.MAX_SAFE_INTEGER, seed: 1 };
  expect(generateArticles(endless).next().done).toBe(false);
  expect(generateCommenters(endless).next().done).toBe(false);
  expect(generateComments({ ...endless, articleCount: 10, commenterCount: 10 }).next().done).toBe(false);
});
