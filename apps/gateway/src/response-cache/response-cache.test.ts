import { describe, expect, it } from 'vitest';
import { Lifetime } from '../lifetime.ts';
import { type ViewerKeys, viewerKeys } from './cache-key.ts';
import { createResponseCache } from './response-cache.ts';
import { asking, failed, forAll, forOne, heldFill, made, settle, standingClock } from './test/made-answers.ts';

const ada: ViewerKeys = viewerKeys({ id: 'ada', displayName: 'Ada', roles: ['READER'] });
const bob: ViewerKeys = viewerKeys({ id: 'bob', displayName: 'Bob', roles: ['READER'] });
const editor: ViewerKeys = viewerKeys({ id: 'eve', displayName: 'Eve', roles: ['EDITOR'] });
const never = () => Promise.reject(new Error('nothing was to be fetched'));

function createCache(options: Parameters<typeof createResponseCache>[0] = {}) {
  const clock = standingClock();
  return { clock, cache: createResponseCache({ clock: clock.now, ...options }) };
}

describe('a kept answer', () => {
  it('is served until its age is up, and not a moment longer', async () => {
    const { cache, clock } = createCache();
    expect((await cache.answer(asking(), async () => made(1))).outcome).toBe('MISS');
    clock.forward(9_999);
    const hit = await cache.answer(asking(), never);
    expect(hit).toMatchObject({ outcome: 'HIT', status: 200, hasErrors: false });
    expect(hit.body.toString()).toBe('{"data":1}');
    clock.forward(1);
    expect((await cache.answer(asking(), async () => made(2))).body.toString()).toBe('{"data":2}');
  });

  it('counts its age from when its making began', async () => {
    const { cache, clock } = createCache();
    const held = heldFill();
    const answer = cache.answer(asking(), held.fill);
    await settle();
    clock.forward(6_000);
    held.last.land(made(1));
    await answer;
    clock.forward(4_000);
    expect((await cache.answer(asking(), async () => made(2))).outcome).toBe('MISS');
  });

  it('is found by the raw request too, letter by letter, until its age is up', async () => {
    const { cache, clock } = createCache();
    await cache.answer(asking({ text: 'raw' }), async () => made(1));
    expect(cache.lookup(asking().viewer, 'raw')?.identity.bytes.toString()).toBe('{"data":1}');
    expect(cache.lookup(asking().viewer, 'raw ')).toBeUndefined();
    // Written in another way, it leads to the same entry, and is known from then on.
    expect(cache.lookup(asking().viewer, 'other')).toBeUndefined();
    await cache.answer(asking({ text: 'other' }), never);
    expect(cache.lookup(asking().viewer, 'other')).toBe(cache.lookup(asking().viewer, 'raw'));
    clock.forward(10_000);
    expect(cache.lookup(asking().viewer, 'raw')).toBeUndefined();
  });

  it.each([
    ['with errors', { ...made(1), hasErrors: true }],
    ['without a policy', made(1, null)],
    ['with a status that is not 200', { ...made(1), status: 400 }],
    ['with no age', made(1, { ...forAll, maxAgeSeconds: 0 })],
  ])('is never one %s', async (_what, answer) => {
    const { cache } = createCache();
    expect((await cache.answer(asking({ text: 'raw' }), async () => answer)).entry).toBeNull();
    expect((await cache.answer(asking(), async () => made(2))).outcome).toBe('MISS');
  });

  it.each(['mutation', 'subscription'] as const)('is never that of a %s, nor is such a one shared', async (kind) => {
    const { cache } = createCache();
    const held = heldFill();
    const both = [cache.answer(asking({ kind }), held.fill), cache.answer(asking({ kind }), held.fill)];
    expect(held.count).toBe(2);
    held.last.land(made(2));
    expect((await both[1])?.outcome).toBe('BYPASS');
  });

  it('is not that of variables that have no sure key', async () => {
    const { cache } = createCache();
    const request = asking({ variables: { at: new Date(0) } });
    await cache.answer(request, async () => made(1));
    expect((await cache.answer(request, async () => made(2))).outcome).toBe('BYPASS');
  });

  it('belongs to its schema', async () => {
    const { cache } = createCache();
    await cache.answer(asking(), async () => made(1));
    expect((await cache.answer(asking({ schemaId: 't' }), async () => made(2))).outcome).toBe('MISS');
  });
});

