import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createGraphClient, type GraphClientOptions } from '../src/graph-client.ts';
import { GraphRequestError } from '../src/graph-error.ts';
import {
  HarbourByNameDocument,
  HarbourTokenDocument,
  HarbourWeatherDocument,
  MoorDocument,
} from './__generated__/operations.ts';
import { startHarbourServer } from './harbour-server.ts';

const clientOf = (url: string, more: Partial<GraphClientOptions> = {}) =>
  createGraphClient({ url, clientName: 'test', ...more });

describe('against a real Apollo Server', () => {
  it('answers with typed data, fragments included', async () => {
    await using server = await startHarbourServer();
    const { data, errors } = await clientOf(server.url).request(HarbourByNameDocument, { name: 'Ansel' });
    expect(errors).toEqual([]);
    expect(data?.harbour).toEqual({
      id: 'h1',
      name: 'Ansel',
      depth: 'DEEP',
      openedAt: null,
      ships: [
        { __typename: 'Ferry', name: 'Kestrel', seats: 120 },
        { __typename: 'Tug', name: 'Bo' },
      ],
    });
  });

  it('sends the text of a query once, and after that only its hash by GET', async () => {
    await using server = await startHarbourServer();
    const client = clientOf(server.url);
    await client.request(HarbourByNameDocument, { name: 'Ansel' });
    await client.request(HarbourByNameDocument, { name: 'Anselm' });
    expect(server.seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
    expect(server.seen[2]?.url).not.toContain('query+HarbourByName');
    expect(server.seen[2]?.url).toContain('operationName=HarbourByName');
    expect(server.seen.map(({ headers }) => headers['apollographql-client-name'])).toEqual(['test', 'test', 'test']);
  });

  it('sends the whole text where persisted queries are off', async () => {
    await using server = await startHarbourServer({ persistedQueries: false });
    const { data } = await clientOf(server.url).request(HarbourByNameDocument, { name: 'Ansel' });
    expect(data?.harbour?.name).toBe('Ansel');
    expect(server.seen.at(-1)?.body).not.toContain('persistedQuery');
  });

  it('asks by the id of its document, and goes on without where the server knows no ids', async () => {
    await using server = await startHarbourServer();
    const client = clientOf(server.url, { persisted: true });
    for (const name of ['Ansel', 'Anselm']) {
      const { data } = await client.request(HarbourByNameDocument, { name });
      expect(data?.harbour?.name).toBe('Ansel');
    }
    await client.request(MoorDocument, { input: { harbour: 'h1', ships: ['Bo'] } });
    expect(server.seen.map(({ method, url, body }) => [method, `${url} ${body}`.includes('documentId')])).toEqual([
      ['GET', true],
      // What was not known once is not asked for by its id again.
      ['GET', false],
      ['POST', false],
      ['GET', false],
      ['POST', true],
      ['POST', false],
    ]);
    expect(server.seen[0]?.url).toMatch(/^\/graphql\?documentId=sha256%3A[0-9a-f]{64}&variables=/);
  });

  it('sends mutations by POST and never by GET', async () => {
    await using server = await startHarbourServer();
    const { data } = await clientOf(server.url).request(MoorDocument, { input: { harbour: 'h1', ships: ['Bo'] } });
    expect(data?.moor?.ships).toHaveLength(2);
    expect(server.seen.map(({ method }) => method)).toEqual(['POST']);
  });

  it('sends a query by POST when its address would be too long', async () => {
    await using server = await startHarbourServer();
    const { data } = await clientOf(server.url).request(HarbourByNameDocument, { name: `Ansel${'x'.repeat(4_000)}` });
    expect(data?.harbour?.name).toBe('Ansel');
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  it('keeps partial data beside the error that says what is missing', async () => {
    await using server = await startHarbourServer();
    const { data, errors } = await clientOf(server.url).request(HarbourWeatherDocument, { name: 'Ansel' });
    expect(data).toEqual({ harbour: { name: 'Ansel', weather: null } });
    expect(errors).toMatchObject([{ code: 'INTERNAL_SERVER_ERROR', path: ['harbour', 'weather'] }]);
  });

  it('a refused request is an answer with errors and no data', async () => {
    await using server = await startHarbourServer();
    const wrong = { name: 7 } as unknown as { name: string };
    const { data, errors } = await clientOf(server.url).request(HarbourByNameDocument, wrong);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: [] }]);
  });

  it("speaks for the client's token unless the request brings another", async () => {
    await using server = await startHarbourServer();
    const tokenOf = async (client: ReturnType<typeof clientOf>, token?: string) =>
      (await client.request(HarbourTokenDocument, {}, { token })).data?.harbour?.token;
    expect(await tokenOf(clientOf(server.url))).toBeNull();
    expect(await tokenOf(clientOf(server.url, { token: 'own' }))).toBe('Bearer own');
    expect(await tokenOf(clientOf(server.url, { token: 'own' }), 'other')).toBe('Bearer other');
  });
});

describe('no answer at all is an error of a known kind', () => {
  async function serverOf(listener: RequestListener) {
    const server = createServer(listener);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      async [Symbol.asyncDispose]() {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      },
    };
  }
  const failureOf = (url: string, timeoutMs = 10_000) =>
    clientOf(url, { timeoutMs })
      .request(HarbourByNameDocument, { name: 'Ansel' })
      .catch((error: unknown) => (error instanceof GraphRequestError ? error : Promise.reject(error)));

  it('NETWORK when nothing listens', async () => {
    const server = await serverOf(() => {});
    await server[Symbol.asyncDispose]();
    expect(await failureOf(server.url)).toMatchObject({ kind: 'NETWORK' });
  });

  it('NETWORK when the server hangs up', async () => {
    await using server = await serverOf((request) => request.socket.destroy());
    expect(await failureOf(server.url)).toMatchObject({ kind: 'NETWORK' });
  });

  it('TIMEOUT when the server does not answer, and when it stops halfway', async () => {
    await using silent = await serverOf(() => {});
    expect(await failureOf(silent.url, 50)).toMatchObject({ kind: 'TIMEOUT' });
    await using halfway = await serverOf((_request, response) => void response.writeHead(200).write('{"data"'));
    expect(await failureOf(halfway.url, 50)).toMatchObject({ kind: 'TIMEOUT' });
  });

  it('HTTP with the status, and when to come back', async () => {
    await using server = await serverOf((_request, response) =>
      response.writeHead(503, { 'retry-after': '7' }).end('<h1>Busy</h1>'),
    );
    expect(await failureOf(server.url)).toMatchObject({ kind: 'HTTP', status: 503, retryAfterSeconds: 7 });
  });

  it.each(['<h1>Hello</h1>', 'null', '[]', '{"ok":true}', '{"errors":"many"}'])('BAD_ANSWER for %s', async (body) => {
    await using server = await serverOf((_request, response) => response.end(body));
    expect(await failureOf(server.url)).toMatchObject({ kind: 'BAD_ANSWER', status: 200 });
  });

  it("an aborted signal throws the signal's own reason", async () => {
    await using server = await serverOf(() => {});
    const reason = new Error('the reader left');
    const request = clientOf(server.url).request(
      HarbourByNameDocument,
      { name: 'A' },
      { signal: AbortSignal.abort(reason) },
    );
    await expect(request).rejects.toBe(reason);
  });
});
