import { Writable } from 'node:stream';
import { createHttpService } from '@dateline/service-kit/http-service';
import { createLogger } from '@dateline/service-kit/logger';
import { afterEach, describe, expect, it } from 'vitest';
import { addErrorAnswers } from '../src/http/error-answers.ts';
import { acceptOnlyJson } from '../src/http/json-body.ts';
import { addPurgeRoute } from '../src/invalidation/purge-route.ts';

const token = 'the-operators-token-that-is-long-enough';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Answer {
  readonly purged?: number;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

async function start(configured: string | null = token) {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const logger = createLogger('gateway', 'info', destination);
  const purged: (readonly string[] | 'all')[] = [];
  const cache = (entries: number) => ({
    purge: (tags: readonly string[]) => {
      purged.push(tags);
      return entries;
    },
    purgeAll: async () => {
      purged.push('all');
      return entries;
    },
  });
  const service = createHttpService({ name: 'gateway', host: '127.0.0.1', port: 0, logger, readiness: {} });
  addErrorAnswers(service.http, logger);
  acceptOnlyJson(service.http, { maxDepth: 64 });
  addPurgeRoute(service.http, { token: configured, logger, caches: [cache(2), cache(3)] });
  closing.push(() => service.drain());
  const origin = await service.listen();
  const purge = async (body: unknown, authorization: string | null = `Bearer ${token}`) => {
    const response = await fetch(`${origin}/cache/purge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  };
  return { purge, purged, lines };
}

describe('POST /cache/purge', () => {
  it('purges by tags in every cache, and answers how many entries went', async () => {
    const { purge, purged } = await start();
    expect(await purge({ tags: ['Article:01', 'articles'] })).toMatchObject({ status: 200, body: { purged: 5 } });
    expect(purged).toEqual([
      ['Article:01', 'articles'],
      ['Article:01', 'articles'],
    ]);
  });

  it('purges all', async () => {
    const { purge, purged } = await start();
    expect(await purge({ all: true })).toMatchObject({ status: 200, body: { purged: 5 } });
    expect(purged).toEqual(['all', 'all']);
  });

  it('asks who is there before it reads what is wanted: 401 without a bearer, 403 with another', async () => {
    const { purge, purged } = await start();
    for (const none of [null, '', 'Basic abc', 'Bearer']) {
      const { status, headers, body } = await purge({ no: 'sense' }, none);
      expect([none, status, headers.get('www-authenticate')]).toEqual([none, 401, 'Bearer']);
      expect(codeOf(body)).toBe('UNAUTHENTICATED');
    }
    for (const other of ['x', token.slice(0, -1), `${token}x`, token.toUpperCase()]) {
      const { status, body } = await purge({ all: true }, `Bearer ${other}`);
      expect([other, status, codeOf(body)]).toEqual([other, 403, 'FORBIDDEN']);
    }
    expect(purged).toEqual([]);
  });

  it('takes 1 to 100 tags of 1 to 256 visible characters, or all, and nothing else', async () => {
    const { purge, purged } = await start();
    const tags = (count: number, characters = 5) => ({
      tags: Array.from({ length: count }, () => 'x'.repeat(characters)),
    });
    for (const good of [tags(1), tags(100), tags(1, 256)]) expect((await purge(good)).status).toBe(200);
    const taken = purged.length;
    for (const bad of [
      tags(0),
      tags(101),
      tags(1, 257),
      tags(1, 0),
      { tags: ['a b'] },
      { tags: ['a\n'] },
      { tags: ['ä'] },
      { tags: [1] },
      { tags: 'articles' },
      { all: false },
      { all: true, tags: ['articles'] },
      {},
      [],
      null,
    ]) {
      const { status, body } = await purge(bad);
      expect([bad, status, codeOf(body)]).toEqual([bad, 400, 'BAD_USER_INPUT']);
    }
    expect(purged).toHaveLength(taken);
  });

  it('is written into the log, without the token', async () => {
    const { purge, lines } = await start();
    await purge({ tags: ['articles'] });
    await expect
      .poll(() => lines)
      .toContainEqual(expect.objectContaining({ msg: 'an operator purged the caches', tags: ['articles'], purged: 5 }));
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  it('is not there unless a token is set', async () => {
    const { purge } = await start(null);
    expect((await purge({ all: true })).status).toBe(404);
  });
});