describe('whom an answer is for', () => {
  it('is everyone of the class when it is PUBLIC, and of no other class', async () => {
    const { cache } = createCache();
    await cache.answer(asking({ viewer: ada }), async () => made(1));
    expect((await cache.answer(asking({ viewer: bob }), never)).outcome).toBe('HIT');
    for (const viewer of [editor, asking().viewer])
      expect((await cache.answer(asking({ viewer }), async () => made(2))).outcome).toBe('MISS');
  });

  it('is the viewer alone when it is PRIVATE', async () => {
    const { cache } = createCache();
    await cache.answer(asking({ viewer: ada, text: 'raw' }), async () => made('ada', forOne));
    expect(cache.lookup(bob, 'raw')).toBeUndefined();
    expect((await cache.answer(asking({ viewer: bob, text: 'raw' }), async () => made('bob', forOne))).outcome).toBe(
      'MISS',
    );
    expect(cache.lookup(ada, 'raw')?.identity.bytes.toString()).toBe('{"data":"ada"}');
    expect(cache.lookup(bob, 'raw')?.identity.bytes.toString()).toBe('{"data":"bob"}');
  });

  it('is held for PRIVATE while it is not known: nobody waits for another viewer', async () => {
    const { cache } = createCache();
    const held = heldFill();
    const answers = [ada, bob].map((viewer) => cache.answer(asking({ viewer }), held.fill));
    await settle();
    expect(held.count).toBe(2);
    held.last.land(made('bob', forOne));
    expect((await answers[1])?.body.toString()).toContain('bob');
  });

  it('is the viewer alone for good after one PRIVATE answer, and what was kept for all is not served again', async () => {
    const { cache } = createCache();
    await cache.answer(asking({ viewer: ada, variables: { n: 1 }, text: 'raw 1' }), async () => made('for all'));
    expect(cache.lookup(bob, 'raw 1')).toBeDefined();
    await cache.answer(asking({ viewer: ada, variables: { n: 2 } }), async () => made('ada', forOne));
    expect(cache.lookup(bob, 'raw 1')).toBeUndefined();
    // It says PUBLIC again: too late.
    await cache.answer(asking({ viewer: ada, variables: { n: 3 } }), async () => made('all?'));
    expect((await cache.answer(asking({ viewer: bob, variables: { n: 3 } }), async () => made('bob'))).outcome).toBe(
      'MISS',
    );
    // Another schema may say otherwise.
    await cache.answer(asking({ schemaId: 't', viewer: ada }), async () => made('for all'));
    expect((await cache.answer(asking({ schemaId: 't', viewer: bob }), never)).outcome).toBe('HIT');
  });

  it('may turn out to be one viewer while others wait: each of them is then answered for itself', async () => {
    const { cache } = createCache();
    await cache.answer(asking({ viewer: ada, variables: { n: 0 } }), async () => made('for all'));
    const forAda = heldFill();
    const forBob = heldFill();
    const adas = [0, 1].map(() => cache.answer(asking({ viewer: ada, variables: { n: 1 } }), forAda.fill));
    const bobs = [0, 1].map(() => cache.answer(asking({ viewer: bob, variables: { n: 1 } }), forBob.fill));
    await settle();
    expect([forAda.count, forBob.count]).toEqual([1, 0]);
    forAda.last.land(made('ada', forOne));
    await settle();
    expect(forBob.count).toBe(1);
    forBob.last.land(made('bob', forOne));
    for (const answer of await Promise.all(adas)) expect(answer.body.toString()).toContain('ada');
    for (const answer of await Promise.all(bobs)) expect(answer.body.toString()).toContain('bob');
  });

  it('is not known of an answer with errors: another viewer is answered for itself', async () => {
    const { cache } = createCache();
    await cache.answer(asking({ viewer: ada, variables: { n: 0 } }), async () => made('for all'));
    const forAda = heldFill();
    const adas = cache.answer(asking({ viewer: ada }), forAda.fill);
    const bobs = cache.answer(asking({ viewer: bob }), async () => made('for all'));
    await settle();
    forAda.last.land(failed({ mail: 'ada' }));
    expect((await adas).hasErrors).toBe(true);
    expect((await bobs).hasErrors).toBe(false);
  });
});

