import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpService } from './http-service.ts';
import { createLogger } from './logger.ts';
import { scalarResolvers } from './scalars.ts';
import { createSubgraphSchema, mountSubgraph, type RequestContext } from './subgraph-server.ts';
import type { Viewer } from './viewer.ts';
import { signViewer } from './viewer-signature.ts';

const secret = 'a-secret-of-at-least-32-characters!';
const sdl = `scalar DateTime scalar LanguageTag scalar Url scalar Html
  type Query { me(slug: String, since: DateTime): String }`;
const viewer: Viewer = { id: '1', displayName: 'Noa', roles: ['READER'] };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start() {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const logger = createLogger('small', 'info', destination);
  const service = createHttpService({ name: 'small', host: '127.0.0.1', port: 0, logger, readiness: {} });
  const resolvers = {
    ...scalarResolvers,
    Query: { me: (_root: unknown, _args: unknown, context: RequestContext) => context.viewer?.displayName },
  };
  await mountSubgraph(service.http, {
    name: 'small',
    schema: createSubgraphSchema([sdl], resolvers),
    viewerSigningSecret: secret,
    logger,
    createContext: (request) => ({ ...request }),
  });
  closing.push(service.drain);
  const url = await service.listen();
  const ask = async (query: string, headers: Record<string, string> = {}, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const signed = signViewer(viewer, { subgraph: 'small', secret, body, now: new Date() });
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed, ...headers },
      body,
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  return { ask, lines };
}

describe('a subgraph', () => {
  it('knows the viewer whom the gateway signed for', async () => {
    const { ask } = await start();
    expect(await ask('{ me }')).toEqual({ data: { me: 'Noa' } });
  });

  it("writes one line a request, with the request's id and the operation's name", async () => {
    const { ask, lines } = await start();
    await ask('query WhoAmI { me }', { 'x-request-id': 'abcdef-123456' });
    await expect
      .poll(() => lines.filter(({ msg }) => msg === 'request'))
      .toEqual([expect.objectContaining({ requestId: 'abcdef-123456', operationName: 'WhoAmI', status: 200 })]);
  });

  it("answers text that no database can hold as the client's fault, not as its own", async () => {
    const { ask, lines } = await start();
    expect(await ask('{ me(slug: "\\u0000") }')).toEqual({
      errors: [{ message: 'Text may not hold U+0000 or half a character.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
    await expect.poll(() => lines.find(({ msg }) => msg === 'request')?.['status']).toBe(200);
  });

  it('says of a value that its scalar does not take what it must be, in the document or as a variable', async () => {
    const { ask } = await start();
    const fault = {
      message: expect.stringContaining('DateTime must be an RFC 3339 date-time'),
      extensions: { code: 'BAD_USER_INPUT' },
    };
    expect(await ask('{ me(since: "yesterday") }')).toEqual({ errors: [expect.objectContaining(fault)] });
    const variables = { since: 'yesterday' };
    expect(await ask('query ($since: DateTime) { me(since: $since) }', {}, variables)).toEqual({
      errors: [expect.objectContaining(fault)],
    });
  });

  it('tells no timings of its resolvers to who asks for a trace', async () => {
    const { ask } = await start();
    expect(await ask('{ me }', { 'apollo-federation-include-trace': 'ftv1' })).toEqual({ data: { me: 'Noa' } });
  });
});
