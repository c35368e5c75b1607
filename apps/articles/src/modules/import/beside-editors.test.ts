import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../article/article.ts';
import type { KeptFields, SuppliedFacts, SuppliedField } from '../kept/supplied-field.ts';
import { suppliedFields } from '../kept/supplied-field.ts';
import { snapshotOf } from '../revision/snapshot.ts';
import { besideEditors, isUnseen } from './beside-editors.ts';

const paragraph = (html: string) => ({ kind: 'paragraph' as const, id: 'p1', html });
const texts = { headline: 'Ours', kicker: 'Ours', standfirst: 'Ours', dateline: 'Ours' };
const rights = { copyrightNotice: 'Ours', usageTerms: 'Ours', isAccessibleForFree: false };
const place = { slug: 'ours', language: 'en', timeZone: 'UTC', sectionId: 'ours', urgency: 1 };
const unwritten = { sourceUrl: null, sourceFormat: 'ninjs', firstPublishedAt: new Date(1), publishedAt: new Date(2) };
const current = {
  ...{ ...texts, ...rights, ...place, ...unwritten, id: 'article', body: [paragraph('Our three words')], wordCount: 3 },
  ...{ status: 'PUBLISHED', scheduledAt: null, withdrawalReason: null, embargoedUntil: null, translationGroupId: null },
} as unknown as ArticleRow;

const theirs = {
  columns: {
    ...{ headline: 'Theirs', kicker: 'Theirs', standfirst: 'Theirs', dateline: 'Theirs', copyrightNotice: 'Theirs' },
    ...{
      usageTerms: 'Theirs',
      isAccessibleForFree: true,
      language: 'fr',
      timeZone: 'Europe/Paris',
      sectionId: 'theirs',
    },
    ...{ urgency: 2, body: [paragraph('Their words')], wordCount: 2, sourceDigest: 'new', status: 'DRAFT' as const },
  },
  bylines: [{ name: 'Theirs' }],
  topicIds: ['theirs'],
  slug: 'theirs',
  isCorrected: false,
};
const parts = { bylines: [{ name: 'Ours' }], topicIds: ['ours'] };

/** What would stand after the version, as a revision keeps it. */
function after(kept: KeptFields) {
  const { content, slug } = besideEditors(current, kept, theirs);
  const article = { ...current, ...content.columns, slug: slug ?? current.slug } as ArticleRow;
  const { bylines = parts.bylines, topicIds = parts.topicIds } = content;
  return { article, snapshot: snapshotOf({ article, parts: { bylines, topicIds } }) };
}
const keeping = (...fields: SuppliedField[]): KeptFields => new Map(fields.map((field) => [field, {}]));
const ours = snapshotOf({ article: current, parts });
const all = after(keeping()).snapshot;

describe('a version beside what editors keep', () => {
  it('can be kept out of everything that a revision keeps but the embargo', () => {
    const { embargoedUntil: _, ...said } = ours;
    expect(Object.keys(said).toSorted()).toEqual([...suppliedFields].toSorted());
  });

  it.each(suppliedFields)('leaves %s as it stands and writes all else, the steps of the workflow too', (field) => {
    expect(all[field]).not.toEqual(ours[field]);
    const { article, snapshot } = after(keeping(field));
    expect(snapshot).toEqual({ ...all, [field]: ours[field] });
    expect(article).toMatchObject({ status: 'DRAFT', sourceDigest: 'new' });
  });

  it('counts the words of the body that stands', () => {
    expect(after(keeping('body')).article.wordCount).toBe(3);
    expect(after(keeping('headline')).article.wordCount).toBe(2);
  });

  it('tells what is new of what is kept, by path, against what the supplier said before', () => {
    const kept: KeptFields = new Map([
      ['headline', { headline: 'Theirs' }],
      ['kicker', {}],
      ['body', { body: '["p1"]', 'body.p1': '<p>Their old words</p>' }],
    ]);
    const { told, supplied } = besideEditors(current, kept, theirs);
    expect(told).toEqual([
      { path: 'supplied.kicker', before: null, after: 'Theirs' },
      { path: 'supplied.body.p1', before: '<p>Their old words</p>', after: '<p>Their words</p>' },
    ]);
    expect(besideEditors(current, supplied, theirs).told).toEqual([]);
  });

  it.each<[string, SuppliedFacts]>([
    ['', { slug: 'their-old' }],
    [', also where it is not known what was said of it before', {}],
  ])('says nothing of a slug that it does not name%s', (_when, said) => {
    const kept: KeptFields = new Map([['slug', said]]);
    expect(besideEditors(current, kept, { ...theirs, slug: null })).toMatchObject({
      slug: null,
      told: [],
      supplied: kept,
    });
  });

  it('is unseen where nothing is different that readers see', () => {
    const same = {
      columns: { headline: 'Theirs', sourceDigest: 'new', updatedAt: new Date(9) },
      ...{ ...parts, slug: null, isCorrected: false },
    };
    const unseen = (more: object) =>
      isUnseen(
        current,
        parts,
        besideEditors(current, keeping('headline'), { ...same, columns: { ...same.columns, ...more } }),
      );
    expect(unseen({})).toBe(true);
    for (const more of [
      ...[{ kicker: 'New' }, { status: 'DRAFT' }, { sourceUrl: 'https://wire.example' }, { sourceFormat: 'nitf' }],
      ...[{ firstPublishedAt: new Date(3) }, { publishedAt: new Date(3) }, { translationGroupId: 'group' }],
    ])
      expect(unseen(more)).toBe(false);
  });
});
