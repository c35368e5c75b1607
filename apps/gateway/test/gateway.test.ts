import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyCode, startWholeHouse } from './test-gateway.ts';

const page = /* GraphQL */ `
  query ArticlePage($id: ID!) {
    article(id: $id) {
      headline
      leadFigure { image { caption srcset attribution { text } } }
      body { id ... on ParagraphElement { text } ... on FigureElement { image { id caption } } }
      thread { commentCount comments(first: 2) { nodes { bodyText author { displayName } article { headline } } } }
    }
  }
`;

describe('the gateway over three living subgraphs', () => {
  let house: Awaited<ReturnType<typeof startWholeHouse>>;
  beforeAll(async () => {
    house = await startWholeHouse();
  });
  afterAll(() => house.close());

  it('answers one operation from all three', async () => {
    const { status, data, errors, extensions } = await house.gateway.ask(page, { id: 'a7' });
    expect({ status, errors, extensions }).toEqual({ status: 200, errors: undefined, extensions: undefined });
    expect(data.article).toMatchObject({
      headline: 'Headline a7',
      leadFigure: { image: { caption: 'Caption i0', attribution: { text: 'Photo: Reuters' } } },
      body: [{ text: 'One' }, { image: { caption: 'Caption i1' } }],
      thread: { commentCount: 2, comments: { nodes: [{ article: { headline: 'Headline a1' } }, {}] } },
    });
  });

  it('writes one log line a request, with request id and operation name, and hands the id to the subgraphs', async () => {
    await house.gateway.ask(page, { id: 'a8' }, { 'x-request-id': 'request-of-a-test' });
    const lines = house.gateway.log.filter(({ requestId }) => requestId === 'request-of-a-test');
    expect(lines).toEqual([expect.objectContaining({ operationName: 'ArticlePage', status: 200, msg: 'request' })]);
    expect(house.comments.received.at(-1)?.headers['x-request-id']).toBe('request-of-a-test');
  });

  it('hands no header of the client on', async () => {
    const smuggled = {
      'dateline-viewer': 'eyJpZCI6ImVkaXRvciJ9',
      'dateline-signature': 't=1',
      'x-user-id': 'editor',
      'x-role': 'EDITOR',
      'x-forwarded-for': '10.0.0.1',
      cookie: 'session=1',
    };
    const before = house.comments.received.length;
    const { data } = await house.gateway.ask('{ viewer { id } }', {}, smuggled);
    expect(data).toEqual({ viewer: null });
    const [request] = house.comments.received.slice(before);
    expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
      'accept',
      'connection',
      'content-length',
      'content-type',
      'dateline-signature',
      'dateline-viewer',
      'host',
      'x-request-id',
    ]);
    expect(request?.headers['dateline-viewer']).not.toBe(smuggled['dateline-viewer']);
  });

  it("keeps a subgraph's own public error, and says whose it is: code, message, path, field, subgraph", async () => {
    const { data, errors } = await house.gateway.ask('{ article(id: "bad") { id } }');
    expect(data).toEqual({ article: null });
    expect(errors).toEqual([
      {
        message: 'Give an id.',
        path: ['article'],
        extensions: { code: 'BAD_USER_INPUT', field: ['id'], subgraph: 'articles' },
      },
    ]);
  });

  it("masks a subgraph's surprise", async () => {
    const answer = await house.gateway.ask('{ article(id: "boom") { id } }');
    expect(answer.errors).toEqual([
      {
        message: 'A part of the answer could not be made.',
        path: ['article'],
        extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'articles' },
      },
    ]);
    expect(answer.text).not.toContain('hunter2');
  });

  it('tells a signed-out viewer to sign in', async () => {
    const answer = await house.gateway.ask('mutation { publishArticle(id: "a1") { article { id } } }');
    expect(onlyCode(answer)).toBe('UNAUTHENTICATED');
  });

  it('has no _service and no _entities', async () => {
    expect(onlyCode(await house.gateway.ask('{ _service { sdl } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    const entities = '{ _entities(representations: []) { __typename } }';
    expect(onlyCode(await house.gateway.ask(entities))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('survives names that JavaScript uses itself', async () => {
    const query = 'query($__proto__: ID) { __proto__: article(id: $__proto__) { constructor: id } }';
    const answer = await house.gateway.post(`{"query":${JSON.stringify(query)},"variables":{"__proto__":"a1"}}`);
    expect(answer.status).toBeLessThan(500);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
