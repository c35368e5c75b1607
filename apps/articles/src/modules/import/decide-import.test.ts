import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveFrom, workflowActions } from '../article/workflow.ts';
import { type Arrival, type Decision, decideImport, type Publication, type Standing } from './decide-import.ts';

const now = new Date('2026-06-01T12:00:00Z');
const past = new Date('2026-06-01T10:00:00Z');
const soon = new Date('2026-06-01T14:00:00Z');
const later = new Date('2026-06-01T18:00:00Z');

const usable: Arrival = {
  stamp: { version: 2n, versionAt: null },
  digest: 'two',
  pubStatus: 'USABLE',
  publish: true,
  firstPublishedAt: null,
  embargoedUntil: null,
};
const published: Standing = {
  status: 'PUBLISHED',
  sourceDigest: 'one',
  sourceVersion: 1n,
  sourceVersionAt: null,
  firstPublishedAt: null,
  publishedAt: past,
  scheduledAt: null,
  embargoedUntil: null,
  sourceEmbargoedUntil: null,
};
const draft: Standing = { ...published, status: 'DRAFT', publishedAt: null };
const embargoed: Standing = {
  ...draft,
  status: 'SCHEDULED',
  scheduledAt: soon,
  embargoedUntil: soon,
  sourceEmbargoedUntil: soon,
};
const planned: Standing = { ...draft, status: 'SCHEDULED', scheduledAt: later };
const withdrawn: Standing = { ...published, status: 'WITHDRAWN' };

type Expected = Partial<Publication> & { readonly outcome: string; readonly tells: string | null };

function written(decision: Decision): Expected | Decision {
  if (decision.act !== 'write') return decision;
  const { outcome, tells, publication } = decision;
  return { outcome, tells, ...publication };
}

describe('an item that never came', () => {
  it.each<[string, Partial<Arrival>, Expected]>([
    ['is published', {}, { outcome: 'CREATED', tells: 'PUBLISHED', status: 'PUBLISHED', publishedAt: now }],
    [
      'waits as a draft when nobody publishes',
      { publish: false },
      { outcome: 'CREATED', tells: null, status: 'DRAFT' },
    ],
    [
      'is dated as its supplier says',
      { firstPublishedAt: past },
      { outcome: 'CREATED', tells: 'PUBLISHED', firstPublishedAt: past, publishedAt: past },
    ],
    [
      'has no first publication where its supplier names none: the time of import is none',
      {},
      { outcome: 'CREATED', tells: 'PUBLISHED', firstPublishedAt: null, publishedAt: now },
    ],
    [
      'of a clock that goes fast stands above nothing that is newer',
      { firstPublishedAt: soon },
      { outcome: 'CREATED', tells: 'PUBLISHED', firstPublishedAt: soon, publishedAt: now },
    ],
    [
      'under embargo is scheduled for its end',
      { embargoedUntil: soon },
      { outcome: 'CREATED', tells: null, status: 'SCHEDULED', scheduledAt: soon, publishedAt: null },
    ],
    [
      'under embargo that nobody publishes is a draft under embargo',
      { embargoedUntil: soon, publish: false },
      { outcome: 'CREATED', tells: null, status: 'DRAFT', scheduledAt: null, embargoedUntil: soon },
    ],
    [
      'was public after its embargo at the earliest',
      { embargoedUntil: past, firstPublishedAt: new Date('2026-06-01T09:00:00Z') },
      { outcome: 'CREATED', tells: 'PUBLISHED', publishedAt: past },
    ],
    ['that is withheld is a draft', { pubStatus: 'WITHHELD' }, { outcome: 'CREATED', tells: null, status: 'DRAFT' }],
  ])('%s', (_what, arrival, expected) => {
    expect(written(decideImport({ ...usable, ...arrival }, null, false, now))).toMatchObject(expected);
  });

  it('and is killed is remembered as dead', () => {
    const decision = decideImport({ ...usable, pubStatus: 'CANCELED' }, null, false, now);
    expect(decision).toEqual({ act: 'kill', outcome: 'DEAD', withdraw: false, tells: null });
  });
});

