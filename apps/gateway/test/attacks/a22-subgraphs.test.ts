import { signViewer } from '@dateline/service-kit/viewer-signature';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { viewerSigningSecret as secret, startWholeHouse } from '../test-gateway.ts';

const editor = { id: 'e1', displayName: 'Ruth', roles: ['EDITOR' as const] };
const foreign = '{ _entities(representations: [{ __typename: "Article", id: "draft" }]) { __typename } }';
const sdl = '{ _service { sdl } }';

describe('A22: a subgraph that is reached past the gateway', () => {
  let house: Awaited<ReturnType<typeof startWholeHouse>>;
  let tried = 0;
  let answered = 0;

  beforeAll(async () => {
    house = await startWholeHouse();
  });
  afterAll(async () => {
    await house.close();
    figure('A22', `of ${tried} unsigned or forged requests that were answered`, { seen: answered, atMost: 0 });
  });

  async function post(query: string, sign: (body: string) => Record<string, string>) {
    const body = JSON.stringify({ query });
    const response = await fetch(house.articles.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(body) },
      body,
    });
    return { status: response.status, answer: (await response.json()) as object };
  }

  const signed = (body: string, changes: Partial<Parameters<typeof signViewer>[1]> = {}) =>
    signViewer(editor, { subgraph: 'articles', secret, body, now: new Date(), ...changes });
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);

  const forged: readonly [string, (body: string) => Record<string, string>][] = [
    ['without a signature', () => ({})],
    ['with a viewer alone', (body) => ({ 'dateline-viewer': signed(body)['dateline-viewer'] ?? '' })],
    ['signed by another secret', (body) => signed(body, { secret: 'another-secret-of-thirty-two-characters' })],
    ['signed for another subgraph', (body) => signed(body, { subgraph: 'media' })],
    ['signed for another body', () => signed('{"query":"{ articles { nodes { slug } } }"}')],
    ['signed 31 s ago', (body) => signed(body, { now: inSeconds(-32) })],
    ['signed for the time to come', (body) => signed(body, { now: inSeconds(32) })],
    [
      'with another viewer than was signed',
      (body) => ({
        ...signed(body),
        'dateline-viewer': Buffer.from(JSON.stringify({ ...editor, roles: ['MODERATOR'] })).toString('base64url'),
      }),
    ],
  ];

  it.each(forged)('answers nothing to a request %s, neither its schema nor entities', async (_name, sign) => {
    for (const query of [
      sdl,
      foreign,
      '{ articles { nodes { id } } }',
      'mutation { publishArticle(id: "a1") { article { id } } }',
    ]) {
      tried++;
      const { status, answer } = await post(query, sign);
      if (status !== 401 || 'data' in answer) answered++;
      expect([status, answer]).toEqual([
        401,
        { errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] },
      ]);
    }
  });

  it('answers one that was overheard only once', async () => {
    const body = JSON.stringify({ query: sdl });
    const headers = signed(body);
    expect((await post(sdl, () => headers)).status).toBe(200);
    tried++;
    const again = await post(sdl, () => headers);
    if (again.status !== 401) answered++;
    expect(again.status).toBe(401);
  });

  it.each([sdl, foreign])('is not reached through the gateway by %s', async (query) => {
    const before = house.articles.received.length;
    const answer = await house.gateway.ask(query);
    expect([answer.status, answer.data]).toEqual([400, undefined]);
    expect(house.articles.received.length).toBe(before);
  });
});
