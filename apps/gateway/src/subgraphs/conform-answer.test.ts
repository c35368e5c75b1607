import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { conformAnswer } from './conform-answer.ts';
import { parseFetch } from './fetch-document.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

const schema = buildSchema(`
  type Query { article: Article articles: [Article!]! kind: Kind node: Node score: Float count: Int any: Json }
  interface Node { id: ID! }
  enum Kind { A B }
  scalar Json
  type Section { slug: String! title: String }
  type Article implements Node { id: ID! headline: String section: Section body: [Node!] }
  type Image implements Node { id: ID! width: Int! }
`);

const conform = (query: string, data: unknown, representations: readonly unknown[] = []) =>
  JSON.parse(JSON.stringify(conformAnswer(data, { fetch: parseFetch(query), schema, representations })));

describe("a subgraph's data", () => {
  it('is copied as far as it was asked for, and no further', () => {
    const data = { article: { id: 'a', secret: 1, section: { slug: 's', secret: 2 } }, secret: 3 };
    expect(conform('{ article { id section { slug } } }', data)).toEqual({
      article: { id: 'a', section: { slug: 's' } },
    });
  });

  it('keeps aliases, nulls, numbers of both kinds, and whatever a scalar of the house holds', () => {
    const query = '{ a: article { x: headline } score count any kind }';
    const data = { a: { x: null }, score: 1, count: 2, any: { deep: [1] }, kind: 'B' };
    expect(conform(query, data)).toEqual(data);
  });

  it('takes the fragments of its type, by name or by interface, and leaves out the others', () => {
    const query =
      '{ node { __typename ... on Article { headline } ... on Image { width } ...N } } fragment N on Node { id }';
    const data = { node: { __typename: 'Image', id: 'i', width: 3, headline: 'no' } };
    expect(conform(query, data)).toEqual({ node: { __typename: 'Image', width: 3, id: 'i' } });
  });

  it('joins what two fragments ask of one field', () => {
    const query =
      '{ article { ...A ...B } } fragment A on Article { section { slug } } fragment B on Article { section { title } }';
    const data = { article: { section: { slug: 's', title: 't' } } };
    expect(conform(query, data)).toEqual(data);
    const listed = { articles: [{ section: { slug: 's', title: 't' } }] };
    expect(conform(query.replace('article', 'articles'), listed)).toEqual(listed);
  });

  it('may lack what stood under @skip or @include', () => {
    const query =
      'query($on: Boolean!) { article { id headline @include(if: $on) ... @skip(if: $on) { section { slug } } } }';
    expect(conform(query, { article: { id: 'a' } })).toEqual({ article: { id: 'a' } });
  });

  it('answers entities one for one, each of the type that was asked for', () => {
    const query =
      'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Article { headline } } }';
    const two = [
      { __typename: 'Article', id: '1' },
      { __typename: 'Article', id: '2' },
    ];
    const data = { _entities: [{ headline: 'h' }, null] };
    expect(conform(query, data, two)).toEqual(data);
    expect(() => conform(query, { _entities: [{ headline: 'h' }] }, two)).toThrow(SubgraphFailure);
    expect(() => conform(query, { _entities: [[], null] }, two)).toThrow(SubgraphFailure);
  });

  it.each<[string, unknown]>([
    ['{ article { id } }', {}],
    ['{ article { id } }', []],
    ['{ article { id } }', { article: {} }],
    ['{ article { id } }', { article: { id: null } }],
    ['{ article { id } }', { article: { id: {} } }],
    ['{ article { id } }', { article: [] }],
    ['{ article { id } }', { article: 'a' }],
    ['{ articles { id } }', { articles: null }],
    ['{ articles { id } }', { articles: {} }],
    ['{ articles { id } }', { articles: [null] }],
    ['{ article { headline } }', { article: { headline: 1 } }],
    ['{ count }', { count: 1.5 }],
    ['{ count }', { count: '1' }],
    ['{ kind }', { kind: 'C' }],
    ['{ kind }', { kind: 'toString' }],
    ['{ node { id } }', { node: { id: '1' } }],
    ['{ node { __typename id } }', { node: { __typename: 'Nothing', id: '1' } }],
    ['{ node { __typename id } }', { node: { __typename: 'Node', id: '1' } }],
    ['{ article { toString } }', { article: { toString: 1 } }],
  ])('is refused whole when it does not fit: %s %j', (query, data) => {
    expect(() => conform(query, data)).toThrow(SubgraphFailure);
  });

  it('cannot reach the prototype of anything', () => {
    const query = '{ __proto__: article { constructor: headline } }';
    const data = JSON.parse('{"__proto__":{"constructor":"x","polluted":1},"polluted":1}');
    const copy = conformAnswer(data, { fetch: parseFetch(query), schema, representations: [] });
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"constructor":"x"}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

it('knows where the first field of a fetch stands', () => {
  expect(parseFetch('{ __typename a: article { id } }').firstPath).toEqual(['a']);
  const entities = 'query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Article { headline } } }';
  expect(parseFetch(entities).firstPath).toEqual(['_entities', 0, 'headline']);
});
