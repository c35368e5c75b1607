import type { Viewer } from '@dateline/service-kit/viewer';
import { describe, expect, it } from 'vitest';
import { type IncrementalFormat, isWithoutRepeats, writeParts } from '../../src/http/incremental/incremental-format.ts';
import { createSmallEngine, type SmallSubgraph, smallEntityCache } from '../small-graph.ts';
import { mergeParts } from './merge-parts.ts';

const stories: SmallSubgraph = {
  sdl: `type Query { story(id: ID!): Story  stories: [Story!]!  items: [Item!]! }
    union Item = Story | Advert
    type Advert @key(fields: "code") { code: ID! words: String }
    type Story @key(fields: "id") {
      id: ID! title: String! slow: String place: Place!
      wage: Int @requiresScopes(scopes: [["pay"]])
    }
    type Place { name: String! slow: String }`,
  resolvers: {
    Query: {
      story: (_: unknown, { id }: { id: string }) => story(id),
      stories: () => [story('1'), story('2'), story('1')],
      items: () => [
        { ...story('1'), __typename: 'Story' },
        { __typename: 'Advert', code: 'a', words: 'Buy!' },
      ],
    },
    Story: { __resolveReference: ({ id }: { id: string }) => story(id) },
    Advert: { __resolveReference: ({ code }: { code: string }) => ({ code, words: 'Buy!' }) },
  },
};
const talk: SmallSubgraph = {
  sdl: 'type Story @key(fields: "id") { id: ID! comments: [String!]! } type Advert @key(fields: "code") { code: ID! clicks: Int! }',
  resolvers: {
    Story: { __resolveReference: ({ id }: { id: string }) => ({ id, comments: [`c${id}`] }) },
    Advert: { __resolveReference: ({ code }: { code: string }) => ({ code, clicks: 3 }) },
  },
};

function story(id: string): object {
  return { id, title: `t${id}`, slow: `s${id}`, wage: 5, place: { name: 'Delphi', slow: 'sp' } };
}

async function graph(options: Parameters<typeof createSmallEngine>[1] = {}) {
  const small = await createSmallEngine({ stories, talk }, options);
  return {
    small,
    async parts(
      query: string,
      { format = 'v0.2' as IncrementalFormat, viewer = null as Viewer | null, variables = {} } = {},
    ) {
      const given = { variables, context: { viewer }, isWithoutRepeats: isWithoutRepeats(format) };
      const texts: string[] = [];
      const answer = await small.inParts.execute(small.prepare(query), given);
      for await (const { json } of writeParts(answer, format)) texts.push(json);
      return texts;
    },
    asked: () => small.calls.map(({ subgraph, query }) => `${subgraph}: ${query.replace(/\s+/g, ' ')}`),
  };
}

describe('the calls for an answer in parts', () => {
  it('are for each part its own, also where one subgraph has them all', async () => {
    const { parts, small } = await graph();
    await parts('{ story(id: "1") { title ... @defer { slow } ... @defer { comments } } }');
    const [first, ...later] = small.calls;
    expect(first?.query).toContain('title');
    expect(first?.query).not.toContain('slow');
    expect(later.map(({ subgraph }) => subgraph).sort()).toEqual(['stories', 'talk']);
  });

  it('ask for no entity twice that stands in a list twice', async () => {
    const { parts, small } = await graph();
    const texts = await parts('{ stories { title ... @defer { slow } } }');
    expect(small.representationsTo('stories').flat()).toHaveLength(2);
    expect(mergeParts(texts).data).toEqual({
      stories: [
        { title: 't1', slow: 's1' },
        { title: 't2', slow: 's2' },
        { title: 't1', slow: 's1' },
      ],
    });
  });

  it('are divided for the types of a union, each by its own key', async () => {
    const { parts, small } = await graph();
    const texts = await parts(
      '{ items { __typename ... on Story { title } ... on Story @defer { slow comments } ... on Advert @defer { words clicks } } }',
    );
    expect(small.calls[0]?.query).not.toMatch(/slow|words/);
    expect(mergeParts(texts).data).toEqual({
      items: [
        { __typename: 'Story', title: 't1', slow: 's1', comments: ['c1'] },
        { __typename: 'Advert', words: 'Buy!', clicks: 3 },
      ],
    });
  });

  it('are one where nothing tells how to ask for a value again: it comes with what it stands in', async () => {
    const { parts, small } = await graph();
    const texts = await parts('{ story(id: "1") { place { name ... @defer { slow } } } }');
    expect(small.calls).toHaveLength(1);
    expect(mergeParts(texts).data).toEqual({ story: { place: { name: 'Delphi', slow: 'sp' } } });
  });

  it('take entities from the cache', async () => {
    const { parts, small } = await graph({ entities: smallEntityCache(), cacheControl: 'max-age=60' });
    const query = '{ story(id: "1") { title ... @defer { comments } } }';
    const once = await parts(query);
    const calls = small.calls.length;
    expect(mergeParts(await parts(query))).toEqual(mergeParts(once));
    expect(small.calls.slice(calls).map(({ subgraph }) => subgraph)).toEqual(['stories']);
  });
});

describe('a part', () => {
  it.each(['v0.2', '20220824'] as const)(
    'withholds what the viewer may not see, with an error of its own: %s',
    async (format) => {
      const { parts, asked } = await graph();
      const query = '{ story(id: "1") { title ... @defer { wage slow } } }';
      const merged = mergeParts(await parts(query, { format }));
      expect(merged.data).toEqual({ story: { title: 't1', wage: null, slow: 's1' } });
      expect(merged.errors).toMatchObject([
        { path: ['story', 'wage'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } },
      ]);
      expect(asked().join()).not.toContain('wage');
      const viewer: Viewer = { id: 'v', displayName: 'V', roles: [], scopes: ['pay'], policies: [] };
      expect(mergeParts(await parts(query, { format, viewer })).data).toEqual({
        story: { title: 't1', wage: 5, slow: 's1' },
      });
    },
  );

  it('is what @skip and @include leave of it, and there is none where nothing is left', async () => {
    const { parts } = await graph();
    const query = 'query ($a: Boolean!) { story(id: "1") { title ... @defer @include(if: $a) { slow } } }';
    expect(await parts(query, { variables: { a: true } })).toHaveLength(2);
    expect(await parts(query, { variables: { a: false } })).toEqual([
      '{"data":{"story":{"title":"t1"}},"hasNext":false}',
    ]);
  });

  it('that repeats what was given is no part in v0.2', async () => {
    const { parts } = await graph();
    expect(await parts('{ story(id: "1") { title ... @defer { title } } }')).toHaveLength(1);
    expect(await parts('{ story(id: "1") { title ... @defer { title } } }', { format: '20220824' })).toHaveLength(2);
  });

  it('is null with its errors when its subgraph is down; what was given stands', async () => {
    const { parts, small } = await graph();
    small.state.down.add('talk');
    const [first = '', second = ''] = await parts('{ story(id: "1") { title ... @defer { comments } } }');
    expect(JSON.parse(first)).toMatchObject({ data: { story: { title: 't1' } } });
    expect(JSON.parse(first).errors).toBeUndefined();
    expect(JSON.parse(second).completed).toMatchObject([{ errors: [{ path: ['story', 'comments'] }] }]);
  });

  it('told of no error that is another’s: each is told once', async () => {
    const { parts, small } = await graph();
    small.state.down.add('talk');
    const texts = await parts('{ stories { title ... @defer { slow } ... @defer(label: "b") { comments } } }');
    expect(mergeParts(texts).errors).toHaveLength(3);
  });
});