describe('a cold key', () => {
  it('is filled once for a thousand who ask at the same time', async () => {
    const { cache } = createCache();
    const held = heldFill();
    const answers = Array.from({ length: 1_000 }, () => cache.answer(asking({ text: 'raw' }), held.fill));
    await settle();
    expect(held.count).toBe(1);
    held.last.land(made(1));
    const outcomes = (await Promise.all(answers)).map((answer) => answer.outcome);
    expect(outcomes.filter((outcome) => outcome === 'SHARED')).toHaveLength(999);
    expect(cache.counts.outcomes).toMatchObject({ MISS: 1, SHARED: 999 });
  });

  it('answers all who wait with the errors that came, keeps them for nobody, and is asked again', async () => {
    const { cache } = createCache();
    const held = heldFill();
    const answers = Array.from({ length: 10 }, () => cache.answer(asking(), held.fill));
    await settle();
    held.last.land(failed());
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ hasErrors: true, entry: null });
    expect((await cache.answer(asking(), async () => made(1))).outcome).toBe('MISS');
  });

  it('rejects for all who wait when the fill does, and is asked again', async () => {
    const { cache } = createCache();
    const held = heldFill();
    const answers = Array.from({ length: 10 }, () => cache.answer(asking(), held.fill));
    await settle();
    held.last.crash(new Error('down'));
    for (const answer of await Promise.allSettled(answers)) expect(answer.status).toBe('rejected');
    // Also when it throws before it has a promise.
    const throwing = () => {
      throw new Error('at once');
    };
    await expect(cache.answer(asking(), throwing)).rejects.toThrow('at once');
    expect((await cache.answer(asking(), async () => made(1))).outcome).toBe('MISS');
  });
});

describe('a stale answer', () => {
  const policy = { ...forAll, staleWhileRevalidateSeconds: 5, staleIfErrorSeconds: 60 };

  it('is served at once while one fetch is under way behind it', async () => {
    const { cache, clock } = createCache();
    await cache.answer(asking(), async () => made('old', policy));
    clock.forward(14_999);
    const held = heldFill();
    for (let count = 0; count < 5; count++) {
      expect(await cache.answer(asking(), held.fill)).toMatchObject({ outcome: 'STALE' });
    }
    await settle();
    expect(held.count).toBe(1);
    held.last.land(made('new', policy));
    await settle();
    expect((await cache.answer(asking(), never)).body.toString()).toContain('new');
  });

  it('is not served any more when the time for that is over', async () => {
    const { cache, clock } = createCache();
    await cache.answer(asking(), async () => made('old', policy));
    clock.forward(15_000);
    const answer = await cache.answer(asking({ text: 'raw' }), async () => made('new', policy));
    expect(answer).toMatchObject({ outcome: 'MISS' });
  });

  it('stays, and is tried again, when the fetch behind it fails', async () => {
    const { cache, clock } = createCache();
    await cache.answer(asking(), async () => made('old', policy));
    clock.forward(11_000);
    expect((await cache.answer(asking(), never)).outcome).toBe('STALE');
    await settle();
    expect((await cache.answer(asking(), async () => failed())).outcome).toBe('STALE');
    await settle();
    expect(cache.counts.failedRefreshes).toBe(2);
    await cache.answer(asking(), async () => made('new', policy));
    await settle();
    expect((await cache.answer(asking(), never)).body.toString()).toContain('new');
  });

  it.each([
    ['throws', never],
    ['comes with errors', async () => failed()],
  ])('is served when the fetch %s, for as long as the policy says', async (_how, fill) => {
    const { cache, clock } = createCache();
    await cache.answer(asking(), async () => made('old', policy));
    clock.forward(69_999);
    const answer = await cache.answer(asking(), fill);
    expect(answer).toMatchObject({ outcome: 'STALE_IF_ERROR', hasErrors: false });
    expect(answer.body.toString()).toContain('old');
    clock.forward(1);
    const outcome = await cache.answer(asking(), fill).then(
      (late) => late.hasErrors,
      () => true,
    );
    expect(outcome).toBe(true);
  });

  it('gives way to errors that are the new answer itself', async () => {
    const { cache, clock } = createCache({ isOutage: (answer) => answer.body.includes('down') });
    await cache.answer(asking(), async () => made('old', policy));
    clock.forward(20_000);
    const gone = { ...failed(), body: Buffer.from('{"errors":[{"message":"not found"}]}') };
    expect(await cache.answer(asking(), async () => gone)).toMatchObject({ outcome: 'MISS', hasErrors: true });
  });

  it('does not come back when it was purged while the fetch was failing', async () => {
    const { cache, clock } = createCache();
    await cache.answer(asking(), async () => made('old', policy, ['a']));
    clock.forward(20_000);
    const held = heldFill();
    const answer = cache.answer(asking(), held.fill);
    await settle();
    await cache.purge(['a']);
    held.last.land(failed());
    expect((await answer).hasErrors).toBe(true);
  });
});