describe('a newer version', () => {
  it.each<[string, Standing, Partial<Arrival>, Expected]>([
    ['updates what is published', published, {}, { outcome: 'UPDATED', tells: 'UPDATED', publishedAt: past }],
    ['publishes a draft', draft, {}, { outcome: 'UPDATED', tells: 'PUBLISHED', publishedAt: now }],
    [
      'leaves a draft one when nobody publishes',
      draft,
      { publish: false },
      { outcome: 'UPDATED', tells: null, status: 'DRAFT' },
    ],
    [
      'leaves published what is, when nobody publishes',
      published,
      { publish: false },
      { outcome: 'UPDATED', tells: 'UPDATED' },
    ],
    [
      'without its embargo is published',
      embargoed,
      {},
      { outcome: 'UPDATED', tells: 'PUBLISHED', embargoedUntil: null },
    ],
    [
      'with another embargo waits for that',
      embargoed,
      { embargoedUntil: later },
      { outcome: 'UPDATED', tells: null, status: 'SCHEDULED', scheduledAt: later },
    ],
    [
      "lifts no editor's embargo",
      { ...draft, embargoedUntil: soon },
      {},
      { outcome: 'UPDATED', tells: null, status: 'SCHEDULED', scheduledAt: soon, embargoedUntil: soon },
    ],
    [
      "lifts its own embargo and not an editor's longer one",
      { ...embargoed, scheduledAt: later, embargoedUntil: later },
      {},
      { outcome: 'UPDATED', tells: null, status: 'SCHEDULED', scheduledAt: later, embargoedUntil: later },
    ],
    [
      "keeps an editor's time",
      planned,
      {},
      { outcome: 'UPDATED', tells: null, status: 'SCHEDULED', scheduledAt: later },
    ],
    [
      "keeps an editor's time after a new embargo's end",
      planned,
      { embargoedUntil: soon },
      { outcome: 'UPDATED', tells: null, status: 'SCHEDULED', scheduledAt: later },
    ],
    [
      'with an embargo takes back what is published, until then',
      published,
      { embargoedUntil: soon },
      { outcome: 'WITHDRAWN', tells: 'WITHDRAWN', status: 'SCHEDULED', scheduledAt: soon },
    ],
    [
      'that is withheld takes back what is published',
      published,
      { pubStatus: 'WITHHELD' },
      { outcome: 'WITHDRAWN', tells: 'WITHDRAWN', status: 'DRAFT' },
    ],
    [
      'that is withheld ends a schedule',
      planned,
      { pubStatus: 'WITHHELD' },
      { outcome: 'UPDATED', tells: null, status: 'DRAFT' },
    ],
  ])('%s', (_what, standing, arrival, expected) => {
    expect(written(decideImport({ ...usable, ...arrival }, standing, false, now))).toMatchObject(expected);
  });

  it('that says nothing new is remembered as the one that stands, and writes nothing', () => {
    const decision = decideImport({ ...usable, digest: 'one' }, published, false, now);
    expect(decision).toEqual({ act: 'nothing', outcome: 'UNCHANGED', restamp: true });
  });
});

