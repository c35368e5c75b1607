import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { canaries } from '@dateline/testing/faults';
import { startFaultySubgraph } from '@dateline/testing/faulty-subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { deadUrl } from '../test-gateway.ts';
import { type Attack, type Attacked, startAttacked } from './attacked.ts';

const json = { 'content-type': 'application/json' };
const query = '{"query":"{ __typename }"}';

interface Case {
  readonly attack: string;
  readonly what: string;
  readonly request: Attack;
  readonly status: number;
}

const cases: readonly Case[] = [
  {
    attack: 'A14',
    what: 'a mutation by GET',
    request: {
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent('mutation { publishArticle(id: "a") { article { id } } }')}`,
    },
    status: 405,
  },
  { attack: 'A14', what: 'PATCH', request: { method: 'PATCH', body: query }, status: 405 },
  {
    attack: 'A14',
    what: 'a form',
    request: { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
    status: 415,
  },
  {
    attack: 'A14',
    what: 'text/plain',
    request: { headers: { 'content-type': 'text/plain' }, body: query },
    status: 415,
  },
  {
    attack: 'A14',
    what: 'multipart',
    request: { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
    status: 415,
  },
  {
    attack: 'A15',
    what: 'GET with a type of forms',
    request: { method: 'GET', path: '/graphql?query={__typename}', headers: { 'content-type': 'text/plain' } },
    status: 415,
  },
  {
    attack: 'A15',
    what: 'another charset',
    request: { headers: { 'content-type': 'application/json; charset=ibm037' }, body: query },
    status: 415,
  },
  {
    attack: 'A16',
    what: 'a body of 101 kB',
    request: { body: `{"query":"{ __typename }","variables":{"a":"${'x'.repeat(101_000)}"}}` },
    status: 413,
  },
  {
    attack: 'A16',
    what: '38 kB that unfold to 40 MB',
    request: { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(40_000_000, ' ')) },
    status: 415,
  },
  {
    attack: 'A17',
    what: 'variables 20,000 deep',
    request: { body: `{"query":"{ __typename }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}` },
    status: 400,
  },
  {
    attack: 'A17',
    what: 'a list 20,000 deep in a document',
    request: {
      body: JSON.stringify({
        query: `{ articles(filter: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { nodes { id } } }`,
      }),
    },
    status: 400,
  },
  {
    attack: 'A42',
    what: 'headers of 20 kB',
    request: { headers: { ...json, 'x-long': 'a'.repeat(20_000) }, body: query },
    status: 431,
  },
  {
    attack: 'A42',
    what: 'bytes that are no UTF-8',
    request: { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
    status: 400,
  },
];

describe('a request that is made to do harm', { timeout: 60_000 }, () => {
  let gateway: Attacked;
  beforeAll(async () => {
    gateway = await startAttacked({ ARTICLES_URL: deadUrl, COMMENTS_URL: deadUrl, MEDIA_SUBGRAPH_URL: deadUrl });
    await gateway.ask('{ nothing }');
  }, 60_000);
  afterAll(() => gateway.close());

  it.each(cases)(
    '$attack: $what is refused with $status and JSON, and nobody else is held up',
    async ({ attack, what, request, status }) => {
      const { reply, othersMs, grownBytes } = await gateway.attack(request);
      expect(reply.status).toBe(status);
      // Node itself answers what it cannot read.
      if (status !== 431) {
        expect(JSON.parse(reply.text).errors).toHaveLength(1);
        expect(reply.text).not.toMatch(/call stack|\bat .*\.ts|node_modules|<html/i);
      }
      figure(attack, `${what}: refused after`, { seen: reply.ms, unit: 'ms', atMost: 50, failAbove: 2_000 });
      figure(attack, 'others wait', { seen: othersMs, unit: 'ms', atMost: 100, failAbove: 2_000 });
      figure(attack, 'grown by', { seen: grownBytes / 1e6, unit: 'MB', atMost: 20, failAbove: 100 });
    },
  );

  /** Sends bytes over one connection, and gives all that came back when it is closed or `until` is seen. */
  async function overOneSocket(bytes: string, until: RegExp): Promise<string> {
    const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    let text = '';
    const { promise, resolve } = Promise.withResolvers<void>();
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (until.test(text)) resolve();
    });
    socket.on('close', () => resolve());
    socket.write(bytes, 'latin1');
    await promise;
    socket.destroy();
    return text;
  }
  const post = (head: string, body: string) =>
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${head}\r\n\r\n${body}`;
  const smuggled = 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n';

  it.each<[what: string, bytes: string]>([
    [
      'a length beside chunks',
      post(`Content-Length: ${query.length}\r\nTransfer-Encoding: chunked`, `0\r\n\r\n${smuggled}`),
    ],
    ['two lengths', post(`Content-Length: ${query.length}\r\nContent-Length: 0`, `${query}${smuggled}`)],
    ['two codings of the transfer', post('Transfer-Encoding: chunked, identity', `0\r\n\r\n${smuggled}`)],
    ['a length with a sign', post(`Content-Length: +${query.length}`, `${query}${smuggled}`)],
  ])('A42: %s is refused, and what is hidden behind it is not read as a request', async (what, bytes) => {
    const text = await overOneSocket(bytes, /"status":"live"/);
    expect(text).toMatch(/^HTTP\/1\.1 400/);
    const hidden = text.split('"status":"live"').length - 1;
    figure('A42', `${what}: requests read that were hidden behind it`, { seen: hidden, atMost: 0 });
  });

  it('A42: requests one behind the other over one connection are answered in their order', async () => {
    const bodies = [1, 2, 3].map((number) => `{"query":"query Q${number} { q${number}: __typename }"}`);
    const bytes = bodies.map((body) => post(`Content-Length: ${body.length}`, body)).join('');
    const text = await overOneSocket(bytes, /"q3"/);
    expect([...text.matchAll(/"(q\d)":"Query"/g)].map(([, name]) => name)).toEqual(['q1', 'q2', 'q3']);
  });

  it('A42: HTTP/1.0 is answered and closed', async () => {
    const text = await overOneSocket(
      `POST /graphql HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${query.length}\r\n\r\n${query}`,
      /never/,
    );
    expect(text).toMatch(/^HTTP\/1\.1 200/);
    expect(text).toContain('{"data":{"__typename":"Query"}}');
  });
});

it('A40: what a subgraph lets slip is in no answer and no log', { timeout: 60_000 }, async () => {
  const broken = await startFaultySubgraph('secretError');
  const gateway = await startAttacked({
    ARTICLES_URL: broken.url,
    COMMENTS_URL: broken.url,
    MEDIA_SUBGRAPH_URL: broken.url,
  });
  const token = 'eyJhbGciOiJub25lIn0.hunter2-token.x';
  const texts: string[] = [];
  for (const fault of [
    'secretError',
    'html200',
    'html502',
    'json500',
    'wrongType',
    'wrongErrors',
    'truncated',
  ] as const) {
    broken.fault = fault;
    texts.push(
      (await gateway.ask('{ article(id: "a") { id thread { commentCount } } images(first: 1) { nodes { id } } }')).text,
    );
    texts.push((await gateway.send({ headers: { authorization: `Bearer ${token}` }, body: query })).text);
  }
  gateway.child.kill('SIGTERM');
  await gateway.exited;
  await broken.close();
  const said = [...texts, ...gateway.lines.map((line) => JSON.stringify(line))];
  const secrets = [...canaries, token, 'hunter2', broken.url];
  const leaks = said.flatMap((text) => secrets.filter((secret) => text.includes(secret)));
  figure('A40', `secrets in ${texts.length} answers and ${gateway.lines.length} log lines`, {
    seen: leaks.length,
    atMost: 0,
  });
});