describe('a purge', () => {
  it('removes every entry that has one of the tags, before it returns, and no other', async () => {
    const { cache } = createCache();
    const tagged = { one: ['a'], two: ['a', 'b'], three: ['c'], four: ['ab'] };
    for (const [operation, tags] of Object.entries(tagged))
      await cache.answer(asking({ operation, text: operation }), async () => made(operation, forAll, tags));
    void cache.purge(['a', 'b', 'x']);
    expect(Object.keys(tagged).filter((text) => cache.lookup(asking().viewer, text))).toEqual(['three', 'four']);
    expect(cache.counts.purged).toBe(2);
  });

  it('keeps an answer from being kept whose making began before it', async () => {
    const { cache } = createCache();
    const held = heldFill();
    const before = cache.answer(asking(), held.fill);
    await settle();
    await cache.purge(['a']);
    held.last.land(made('old', forAll, ['a']));
    expect((await before).entry).toBeNull();
    expect(cache.counts.overtaken).toBe(1);
    expect((await cache.answer(asking(), async () => made('new', forAll, ['a']))).outcome).toBe('MISS');
    // The purge of another tag is no reason.
    const other = cache.answer(asking({ operation: 'other' }), held.fill);
    await settle();
    await cache.purge(['a']);
    held.last.land(made('other', forAll, ['b']));
    expect((await other).entry).not.toBeNull();
  });

  it('keeps who asks after it from waiting for what was begun before it', async () => {
    const { cache } = createCache();
    const old = heldFill();
    const before = cache.answer(asking(), old.fill);
    await settle();
    await cache.purge(['a']);
    const young = heldFill();
    const after = cache.answer(asking(), young.fill);
    await settle();
    expect(young.count).toBe(1);
    young.last.land(made('new', forAll, ['a']));
    expect((await after).body.toString()).toContain('new');
    old.last.land(made('old', forAll, ['a']));
    await before;
    expect((await cache.answer(asking(), never)).body.toString()).toContain('new');
  });

  it('of another tag may let two be made at once: the one begun later is kept, whichever comes last', async () => {
    const { cache, clock } = createCache();
    const [old, young] = [heldFill(), heldFill()];
    const answers = [cache.answer(asking(), old.fill)];
    await settle();
    clock.forward(10);
    await cache.purge(['other']);
    answers.push(cache.answer(asking(), young.fill));
    await settle();
    young.last.land(made('young', forAll, ['a']));
    await answers[1];
    old.last.land(made('old', forAll, ['a']));
    await answers[0];
    expect((await cache.answer(asking(), never)).body.toString()).toContain('young');
  });

  it('of everything leaves nothing, nor lets anything in that is on its way', async () => {
    const { cache } = createCache();
    const held = heldFill();
    await cache.answer(asking({ text: 'raw' }), async () => made(1));
    const onItsWay = cache.answer(asking({ operation: 'other' }), held.fill);
    await settle();
    expect(await cache.purgeAll()).toEqual({ removed: 1, shared: null });
    held.last.land(made(2));
    expect((await onItsWay).entry).toBeNull();
    expect([cache.entryCount, cache.bytes]).toEqual([0, 0]);
    expect(cache.lookup(asking().viewer, 'raw')).toBeUndefined();
  });

  it('of no tags is nothing: those who wait stay together', async () => {
    const { cache } = createCache();
    const held = heldFill();
    const answers = [cache.answer(asking(), held.fill)];
    await settle();
    await cache.purge([]);
    answers.push(cache.answer(asking(), held.fill));
    await settle();
    expect(held.count).toBe(1);
    held.last.land(made(1));
    await Promise.all(answers);
  });
});

