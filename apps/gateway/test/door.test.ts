import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyCode, startTestGateway, type TestGateway } from './test-gateway.ts';

const question = '{ __typename }';
const body = JSON.stringify({ query: question });
const padded = (bytes: number) => `${body}${' '.repeat(bytes - body.length)}`;
const nestedVariables = (depth: number) =>
  `{"query":"${question}","variables":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

describe('the door', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  const refused = async (answer: ReturnType<TestGateway['post']>) => {
    const { status, errors, headers, text } = await answer;
    expect(headers.get('content-type')).toContain('json');
    expect(text).not.toMatch(/node_modules|at \w+ \(/);
    return [status, errors?.[0]?.extensions['code']];
  };

  it('takes a body of 100 000 bytes and refuses one byte more', async () => {
    expect((await gateway.post(padded(100_000))).status).toBe(200);
    expect(await refused(gateway.post(padded(100_001)))).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('refuses what unfolds: a small compressed body may be a huge one', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000, ' '));
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await refused(gateway.post(bomb, { 'content-encoding': 'gzip' }))).toEqual([415, 'BAD_REQUEST']);
    expect(await refused(gateway.post(gzipSync(body), { 'content-encoding': 'gzip' }))).toEqual([415, 'BAD_REQUEST']);
    expect((await gateway.post(body, { 'content-encoding': 'identity' })).status).toBe(200);
  });

  it('takes JSON 64 deep and refuses 65', async () => {
    expect((await gateway.post(nestedVariables(62))).status).toBe(200);
    expect(await refused(gateway.post(nestedVariables(63)))).toEqual([400, 'BAD_REQUEST']);
    expect(await refused(gateway.post(nestedVariables(40_000)))).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([
    ['malformed', '{"query":'],
    ['empty', ''],
    ['null', 'null'],
    ['a string', '"{ __typename }"'],
    ['an empty object', '{}'],
    ['bytes that are no text', '\u0000\uffff'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[1]}'],
    ['variables that are a string', '{"query":"{ __typename }","variables":"{}"}'],
    ['a query that is an object', '{"query":{"kind":"Document"}}'],
    ['a persisted query with no hash', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{}}}}'],
    [
      'a persisted query of another version',
      `{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"${'a'.repeat(64)}"}}}`,
    ],
  ])('answers JSON and 400 to a body that is %s', async (_name, given) => {
    expect(await refused(gateway.post(given))).toEqual([400, 'BAD_REQUEST']);
  });

  it('refuses batches', async () => {
    expect(await refused(gateway.post(`[${body}]`))).toEqual([400, 'BAD_REQUEST']);
    expect(await refused(gateway.post('[]'))).toEqual([400, 'BAD_REQUEST']);
  });

  it('refuses an operation name that is none with 400, and never repeats it', async () => {
    for (const operationName of ['a\r\nb', 'x'.repeat(65), '1', '<script>']) {
      const answer = await gateway.post(JSON.stringify({ query: 'query A { __typename }', operationName }));
      expect({ status: answer.status, code: onlyCode(answer) }).toEqual({ status: 400, code: 'BAD_REQUEST' });
      expect(answer.text).not.toContain(JSON.stringify(operationName).slice(1, -1));
    }
    const longest = 'x'.repeat(64);
    const answer = await gateway.post(
      JSON.stringify({ query: `query ${longest} { __typename }`, operationName: longest }),
    );
    expect(answer.status).toBe(200);
    expect(await refused(gateway.ask(`query ${'x'.repeat(65)} { __typename }`))).toEqual([400, 'BAD_REQUEST']);
  });

  it('refuses with 400 an operation that the document does not hold', async () => {
    const unknown = { query: 'query A { sections { slug } }', operationName: 'B' };
    expect(await refused(gateway.post(JSON.stringify(unknown)))).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
    const which = 'query A { __typename } query B { __typename }';
    expect(await refused(gateway.ask(which))).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
    // There is one, and it wants a stream.
    expect(await refused(gateway.ask('subscription { a }'))).toEqual([400, 'BAD_REQUEST']);
    expect(await refused(gateway.ask('fragment F on Query { __typename }'))).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'application/json; charset=ibm037',
  ])('refuses a body of the type %s', async (contentType) => {
    expect(await refused(gateway.post(body, { 'content-type': contentType }))).toEqual([415, 'BAD_REQUEST']);
  });

  it('answers a query by GET, and refuses a mutation by GET, and other methods, with 405', async () => {
    const path = `/graphql?query=${encodeURIComponent(question)}`;
    expect(await gateway.get(path)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
    expect(await refused(gateway.get(path, { 'content-type': 'text/plain' }))).toEqual([415, 'BAD_REQUEST']);
    const mutation = `/graphql?query=${encodeURIComponent('mutation { publishArticle(id: "a") { article { id } } }')}`;
    for (const headers of [{}, { 'apollo-require-preflight': 'yes' }]) {
      expect(await refused(gateway.get(mutation, headers))).toEqual([405, 'BAD_REQUEST']);
    }
    for (const method of ['PATCH']) {
      const answer = await fetch(`${gateway.origin}/graphql`, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, PUT, DELETE, OPTIONS']);
    }
  });

  it('keeps a persisted query only under its own hash, and only when it is within the limits', async () => {
    const persisted = (query: string, hash = createHash('sha256').update(query).digest('hex')) => ({
      full: JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
      short: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
    });
    const good = persisted('query Kept { __typename }');
    expect(await refused(gateway.post(good.short))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect((await gateway.post(good.full)).data).toEqual({ __typename: 'Query' });
    expect((await gateway.post(good.short)).data).toEqual({ __typename: 'Query' });

    const poisoned = persisted('query Poison { __typename }', 'a'.repeat(64));
    expect(await refused(gateway.post(poisoned.full))).toEqual([400, 'BAD_REQUEST']);
    expect(await refused(gateway.post(poisoned.short))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);

    const costly = persisted('{ articles(first: 100000) { nodes { id } } }');
    expect(await refused(gateway.post(costly.full))).toEqual([400, 'TOO_COSTLY']);
    expect(await refused(gateway.post(costly.short))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  it('lets pages of any origin ask, never with cookies', async () => {
    const preflight = await fetch(`${gateway.origin}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://reader.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('lets only the named origins ask when there are any', async () => {
    const strict = await startTestGateway({ env: { CORS_ORIGINS: 'https://reader.example, https://app.example' } });
    const ours = await strict.ask(question, {}, { origin: 'https://app.example' });
    expect(ours.headers.get('access-control-allow-origin')).toBe('https://app.example');
    const foreign = await strict.ask(question, {}, { origin: 'https://evil.example' });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    expect(foreign.headers.get('vary')).toContain('origin');
    await strict.close();
  });

  it('puts the security headers on every answer, and lets no error be stored', async () => {
    const answers = [await gateway.ask(question), await gateway.post('{'), await gateway.get('/nothing')];
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
    expect(await refused(gateway.get('/nothing'))).toEqual([404, 'NOT_FOUND']);
  });

  it('answers byte for byte the same whatever Host and forwarding headers say', async () => {
    const plain = await gateway.ask(question);
    const forged = await gateway.ask(
      question,
      {},
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
    );
    expect(forged.text).toBe(plain.text);
    const answer = await raw(
      gateway.origin,
      `POST /graphql HTTP/1.1\r\nhost: a b\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
  });

  it('answers 431 to headers over 16 kB, and goes on', async () => {
    const answer = await raw(gateway.origin, `GET /livez HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
    expect((await gateway.ask(question)).status).toBe(200);
  });
});

/** Sends bytes as they are and reads to the end. */
async function raw(origin: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
