import { describe, expect, it } from 'vitest';
import { createSmallEngine } from './small-graph.ts';

interface Reference {
  readonly id: string;
}

const ids = ['1', '1', '01', 'constructor', '__proto__', 'toString', '"', '\\', '\u2028', '\ud800', 'a,b', ''];

const start = (noted = ids) =>
  createSmallEngine({
    a: {
      sdl: `type Query { items: [Item!]! first: Item none: Item empty: [Item!]! pair: [Pair!]! }
        type Item @key(fields: "id") { id: ID! name: String next: Item }
        type Pair @key(fields: "x y") { x: ID! y: ID! }`,
      resolvers: {
        Query: {
          items: () => noted.map((id) => ({ id, name: `Name ${id}` })),
          first: () => ({ id: '1', name: 'First' }),
          none: () => null,
          empty: () => [],
          pair: () => [
            { x: 'a,b', y: 'c' },
            { x: 'a', y: 'b,c' },
          ],
        },
        Item: { next: ({ id }: Reference) => ({ id, name: `Next ${id}` }) },
      },
    },
    b: {
      sdl: `type Item @key(fields: "id") { id: ID! note: String more: String }
        type Pair @key(fields: "x y") { x: ID! y: ID! note: String }`,
      resolvers: {
        Item: { __resolveReference: ({ id }: Reference) => ({ id, note: `Note ${id}`, more: `More ${id}` }) },
        Pair: { __resolveReference: ({ x, y }: { x: string; y: string }) => ({ x, y, note: `${x} and ${y}` }) },
      },
    },
  });

describe('entities in calls', () => {
  it('are asked for once each, however often they stand in the answer, whatever they are called', async () => {
    const graph = await start();
    const { data, errors } = await graph.ask('{ items { id note } }');
    expect(errors).toBeUndefined();
    expect(data.items).toEqual(ids.map((id) => ({ id, note: `Note ${id}` })));
    const [sent = []] = graph.representationsTo('b');
    expect(sent.map((one) => (one as Reference).id)).toEqual([...new Set(ids)]);
  });

  it('of several places that ask for the same are one call', async () => {
    const graph = await start();
    const query = '{ first { note } items { note next { note } } other: first { note } }';
    const { data } = await graph.ask(query);
    expect(data.items[3]).toEqual({ note: 'Note constructor', next: { note: 'Note constructor' } });
    expect(graph.calls.map(({ subgraph }) => subgraph)).toEqual(['a', 'b']);
    const sent = graph.representationsTo('b').flat();
    expect(sent.length).toBeLessThanOrEqual(2 * new Set(ids).size + 1);
  });

  it('under names that all objects have are read as any others', async () => {
    const graph = await start();
    const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];
    const query = `{ first { ${names.map((name, at) => `${name}: ${at % 2 === 0 ? 'note' : 'name'}`).join(' ')} } }`;
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data.first).toEqual(Object.fromEntries(names.map((name, at) => [name, at % 2 === 0 ? 'Note 1' : 'First'])));
  });

  it('with keys of two fields are told apart, also where these run together as one text', async () => {
    const graph = await start();
    const { data } = await graph.ask('{ pair { note } }');
    expect(data.pair).toEqual([{ note: 'a,b and c' }, { note: 'a and b,c' }]);
  });

  it('that are not there cost no call', async () => {
    const graph = await start();
    expect((await graph.ask('{ none { note } empty { note } }')).text).toBe('{"data":{"none":null,"empty":[]}}');
    expect(graph.calls.map(({ subgraph }) => subgraph)).toEqual(['a']);
  });
});