describe('what changes nothing', () => {
  it.each<[string, Partial<Arrival>, Standing, boolean, Decision]>([
    [
      'the same again',
      { stamp: { version: 1n, versionAt: null }, digest: 'one' },
      published,
      false,
      { act: 'nothing', outcome: 'UNCHANGED', restamp: false },
    ],
    [
      'an older one',
      { stamp: { version: 0n, versionAt: null } },
      published,
      false,
      { act: 'nothing', outcome: 'STALE', restamp: false },
    ],
    [
      'one that says no version, of one that has one',
      { stamp: { version: null, versionAt: later } },
      published,
      false,
      { act: 'nothing', outcome: 'STALE', restamp: false },
    ],
    ['a newer one of what was killed', {}, withdrawn, true, { act: 'nothing', outcome: 'DEAD', restamp: false }],
    [
      'a newer one of what an editor withdrew',
      {},
      withdrawn,
      false,
      { act: 'nothing', outcome: 'DEAD', restamp: false },
    ],
    [
      'an older one that is withheld',
      { stamp: { version: 0n, versionAt: null }, pubStatus: 'WITHHELD' },
      published,
      false,
      { act: 'nothing', outcome: 'STALE', restamp: false },
    ],
  ])('%s', (_what, arrival, standing, isKilled, expected) => {
    expect(decideImport({ ...usable, ...arrival }, standing, isKilled, now)).toEqual(expected);
  });

  it('not: one of the same version that says something else, which wins by coming later', () => {
    const decision = decideImport({ ...usable, stamp: { version: 1n, versionAt: null } }, published, false, now);
    expect(decision).toMatchObject({ act: 'write', outcome: 'UPDATED' });
  });
});

describe('a kill', () => {
  it.each([
    ['what readers see, and they are told', published, { withdraw: true, outcome: 'WITHDRAWN', tells: 'WITHDRAWN' }],
    ['a draft, of which nobody is told', draft, { withdraw: true, outcome: 'WITHDRAWN', tells: null }],
    ['what is scheduled, of which nobody is told', embargoed, { withdraw: true, outcome: 'WITHDRAWN', tells: null }],
    ['what is withdrawn already: nothing more', withdrawn, { withdraw: false, outcome: 'DEAD', tells: null }],
  ] as const)('takes back %s', (_what, standing, expected) => {
    const older = { ...usable, pubStatus: 'CANCELED' as const, stamp: { version: 0n, versionAt: null } };
    expect(decideImport(older, standing, false, now)).toEqual({ act: 'kill', ...expected });
  });
});

const dates = fc.option(fc.constantFrom(past, now, soon, later));
const stamps = fc.record({ version: fc.option(fc.bigInt({ min: 0n, max: 3n })), versionAt: dates });
const arrivals: fc.Arbitrary<Arrival> = fc.record({
  stamp: stamps,
  digest: fc.constantFrom('one', 'two', 'three'),
  pubStatus: fc.constantFrom('USABLE', 'WITHHELD', 'CANCELED'),
  publish: fc.boolean(),
  firstPublishedAt: dates,
  embargoedUntil: dates,
});

/** What the database would hold after it. */
function after(standing: Standing | null, arrival: Arrival, decision: Decision): Standing | null {
  const stamp = { sourceVersion: arrival.stamp.version, sourceVersionAt: arrival.stamp.versionAt };
  const { digest: sourceDigest, embargoedUntil: sourceEmbargoedUntil } = arrival;
  if (decision.act === 'write') return { ...decision.publication, ...stamp, sourceDigest, sourceEmbargoedUntil };
  if (decision.act === 'kill') return standing && { ...standing, status: 'WITHDRAWN', scheduledAt: null };
  return standing && decision.restamp ? { ...standing, ...stamp } : standing;
}

const numRuns = process.env['LONG'] ? 100_000 : 2_000;