describe('when it is not known what has changed', () => {
  const policy = { ...forAll, staleWhileRevalidateSeconds: 5 };

  it('everything is fetched anew, also what was on its way, and served only when that fails', async () => {
    const { cache, clock } = createCache();
    await cache.answer(asking({ text: 'raw' }), async () => made('old', policy));
    const held = heldFill();
    const onItsWay = cache.answer(asking({ operation: 'other' }), held.fill);
    await settle();
    clock.forward(1);
    expect(cache.expireAll()).toBe(1);
    // Nobody waits for what was begun before.
    const after = cache.answer(asking({ operation: 'other' }), held.fill);
    await settle();
    expect(held.count).toBe(2);
    held.last.land(made('other', policy));
    await after;
    void onItsWay;
    expect(cache.lookup(asking().viewer, 'raw')).toBeUndefined();
    expect((await cache.answer(asking(), never)).outcome).toBe('STALE_IF_ERROR');
    expect((await cache.answer(asking(), async () => failed())).outcome).toBe('STALE_IF_ERROR');
    clock.forward(1);
    expect((await cache.answer(asking({ text: 'raw' }), async () => made('new', policy))).outcome).toBe('MISS');
    expect(cache.lookup(asking().viewer, 'raw')?.identity.bytes.toString()).toContain('new');
  });

  it('what comes of a fetch that was begun before is stale at once', async () => {
    const { cache, clock } = createCache();
    const held = heldFill();
    const answer = cache.answer(asking({ text: 'raw' }), held.fill);
    await settle();
    cache.expireAll();
    held.last.land(made('old', policy));
    await answer;
    clock.forward(1);
    expect(cache.lookup(asking().viewer, 'raw')).toBeUndefined();
    expect((await cache.answer(asking(), async () => made('new', policy))).outcome).toBe('MISS');
  });
});

describe('codings', () => {
  const large = made('dateline '.repeat(400));

  it('are made once, behind the first that misses them, each with its own entity tag', async () => {
    const { cache } = createCache();
    const { entry } = await cache.answer(asking(), async () => large);
    if (!entry) throw new Error('it was to be kept');
    const bytes = cache.bytes;
    expect(cache.represent(entry, 'gzip, br').coding).toBe('identity');
    await expect.poll(() => cache.represent(entry, 'gzip, br').coding).toBe('br');
    const forms = ['identity', 'gzip', 'br'].map((coding) => cache.represent(entry, coding));
    expect(new Set(forms.map((form) => form.etag)).size).toBe(3);
    expect(cache.represent(entry, 'gzip')).toBe(forms[1]);
    expect(cache.bytes - bytes).toBe((forms[1]?.bytes.length ?? 0) + (forms[2]?.bytes.length ?? 0));
  });

  it('are not made of what fits in a packet', async () => {
    const { cache } = createCache();
    const { entry } = await cache.answer(asking(), async () => made('small'));
    if (!entry) throw new Error('it was to be kept');
    expect(cache.represent(entry, 'br').coding).toBe('identity');
    expect(entry.codings).toBe('none');
  });
});

describe('who goes away', () => {
  /** An answer that ends when nobody waits any more. */
  function startWaiting() {
    const cache = createResponseCache();
    const made: Lifetime[] = [];
    const ask = (lifetime: Lifetime) =>
      cache
        .answer(
          {
            schemaId: 's',
            operation: '{ a }',
            operationName: null,
            kind: 'query',
            viewer: viewerKeys(null),
            until: () => lifetime,
          },
          (making) => {
            made.push(making);
            return new Promise((_resolve, reject) => making.onCut((reason) => reject(new Error(reason))));
          },
        )
        .catch((error: Error) => error.message);
    return { made, ask };
  }

  it('leaves the others their answer; the last one cuts its making, and who comes then begins anew', async () => {
    const { made, ask } = startWaiting();
    const lifetimes = [new Lifetime(), new Lifetime()] as const;
    const waiting = lifetimes.map((lifetime) => ask(lifetime));
    await expect.poll(() => made.length).toBe(1);
    lifetimes[0].cut('CLIENT_GONE');
    expect(made[0]?.cutBy).toBeNull();
    lifetimes[1].cut('CLIENT_GONE');
    expect(made[0]?.cutBy).toBe('CLIENT_GONE');
    expect(await Promise.all(waiting)).toEqual(['CLIENT_GONE', 'CLIENT_GONE']);
    void ask(new Lifetime());
    await expect.poll(() => made.length).toBe(2);
    expect(made[1]?.cutBy).toBeNull();
  });
});
