import { describe, expect, it } from 'vitest';
import { type NewCorrection, newCorrections, reasonOf, toldCorrections } from './supplied-corrections.ts';

const now = new Date('2026-05-02T00:00:00Z');
const madeAt = '2026-05-01T12:00:00Z';
const earlier = '2026-05-01T08:00:00Z';
const later = '2026-05-01T09:00:00Z';

type Said = { readonly note: string; readonly publishedAt?: string | null };

function told(
  said: readonly Said[],
  standing: readonly (readonly [string, string])[] = [],
  made: string | null = madeAt,
) {
  const item = {
    input: { corrections: said },
    arrival: { stamp: { version: null, versionAt: made === null ? null : new Date(made) } },
  } as unknown as Parameters<typeof newCorrections>[0];
  const rows: NewCorrection[] = standing.map(([note, at]) => ({ note, publishedAt: new Date(at) }));
  return newCorrections(item, rows, now).map(({ note, publishedAt }) => [note, publishedAt.toISOString()]);
}

const iso = (text: string) => new Date(text).toISOString();

describe('a supplier’s corrections', () => {
  it.each<[string, readonly Said[], readonly (readonly [string, string])[], readonly (readonly [string, string])[]]>([
    ['are told with their time', [{ note: 'A', publishedAt: earlier }], [], [['A', earlier]]],
    ['stand once with the same words and time', [{ note: 'A', publishedAt: earlier }], [['A', earlier]], []],
    [
      'have the same time in whatever zone it is written',
      [{ note: 'A', publishedAt: '2026-05-01T10:00:00+02:00' }],
      [['A', earlier]],
      [],
    ],
    [
      'are another with the same words of a later time',
      [{ note: 'A', publishedAt: later }],
      [['A', earlier]],
      [['A', later]],
    ],
    [
      'that stand since a later time are the same, their own having come later',
      [{ note: 'A', publishedAt: earlier }],
      [['A', later]],
      [],
    ],
    [
      'with the same words are two where one version has both times',
      [
        { note: 'A', publishedAt: later },
        { note: 'A', publishedAt: earlier },
      ],
      [],
      [
        ['A', later],
        ['A', earlier],
      ],
    ],
    ['without a time stand once with the same words', [{ note: ' A ' }], [['A', earlier]], []],
    ['without a time count from the supplier’s version', [{ note: 'A', publishedAt: null }], [], [['A', madeAt]]],
    [
      'that come twice in one version are told once',
      [{ note: 'A' }, { note: 'A', publishedAt: earlier }, { note: 'A', publishedAt: earlier }],
      [],
      [['A', earlier]],
    ],
    [
      'are told newest first',
      [
        { note: 'A', publishedAt: earlier },
        { note: 'B', publishedAt: later },
      ],
      [],
      [
        ['B', later],
        ['A', earlier],
      ],
    ],
  ])('%s', (_what, said, standing, expected) => {
    expect(told(said, standing)).toEqual(expected.map(([note, at]) => [note, iso(at)]));
  });

  it('without a time count from now where the version has none either, or one to come', () => {
    expect(told([{ note: 'A' }], [], null)).toEqual([['A', now.toISOString()]]);
    expect(told([{ note: 'A' }], [], '2026-05-02T00:00:00.001Z')).toEqual([['A', now.toISOString()]]);
  });

  it('are one reason, and one change of a revision; none is none', () => {
    const both = ['B', 'A'].map((note) => ({ note, publishedAt: now }));
    expect([reasonOf(both), toldCorrections(both)]).toEqual([
      'B\nA',
      [{ path: 'corrections', before: null, after: 'B\nA' }],
    ]);
    expect([reasonOf([]), toldCorrections([])]).toEqual([null, []]);
  });
});
