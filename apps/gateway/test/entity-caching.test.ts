import { describe, expect, it } from 'vitest';
import { createSmallEngine, type SmallSubgraph, smallEntityCache } from './small-graph.ts';

interface Reference {
  readonly id?: string;
  readonly slug?: string;
}

/** A newsroom in small: stories with two keys in one subgraph, what is said of them in another. */
function newsroom() {
  const headlines = new Map([1, 2, 3].map((id) => [`s${id}`, `Headline ${id}`]));
  const sayings = new Map([1, 2, 3].map((id) => [`s${id}`, [`first ${id}`, `second ${id}`, `third ${id}`]]));
  const known = new Set(['s1', 's2', 's3']);
  const story = (id: string) => ({ __typename: 'Story', id, slug: `slug-${id}`, headline: headlines.get(id) });
  const desk: SmallSubgraph = {
    sdl: `type Query { stories: [Story!]! @cacheTag(format: "stories") front: [Item!]! things: [Thing!]! lead: Story }
      type Story implements Thing @key(fields: "id") @key(fields: "slug") { id: ID! slug: String! headline: String }
      type Picture implements Thing @key(fields: "id") { id: ID! alt: String }
      type Rule { line: String }
      union Item = Story | Picture | Rule
      interface Thing { id: ID! }`,
    resolvers: {
      Query: {
        stories: () => ['s1', 's2', 's3'].map(story),
        front: () => [story('s1'), { __typename: 'Picture', id: 'p1', alt: 'A' }, { __typename: 'Rule', line: '-' }],
        things: () => [story('s2'), { __typename: 'Picture', id: 'p2', alt: 'B' }],
        lead: () => story('s1'),
      },
      Story: { __resolveReference: ({ id, slug }: Reference) => story(id ?? String(slug).slice(5)) },
    },
  };
  const talk: SmallSubgraph = {
    sdl: `type Story @key(fields: "id") { id: ID! sayings(first: Int): [String!] best(of: Int): String author: Person }
      type Person @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Story: {
        __resolveReference: ({ id }: Reference) => (known.has(String(id)) ? { id } : null),
        sayings: ({ id }: Reference, { first }: { first?: number }) => sayings.get(String(id))?.slice(0, first),
        best: ({ id }: Reference, { of }: { of?: number }) => `${id} of ${of}`,
        author: ({ id }: Reference) => ({ id: `person-of-${id}`, name: 'Noa' }),
      },
    },
  };
  /** Knows stories by their slug alone. */
  const reading: SmallSubgraph = {
    sdl: `type Story @key(fields: "slug") { slug: String! minutes: Int tips: [Tip!]! }
      type Tip @key(fields: "id") { id: ID! text: String }`,
    resolvers: {
      Story: {
        __resolveReference: ({ slug }: Reference) => ({ slug }),
        minutes: ({ slug }: Reference) => String(slug).length,
        tips: ({ slug }: Reference) => [{ id: `tip-of-${slug}`, text: 'Read' }],
      },
    },
  };
  return { desk, talk, reading, known, sayings, headlines };
}

async function start({ cacheControl = 'max-age=60' } = {}) {
  const { desk, talk, reading, known, sayings, headlines } = newsroom();
  const clock = { nowMs: 1_000_000 };
  const entities = smallEntityCache(() => clock.nowMs);
  const graph = await createSmallEngine({ desk, talk, reading }, { cacheControl, entities });
  return { graph, entities, clock, known, sayings, headlines };
}

const page = '{ stories { headline sayings(first: 1) } }';

describe('entities are asked for once', () => {
  it('and after one has changed, only that one is asked for again', async () => {
    const { graph, entities, sayings } = await start();
    const first = await graph.ask(page);
    expect((await graph.ask(page)).text).toBe(first.text);
    expect(graph.representationsTo('talk').map((sent) => sent.length)).toEqual([3]);
    sayings.set('s2', ['new 2']);
    entities.purge(['Story:s2']);
    expect((await graph.ask(page)).data.stories[1].sayings).toEqual(['new 2']);
    expect(graph.representationsTo('talk').at(-1)).toEqual([{ __typename: 'Story', id: 's2' }]);
  });

  it('for each of their arguments, given or by default, also where operations have the same words', async () => {
    const { graph } = await start();
    const withDefault = (first: number) => `query($n: Int = ${first}) { stories { sayings(first: $n) } }`;
    expect((await graph.ask(withDefault(1))).data.stories[0].sayings).toHaveLength(1);
    expect((await graph.ask(withDefault(3))).data.stories[0].sayings).toHaveLength(3);
    expect((await graph.ask(withDefault(3), { n: 2 })).data.stories[0].sayings).toHaveLength(2);
    expect(
      (await graph.ask('query($n: Int) { stories { sayings(first: $n) } }', { n: 1 })).data.stories[0].sayings,
    ).toHaveLength(1);
    expect((await graph.ask('{ stories { sayings(first: 3) } }')).data.stories[0].sayings).toHaveLength(3);
  });

  it('and asked for again when their age is over, to the millisecond', async () => {
    const { graph, clock } = await start({ cacheControl: 'max-age=60' });
    await graph.ask(page);
    clock.nowMs += 59_999;
    await graph.ask(page);
    expect(graph.representationsTo('talk')).toHaveLength(1);
    clock.nowMs += 1;
    await graph.ask(page);
    expect(graph.representationsTo('talk')).toHaveLength(2);
  });

  it('unless who answered said no, or said it is for one viewer', async () => {
    for (const cacheControl of ['no-store', 'private, max-age=60', 'max-age=0', 'no-cache']) {
      const { graph, entities } = await start({ cacheControl });
      await graph.ask(page);
      await graph.ask(page);
      expect([cacheControl, graph.representationsTo('talk').length, entities.bytes]).toEqual([cacheControl, 2, 0]);
    }
  });

  it('and one that nobody knew is asked for again once an event speaks of it', async () => {
    const { graph, entities, known } = await start();
    known.delete('s3');
    expect((await graph.ask(page)).data.stories[2].sayings).toBeNull();
    known.add('s3');
    expect((await graph.ask(page)).data.stories[2].sayings).toBeNull();
    entities.purge(['Story:s3']);
    expect((await graph.ask(page)).data.stories[2].sayings).toEqual(['first 3']);
  });

  it('by each class of viewers for itself', async () => {
    const { graph } = await start();
    const viewer = (id: string, ...roles: string[]) => ({ id, displayName: id, roles }) as never;
    await graph.ask(page);
    await graph.ask(page, {}, viewer('a', 'READER'));
    await graph.ask(page, {}, viewer('b', 'READER'));
    await graph.ask(page, {}, viewer('c', 'EDITOR'));
    expect(graph.representationsTo('talk')).toHaveLength(3);
  });

  it('and served though they are old when their subgraph is down, and marked as nothing to be kept', async () => {
    const { graph, clock } = await start();
    const warm = await graph.ask(page);
    clock.nowMs += 120_000;
    graph.state.down.add('talk');
    const stale = await graph.ask(page);
    expect([stale.text, stale.hasErrors]).toEqual([warm.text, false]);
    expect(stale.cacheControls).toContain('no-store');
    clock.nowMs += 600_000;
    expect((await graph.ask(page)).hasErrors).toBe(true);
  });

  it('in part, when a subgraph is down: what is kept is shown, what is not is null with an error', async () => {
    const { graph, entities } = await start();
    await graph.ask(page);
    entities.purge(['Story:s1']);
    graph.state.down.add('talk');
    const { data, errors } = await graph.ask(page);
    expect(data.stories.map(({ sayings }: { sayings: unknown }) => sayings)).toEqual([null, ['first 2'], ['first 3']]);
    expect(errors?.map(({ path }) => path)).toEqual([['stories', 0, 'sayings']]);
  });

  it('is what a purge says also of one that another subgraph knows by another key', async () => {
    const { graph, entities } = await start();
    const asked = '{ stories { minutes tips { text } } }';
    await graph.ask(asked);
    const before = graph.calls.length;
    // Who changes a story names it by its id.
    entities.purge(['Story:s1', 'Story:s2', 'Story:s3']);
    await graph.ask(asked);
    expect(graph.calls.slice(before).map(({ subgraph }) => subgraph)).toEqual(['desk', 'reading']);
  });

  it('and not kept when a purge of it came while it was on its way; the others are', async () => {
    const { graph, entities } = await start();
    graph.state.onCall = ({ subgraph }) => {
      if (subgraph === 'talk') entities.purge(['Story:s1']);
    };
    await graph.ask(page);
    graph.state.onCall = null;
    await graph.ask(page);
    expect(graph.representationsTo('talk').map((sent) => sent.length)).toEqual([3, 1]);
  });

  it('and what its subgraph says of staleness counts as if it had just been said', async () => {
    const { graph, clock } = await start({ cacheControl: 'max-age=60, stale-if-error=5' });
    await graph.ask(page);
    clock.nowMs += 20_000;
    const { cacheControls } = await graph.ask(page);
    expect(new Set(cacheControls)).toEqual(
      new Set(['max-age=60, stale-if-error=5', 'public, max-age=40, stale-if-error=5']),
    );
  });
});

describe('an answer bears the tag of everything that it shows', () => {
  it.each<[string, string, string[]]>([
    ['a list', '{ stories { headline } }', ['Story:s1', 'Story:s2', 'Story:s3', 'stories']],
    ['what other subgraphs bring', '{ lead { author { name } } }', ['Person:person-of-s1', 'Story:s1']],
    ['another field under the name of its key', '{ lead { id: headline } }', ['Story:s1']],
    ['the key under another name', '{ lead { a: id } }', ['Story:s1']],
    ['a key of other words', '{ lead { slug } }', ['Story:s1']],
    ['nothing but its type', '{ lead { __typename } }', ['Story:s1']],
    ['a union', '{ front { ... on Rule { line } } }', ['Picture:p1', 'Story:s1']],
    ['a union under aliases', '{ front { t: __typename ... on Story { id: headline } } }', ['Picture:p1', 'Story:s1']],
    ['an interface', '{ things { __typename } }', ['Picture:p2', 'Story:s2']],
    ['an interface without a word of types', '{ things { id } }', ['Picture:p2', 'Story:s2']],
    [
      'a list under a name of its own',
      '{ all: stories { headline } }',
      ['Story:s1', 'Story:s2', 'Story:s3', 'stories'],
    ],
    [
      'what is in fragments',
      '{ lead { ...A } } fragment A on Story { ... on Story { author { ...B } } } fragment B on Person { name }',
      ['Person:person-of-s1', 'Story:s1'],
    ],
    ['entities known by another key', '{ lead { tips { text } } }', ['Story:s1', 'Tip:tip-of-slug-s1']],
  ])('of %s', async (_name, query, tags) => {
    const { graph } = await start();
    const answer = await graph.ask(query);
    expect([...answer.tags()].sort()).toEqual(tags);
    expect(answer.errors).toBeUndefined();
    expect(answer.text).not.toContain('_internal_');
  });

  it('also when its entities were kept', async () => {
    const { graph } = await start();
    const asked = '{ stories { author { name } } }';
    const first = await graph.ask(asked);
    const second = await graph.ask(asked);
    expect(graph.representationsTo('talk')).toHaveLength(1);
    expect([...second.tags()].sort()).toEqual([...first.tags()].sort());
    expect(second.tags()).toContain('Person:person-of-s1');
  });

  it('also of what is not there', async () => {
    const { graph, known } = await start();
    known.delete('s1');
    const { data, tags } = await graph.ask('{ lead { sayings } }');
    expect([data, tags()]).toEqual([{ lead: { sayings: null } }, ['Story:s1']]);
  });
});
