import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, normaliseSlug, slugCandidates, slugify, slugStem } from './slug.ts';

describe('a slug', () => {
  it.each([
    ['Putin gives no indication', 'putin-gives-no-indication'],
    ['Café — l’été', 'cafe-lete'],
    ['שָׁלוֹם לכולם', 'שלום-לכולם'],
    ['أخبارُ اليوم', 'اخبار-اليوم'],
    ['!!!', 'untitled'],
  ])('of %s is %s', (headline, slug) => {
    expect(slugify(headline)).toBe(slug);
  });

  it('of any headline is a whole, normal text of at most 80 characters that passes for a slug, and is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (headline) => {
        const slug = slugify(headline);
        expect([slug.isWellFormed(), isSlug(slug), normaliseSlug(slug)]).toEqual([true, true, slug]);
        expect([...slug].length).toBeLessThanOrEqual(80);
      }),
    );
    expect(slugify('𐐨'.repeat(100))).toBe('𐐨'.repeat(80));
    expect(slugify(`x${'𐐨'.repeat(100)}`).isWellFormed()).toBe(true);
  });

  it.each(['', '-', 'a--b', '-a', 'a b', 'a/b', 'a.b', 'x'.repeat(161)])('is not %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });

  it('competes for numbers with its kin', () => {
    expect(slugCandidates('a', 1, 3)).toEqual(['a', 'a-2', 'a-3']);
    expect(slugCandidates('a', 4, 2)).toEqual(['a-4', 'a-5']);
    expect(['a', 'a-2', 'a-2-3', 'a-b'].map(slugStem)).toEqual(['a', 'a', 'a', 'a-b']);
  });
});