describe('whatever comes in whatever order', () => {
  it('keeps to what the database allows, to the moves of the workflow, and tells readers of what they can see', () => {
    fc.assert(
      fc.property(fc.array(arrivals, { minLength: 1, maxLength: 6 }), (sequence) => {
        let standing: Standing | null = null;
        let isKilled = false;
        for (const arrival of sequence) {
          const decision = decideImport(arrival, standing, isKilled, now);
          const next = after(standing, arrival, decision);
          isKilled ||= decision.act === 'kill';
          const before = standing?.status ?? 'NONE';
          if (next && next.status !== before) {
            const isAMove = workflowActions
              .filter((action) => action.startsWith('import'))
              .some(
                (action) =>
                  'to' in moveFrom(before, action) && (moveFrom(before, action) as { to: string }).to === next.status,
              );
            expect(isAMove, `${before} to ${next.status}`).toBe(true);
          }
          const wasSeen = before === 'PUBLISHED';
          const isSeen = next?.status === 'PUBLISHED';
          const tells = decision.act === 'nothing' ? null : decision.tells;
          if (wasSeen !== isSeen) expect(tells).toBe(isSeen ? 'PUBLISHED' : 'WITHDRAWN');
          else expect(tells).toBe(isSeen && decision.act === 'write' ? 'UPDATED' : null);
          if (next) expectAllowed(next);
          standing = next;
        }
        if (isKilled) expect(standing?.status ?? 'WITHDRAWN').toBe('WITHDRAWN');
      }),
      { numRuns },
    );
  });

  it('leaves the newest version standing, however often and in whatever order versions come, and a kill for good', () => {
    const versions = fc.uniqueArray(stamps, {
      minLength: 1,
      maxLength: 5,
      selector: ({ version, versionAt }) => `${version} ${versionAt?.getTime()}`,
    });
    const deliveries = versions.chain((all) => {
      const items = all.map((stamp, index) =>
        arrivals.map((one) => ({ ...one, stamp, publish: true, digest: `digest ${index}` })),
      );
      return fc.tuple(...items).chain((sent) =>
        fc.record({
          inOrder: fc.constant(sent.toSorted((a, b) => (compareBy(a, b) < 0 ? -1 : 1))),
          shuffled: fc
            .tuple(
              fc.shuffledSubarray(sent, { minLength: sent.length }),
              fc.array(fc.constantFrom(...sent), { maxLength: 4 }),
            )
            .chain(([whole, again]) =>
              fc.shuffledSubarray([...whole, ...again], { minLength: whole.length + again.length }),
            ),
        }),
      );
    });
    fc.assert(
      fc.property(deliveries, ({ inOrder, shuffled }) => {
        expect(endOf(shuffled)).toEqual(endOf(inOrder));
      }),
      { numRuns },
    );
  });
});

function compareBy(a: Arrival, b: Arrival): number {
  const key = ({ stamp: { version, versionAt } }: Arrival) => [version ?? -1n, versionAt?.getTime() ?? -1] as const;
  const [[v, t], [w, u]] = [key(a), key(b)];
  return v === w ? t - u : v < w ? -1 : 1;
}

/** What is left: dead, or which version stands; and whether readers see it is that version's own word. */
function endOf(sequence: readonly Arrival[]): unknown {
  let standing: Standing | null = null;
  let isKilled = false;
  for (const arrival of sequence) {
    const decision = decideImport(arrival, standing, isKilled, now);
    standing = after(standing, arrival, decision);
    isKilled ||= decision.act === 'kill';
  }
  if (isKilled) return 'dead';
  const last = standing as Standing | null;
  return (
    last && {
      status: last.status,
      scheduledAt: last.scheduledAt?.getTime(),
      digest: last.sourceDigest,
      version: last.sourceVersion,
      at: last.sourceVersionAt?.getTime(),
    }
  );
}

/** The constraints of the table (db/tables.ts). */
function expectAllowed({ status, publishedAt, scheduledAt, embargoedUntil }: Standing): void {
  if (status === 'PUBLISHED') {
    expect(publishedAt).not.toBeNull();
    if (embargoedUntil) expect(publishedAt?.getTime()).toBeGreaterThanOrEqual(embargoedUntil.getTime());
    if (embargoedUntil) expect(embargoedUntil.getTime()).toBeLessThanOrEqual(now.getTime());
  }
  expect(status === 'SCHEDULED').toBe(scheduledAt !== null);
  if (scheduledAt && embargoedUntil) expect(scheduledAt.getTime()).toBeGreaterThanOrEqual(embargoedUntil.getTime());
}
