import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSmallEngine, type SmallCall } from './small-graph.ts';

const sdl = `scalar Any enum Mood { GOOD BAD }
  type Query { item: Item items: [Item!]! grid: [[Int!]] deep: [[Item]] }
  type Item { id: ID s: String! f: Float i: Int b: Boolean m: Mood a: Any l: [String!] item: Item }`;

/** The same engine twice, with each of the two ways of writing, over a subgraph that answers with just this text. */
async function bothWriters(): Promise<(query: string, subgraph: string) => Promise<[string, string]>> {
  let text = '';
  const options = { instead: (_call: SmallCall) => text };
  const subgraphs = { a: { sdl, resolvers: {} } };
  const [fast, careful] = [
    await createSmallEngine(subgraphs, { ...options, writesFast: true }),
    await createSmallEngine(subgraphs, { ...options, writesFast: false }),
  ];
  return async (query, subgraph) => {
    text = subgraph;
    return [(await fast.ask(query)).text, (await careful.ask(query)).text];
  };
}

describe('the two ways of writing an answer give one text', () => {
  it.each<[string, string, string, string | null]>([
    [
      'escapes',
      '{ item { s } }',
      '{"data":{"item":{"s":"\\"\\\\\\n\\u0001\\u2028"}}}',
      '{"data":{"item":{"s":"\\"\\\\\\n\\u0001\u2028"}}}',
    ],
    [
      'a half of a character',
      '{ item { s } }',
      '{"data":{"item":{"s":"\\ud800"}}}',
      '{"data":{"item":{"s":"\\ud800"}}}',
    ],
    [
      'U+2028, bare',
      '{ item { s } }',
      '{"data":{"item":{"s":"\u2028\u2029"}}}',
      '{"data":{"item":{"s":"\u2028\u2029"}}}',
    ],
    ['numbers', '{ item { s f i } }', '{"data":{"item":{"s":"","f":1e21,"i":-0}}}', null],
    [
      'numbers with much behind the point',
      '{ item { s f } }',
      '{"data":{"item":{"s":"","f":0.1000000000000000055}}}',
      '{"data":{"item":{"s":"","f":0.1}}}',
    ],
    ['a number beyond all', '{ item { s f } }', '{"data":{"item":{"s":"","f":1e999}}}', null],
    [
      'the largest Int',
      '{ item { s i } }',
      '{"data":{"item":{"s":"","i":2147483647}}}',
      '{"data":{"item":{"s":"","i":2147483647}}}',
    ],
    ['one more than the largest Int', '{ item { s i } }', '{"data":{"item":{"s":"","i":2147483648}}}', null],
    ['an Int that is none', '{ item { s i } }', '{"data":{"item":{"s":"","i":1.5}}}', null],
    [
      'an ID that is a number',
      '{ item { s id } }',
      '{"data":{"item":{"s":"","id":7}}}',
      '{"data":{"item":{"s":"","id":"7"}}}',
    ],
    ['an enum value that nobody knows', '{ item { s m } }', '{"data":{"item":{"s":"","m":"WILD"}}}', null],
    [
      'an enum value with the name of what all objects have',
      '{ item { s m } }',
      '{"data":{"item":{"s":"","m":"constructor"}}}',
      null,
    ],
    ['an object where a list should be', '{ items { s } }', '{"data":{"items":{"s":""}}}', null],
    ['a list where an object should be', '{ item { s } }', '{"data":{"item":[{"s":""}]}}', null],
    ['a list in a list too many', '{ items { s } }', '{"data":{"items":[[{"s":""}]]}}', null],
    ['null among what must not be', '{ items { s } }', '{"data":{"items":[{"s":"a"},null]}}', null],
    ['null where a text must be', '{ deep { s } }', '{"data":{"deep":[[{"s":"a"},{"s":null}],null]}}', null],
    ['numbers in lists of lists', '{ grid }', '{"data":{"grid":[[1,2],null,[]]}}', '{"data":{"grid":[[1,2],null,[]]}}'],
    ['a text among them', '{ grid }', '{"data":{"grid":[["1"]]}}', null],
    ['an empty answer', '{ item { s } }', '{"data":{}}', null],
    [
      'keys that all objects have',
      '{ item { constructor: s toString: s valueOf: i hasOwnProperty: b } }',
      '{"data":{"item":{"constructor":"c","toString":"t","valueOf":1,"hasOwnProperty":true}}}',
      '{"data":{"item":{"constructor":"c","toString":"t","valueOf":1,"hasOwnProperty":true}}}',
    ],
    [
      'keys that all objects have, and this one has not',
      '{ item { s toString: i valueOf: a } }',
      '{"data":{"item":{"s":"s"}}}',
      null,
    ],
    [
      'what is called __proto__',
      '{ item { s a } }',
      '{"data":{"item":{"s":"s","a":{"__proto__":{"x":1},"b":2}}}}',
      '{"data":{"item":{"s":"s","a":{"__proto__":{"x":1},"b":2}}}}',
    ],
  ])('of %s', async (_name, query, subgraph, expected) => {
    const ask = await bothWriters();
    const [fast, careful] = await ask(query, subgraph);
    expect(fast).toBe(careful);
    expect(() => JSON.parse(fast)).not.toThrow();
    if (expected !== null) expect(fast).toBe(expected);
    expect(fast.includes('\ufffd')).toBe(false);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('of whatever is as the schema says', async () => {
    const ask = await bothWriters();
    const leaf = {
      id: fc.option(fc.string({ unit: 'binary' })),
      s: fc.string({ unit: 'binary' }),
      f: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      // Minus nothing is nothing in JSON.
      i: fc.option(fc.integer().map((number) => number + 0)),
      b: fc.option(fc.boolean()),
      m: fc.option(fc.constantFrom('GOOD', 'BAD')),
      a: fc.jsonValue(),
      l: fc.option(fc.array(fc.string({ unit: 'binary' }))),
    };
    const item = fc.record({ ...leaf, item: fc.option(fc.record({ ...leaf, item: fc.constant(null) })) });
    const data = fc.record({
      item: fc.option(item),
      items: fc.array(item, { maxLength: 3 }),
      grid: fc.option(fc.array(fc.option(fc.array(fc.integer(), { maxLength: 3 })), { maxLength: 3 })),
      deep: fc.option(fc.array(fc.option(fc.array(fc.option(item), { maxLength: 2 })), { maxLength: 2 })),
    });
    const leaves = Object.keys(leaf).join(' ');
    const query = `{ item { ...I } items { ...I } grid deep { ...I } } fragment I on Item { ${leaves} item { ${leaves} } }`;
    await fc.assert(
      fc.asyncProperty(data, fc.boolean(), async (made, isEscaped) => {
        const json = JSON.stringify({ data: made });
        const sent = isEscaped
          ? json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          : json;
        const [fast, careful] = await ask(query, sent);
        expect(fast).toBe(careful);
        const { item, items, deep, ...rest } = JSON.parse(json).data;
        const list = (of: unknown[] | null) =>
          of?.map((one) => (Array.isArray(one) ? one.map((each) => withFields(each)) : withFields(one))) ?? null;
        expect(JSON.parse(fast).data).toEqual({
          ...rest,
          item: withFields(item),
          items: list(items),
          deep: list(deep),
        });
      }),
      { numRuns: 150 },
    );
    /** The innermost item is asked for no item of its own. */
    function withFields(value: unknown, depth = 0): unknown {
      if (Array.isArray(value)) return value.map((one) => withFields(one, depth));
      if (typeof value !== 'object' || value === null || !('l' in value)) return value;
      const { item: inner, ...own } = value as { item?: unknown };
      return depth === 0 ? { ...own, item: withFields(inner, 1) } : own;
    }
  });
});

describe('what an operation unfolds to is counted before it is planned', () => {
  const bomb = (levels: number) =>
    `{ item { ...F0 } } ${Array.from({ length: levels }, (_, at) => `fragment F${at} on Item { ...F${at + 1} item { ...F${at + 1} } }`).join(' ')} fragment F${levels} on Item { s }`;

  it('so that 1.6 kB that unfold to millions are refused in milliseconds, and no planner sees them', async () => {
    const graph = await createSmallEngine({ a: { sdl, resolvers: {} } });
    const query = bomb(24);
    expect(query.length).toBeLessThan(1_700);
    const document = (await import('graphql')).parse(query);
    const before = performance.now();
    expect(() => graph.engine.prepare(document)).toThrow(expect.objectContaining({ reason: 'TOO_MANY_SELECTIONS' }));
    expect(performance.now() - before).toBeLessThan(100);
    expect(graph.counts.plans).toBe(0);
  });

  it('to the selection: just as many as are allowed are, one more is not', async () => {
    const fields = (count: number) => `{ item { ${Array.from({ length: count }, (_, at) => `a${at}: s`).join(' ')} } }`;
    const graph = await createSmallEngine({ a: { sdl, resolvers: {} } }, { maxSelections: 50 });
    expect(graph.prepare(fields(49)).conditions).toEqual([]);
    expect(() => graph.prepare(fields(50))).toThrow(expect.objectContaining({ reason: 'TOO_MANY_SELECTIONS' }));
  });
});

describe('an answer is whole', () => {
  it.each([true, false])('where fragments ask for what no object can be at once (fast: %s)', async (writesFast) => {
    const shelf = {
      sdl: `type Query { named: [Named] } interface Named { name: String } interface Dated { day: String }
        type Book implements Named & Dated { name: String day: String } type Fair implements Dated { day: String place: String }`,
      resolvers: { Query: { named: () => [{ __typename: 'Book', name: 'Emma', day: 'today' }] } },
    };
    const graph = await createSmallEngine({ shelf }, { writesFast });
    const named = (inner: string) => graph.ask(`{ named { name ... on Dated { ${inner} } } }`);
    expect((await named('... on Fair { place }')).text).toBe('{"data":{"named":[{"name":"Emma"}]}}');
    expect((await named('day ... on Fair { place }')).text).toBe('{"data":{"named":[{"name":"Emma","day":"today"}]}}');
  });

  it('where an entity of two keys is known by one of them, and what a field requires is found by the other', async () => {
    const authors = [{ no: 7, id: 'a7', rank: 2 }];
    const author = (given: object) => ({ ...authors[0], ...given });
    const subgraphs = {
      shelf: {
        sdl: 'type Query { authors: [Author] } type Author @key(fields: "no", resolvable: false) { no: Int }',
        resolvers: { Query: { authors: () => [{ no: 7 }] } },
      },
      press: {
        sdl: `type Author @key(fields: "id") @key(fields: "no") { id: ID no: Int rank: Int title: String @external
          fame: String @requires(fields: "title") }`,
        resolvers: {
          Author: { __resolveReference: author, fame: ({ title }: { title: string }) => `famous ${title}` },
        },
      },
      prize: {
        sdl: 'type Author @key(fields: "id") { id: ID rank: Int @external title: String @requires(fields: "rank") }',
        resolvers: {
          Author: {
            __resolveReference: (given: object) => given,
            title: ({ rank }: { rank: number }) => `master of ${rank}`,
          },
        },
      },
    };
    const graph = await createSmallEngine(subgraphs);
    expect((await graph.ask('{ authors { fame } }')).text).toBe('{"data":{"authors":[{"fame":"famous master of 2"}]}}');
  });

  it('whatever a client calls its variables', async () => {
    const names = [
      'representations',
      'representations_0',
      '__batch_reps_0',
      'contextualArgument_1_0',
      'dateline_after',
    ];
    const echo = { text: (_author: unknown, { of }: { of: string }) => of };
    const subgraphs = {
      shelf: {
        sdl: 'type Query { author: Author } type Author @key(fields: "id") { id: ID }',
        resolvers: { Query: { author: () => ({ id: 'a' }) } },
      },
      press: {
        sdl: 'type Author @key(fields: "id") { id: ID text(of: String!): String }',
        resolvers: { Author: { __resolveReference: (given: object) => given, ...echo } },
      },
    };
    const graph = await createSmallEngine(subgraphs);
    for (const name of names) {
      const query = (rest: string) =>
        `query($${name}: String!, $client_${name}: String!, $if: Boolean = true) { author { ${rest} } }`;
      const values = { [name]: 'mine', [`client_${name}`]: 'other', [`client_client_${name}`]: 'not declared' };
      const fields = `a: text(of: $${name}) b: text(of: $client_${name})`;
      const both = { a: 'mine', b: 'other' };
      expect(
        (await graph.ask(`${query(`...A @include(if: $if)`)}fragment A on Author { ${fields} }`, values)).data,
      ).toEqual({ author: both });
      const later = graph.prepare(query(`id ... @defer(if: $if) { ${fields} }`));
      const options = { variables: values, context: { viewer: null }, isWithoutRepeats: true };
      const { next } = await graph.inParts.execute(later, options);
      const { value } = await next.next();
      expect(value?.parts[0]?.objects, name).toEqual([{ path: ['author'], data: both }]);
    }
    const condition = 'query($representations: Boolean!) { author { id @include(if: $representations) __typename } }';
    expect((await graph.ask(condition, { representations: false })).data).toEqual({ author: { __typename: 'Author' } });
    expect((await graph.ask(condition, { representations: true })).data.author.id).toBe('a');
  });
});
