import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverAudits } from 'graphql-http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Shop, startShop } from './shop.ts';

const main = fileURLToPath(new URL('../src/standalone/main.ts', import.meta.url));

/** A start takes well under a second; this is what a suite that restarts the gateway may count on. */
const readyMaxMs = 2_000;

interface Alone {
  readonly child: ChildProcess;
  /** Where its graph stands; null when it ended instead. */
  readonly url: string | null;
  readonly startMs: number;
  readonly said: () => string;
  readonly exited: Promise<unknown[]>;
}

async function startAlone(args: readonly string[], env: Record<string, string> = {}): Promise<Alone> {
  const startedAt = performance.now();
  const { NODE_COMPILE_CACHE = join(tmpdir(), 'dateline-compile-cache') } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const { promise: url, resolve } = Promise.withResolvers<string | null>();
  const hear = (chunk: Buffer) => {
    said += chunk;
    const [, address] = /^The gateway answers at (http:\S+\/graphql)$/m.exec(said) ?? [];
    if (address) resolve(address);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exited = once(child, 'close');
  exited.then(() => resolve(null));
  return { child, url: await url, startMs: performance.now() - startedAt, said: () => said, exited };
}

describe('the gateway alone', () => {
  let shop: Shop;
  let folder: string;
  let supergraphFile: string;
  const running: Alone[] = [];
  beforeAll(async () => {
    shop = await startShop();
    folder = mkdtempSync(join(tmpdir(), 'dateline-alone-'));
    supergraphFile = join(folder, 'shop.graphql');
    writeFileSync(supergraphFile, shop.supergraph);
  });
  afterEach(async () => {
    for (const { child, exited } of running.splice(0)) {
      child.kill('SIGKILL');
      await exited;
    }
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await shop.close();
  });

  const configFile = (config: unknown) => {
    const file = join(folder, 'config.json');
    writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
    return file;
  };
  const start = async (config?: unknown, env?: Record<string, string>) => {
    const more = config === undefined ? [] : ['--config', configFile(config)];
    const alone = await startAlone(['--supergraph', supergraphFile, '--port', '0', ...more], env);
    running.push(alone);
    return alone;
  };
  const ask = async ({ url }: Alone, query: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
  };
  const page = '{ products { name stars } }';
  const wholePage = { data: { products: [2, 3, 4].map((stars) => ({ name: `Chair ${stars - 1}`, stars })) } };

  it('serves any supergraph from its file, tells its subgraphs nothing of who asks, and looks at no token', async () => {
    const alone = await start();
    const before = shop.received.length;
    const { status, body } = await ask(alone, page, { authorization: 'Bearer a.b.c', cookie: 'a=b', 'x-user': 'c' });
    expect([status, body]).toEqual([200, wholePage]);
    const received = shop.received.slice(before);
    expect(received.map(({ subgraph }) => subgraph)).toEqual(['products', 'reviews']);
    for (const { headers } of received) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'connection',
        'content-length',
        'content-type',
        'host',
        'x-request-id',
      ]);
    }
  });

  it('passes all 61 audits of GraphQL over HTTP', async () => {
    const { url } = await start();
    const results = [];
    for (const { fn } of serverAudits({ url: url ?? '' })) results.push(await fn());
    expect(results).toHaveLength(61);
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  it(`is ready within ${readyMaxMs} ms, time after time, with other files`, { timeout: 60_000 }, async () => {
    // The first start compiles what the later ones find compiled.
    await start();
    const startsMs: number[] = [];
    for (let restart = 0; restart < 5; restart++) {
      supergraphFile = join(folder, `shop-${restart}.graphql`);
      writeFileSync(supergraphFile, shop.supergraph);
      const alone = await start();
      expect((await ask(alone, page)).body).toEqual(wholePage);
      startsMs.push(alone.startMs);
      alone.child.kill('SIGTERM');
      expect(await alone.exited).toEqual([0, null]);
    }
    // One of five may meet a machine that is busy with something else.
    expect(startsMs.sort((one, other) => one - other)[2]).toBeLessThan(readyMaxMs);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('leaves with 0 on %s, with open connections or without', async (signal) => {
    const alone = await start();
    await ask(alone, page);
    alone.child.kill(signal);
    expect(await alone.exited).toEqual([0, null]);
  });

  it('serves its file as it is now on SIGHUP, and goes on with the one before when that cannot be served', async () => {
    const alone = await start(undefined, { LOG_LEVEL: 'info' });
    const renamed = '{ products { name marks: stars } }';
    const said = async (signal: 'SIGHUP', words: string, times: number) => {
      alone.child.kill(signal);
      await expect.poll(() => alone.said().split(words).length - 1, { timeout: 10_000 }).toBe(times);
    };
    expect((await ask(alone, '{ added: __type(name: "Added") { name } }')).body.data).toEqual({ added: null });
    writeFileSync(supergraphFile, `${shop.supergraph}\ntype Added @join__type(graph: PRODUCTS) { id: ID! }\n`);
    await said('SIGHUP', 'the supergraph was read again', 1);
    expect((await ask(alone, '{ added: __type(name: "Added") { name } }')).body.data).toEqual({
      added: { name: 'Added' },
    });
    writeFileSync(supergraphFile, 'type Query {');
    await said('SIGHUP', 'the supergraph was refused', 1);
    expect(alone.said()).toContain('Syntax Error');
    expect((await ask(alone, renamed)).status).toBe(200);
    writeFileSync(supergraphFile, shop.supergraph);
    await said('SIGHUP', 'the supergraph was read again', 2);
    expect((await ask(alone, page)).body).toEqual(wholePage);
  });

  it('shows its schema unless it is told not to, or runs in production', async () => {
    const introspection = '{ __schema { queryType { name } } }';
    expect((await ask(await start(), introspection)).status).toBe(200);
    expect((await ask(await start({ introspection: false }), introspection)).status).toBe(400);
    expect((await ask(await start({}, { NODE_ENV: 'production' }), introspection)).status).toBe(400);
    expect((await ask(await start({ introspection: true }, { NODE_ENV: 'production' }), introspection)).status).toBe(
      200,
    );
  });

  it('goes far by default and yet not for ever, and as far as its file says', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, at) => `a${at}: __typename`).join(' ')} }`;
    const wide = await start();
    expect((await ask(wide, aliases(200))).status).toBe(200);
    expect((await ask(wide, aliases(201))).body.errors[0].extensions.code).toBe('TOO_MANY_ROOT_FIELDS');
    const strict = await start({ limits: { maxRootFields: 15 } });
    expect((await ask(strict, aliases(15))).status).toBe(200);
    expect((await ask(strict, aliases(16))).body.errors[0].extensions.code).toBe('TOO_MANY_ROOT_FIELDS');
    const open = await start({ limits: { maxAliases: 3_000, maxTokens: 100_000, maxRootFields: 1_900 } });
    expect((await ask(open, aliases(1_900))).status).toBe(200);
    expect((await ask(open, aliases(1_901))).body.errors[0].extensions.code).toBe('TOO_MANY_ROOT_FIELDS');
  });

  it('asks a subgraph where and how its file says, and lets only its origins read', async () => {
    const dead = await start({
      subgraphs: { reviews: { url: 'http://127.0.0.1:1/graphql' } },
      cors: ['https://a.example'],
    });
    const { body, headers } = await ask(dead, page, { origin: 'https://b.example' });
    expect(body.errors[0].extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'reviews' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const [, { port }] = await silentServer();
    const slow = await start({ subgraphs: { reviews: { url: `http://127.0.0.1:${port}/`, timeoutMs: 200 } } });
    expect((await ask(slow, page)).body.errors[0].extensions.code).toBe('SUBGRAPH_TIMEOUT');
  });

  it.each<[string, unknown, string[]]>([
    ['is not JSON', '{', ['config.json', 'not JSON']],
    ['is a list', [], ['the file: ']],
    [
      'has unknown settings',
      { a: 1, sharing: { b: 1 }, limits: { MAX_DEPTH: 1 } },
      ['a: there', 'sharing.b: there', 'limits.MAX_DEPTH: there'],
    ],
    ['has settings of another type', { introspection: 'yes', entityCache: true }, ['introspection: ', 'entityCache: ']],
    [
      'misspells within what may be false',
      { responseCache: { maxByte: 1 } },
      ['responseCache.maxBytes', 'responseCache.maxByte: there'],
    ],
    ['knows a subgraph that is not there', { subgraphs: { carts: { http2: true } } }, ['"carts"', 'products, reviews']],
    ['names no address', { subgraphs: { reviews: { url: 'localhost' } } }, ['subgraphs.reviews.url', 'http://']],
    ['names no planner', { planner: 'fast' }, ['planner: ']],
  ])('says what is wrong, where, and leaves with 1, when its file %s', async (_name, config, words) => {
    const alone = await start(config);
    expect(alone.url).toBeNull();
    expect(await alone.exited).toEqual([1, null]);
    for (const word of words) expect(alone.said()).toContain(word);
    expect(alone.said()).not.toMatch(/\n\s+at /);
  });

  it.each<[string, () => string[], string[]]>([
    ['without a supergraph', () => [], ['--supergraph FILE is missing', 'Usage']],
    ['with a file that is not there', () => ['--supergraph', 'nope.graphql'], ['nope.graphql', 'no such file']],
    [
      'with a settings file that is not there',
      () => ['--supergraph', supergraphFile, '--config', 'nope.json'],
      ['nope.json', 'no such file'],
    ],
    ['with a file that is no GraphQL', () => ['--supergraph', main], ['main.ts:', 'is not the GraphQL schema']],
    ['with a flag that it does not know', () => ['--supergraph', supergraphFile, '--prot', '1'], ["'--prot'", 'Usage']],
    ['with what is no flag', () => [supergraphFile], ['Usage']],
    ['with no port', () => ['--supergraph', supergraphFile, '--port', '65536'], ['--port 65536', '65535']],
    [
      'with a plain schema',
      () => ['--supergraph', fileURLToPath(import.meta.resolve('@dateline/graph-types/api.graphql'))],
      ['no Federation 2 supergraph'],
    ],
  ])('started %s, says what to mend and leaves with 1', async (_name, args, words) => {
    const alone = await startAlone(args());
    expect(await alone.exited).toEqual([1, null]);
    for (const word of words) expect(alone.said()).toContain(word);
    expect(alone.said()).not.toMatch(/\n\s+at /);
  });

  it('says that its port is taken', async () => {
    const [, { port }] = await silentServer();
    const alone = await startAlone(['--supergraph', supergraphFile, '--port', String(port)]);
    expect(await alone.exited).toEqual([1, null]);
    expect(alone.said()).toContain(`Port ${port} is taken`);
  });

  it('tells how it is used', async () => {
    const alone = await startAlone(['--help']);
    expect(await alone.exited).toEqual([0, null]);
    expect(alone.said()).toContain('--supergraph FILE');
  });

  /** Takes connections and never answers; closed with this file's tests. */
  async function silentServer() {
    const server = createServer(() => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    server.unref();
    return [server, server.address() as AddressInfo] as const;
  }
});
