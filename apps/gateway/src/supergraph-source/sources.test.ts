import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@dateline/service-kit/logger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseSource } from './choose-source.ts';
import { createFileSource } from './file-source.ts';
import { createUrlSource } from './url-source.ts';

const supergraph = (field: string) =>
  `enum join__Graph { A @join__graph(name: "a", url: "http://a") } directive @join__graph(name: String!, url: String!) on ENUM_VALUE type Query { ${field}: ID }`;
const fieldsOf = ({ api }: { readonly api: { getQueryType(): { getFields(): object } | null | undefined } }) =>
  Object.keys(api.getQueryType()?.getFields() ?? {});
const logger = createLogger('sources', 'silent');
const pollMs = 20;

describe('a supergraph in a file', () => {
  let folder: string;
  let file: string;
  const ends: (() => void)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-source-'));
    file = join(folder, 'supergraph.graphql');
    writeFileSync(file, supergraph('one'));
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
    rmSync(folder, { recursive: true });
  });

  it('is seen to change, also when another file takes its place', async () => {
    const source = createFileSource({ file, pollMs });
    await source.load();
    let changes = 0;
    ends.push(source.watch(() => changes++));
    writeFileSync(join(folder, 'next'), supergraph('two'));
    renameSync(join(folder, 'next'), file);
    await expect.poll(() => changes, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(fieldsOf(await source.load())).toEqual(['two']);
    const before = changes;
    writeFileSync(join(folder, 'next'), supergraph('three'));
    renameSync(join(folder, 'next'), file);
    await expect.poll(() => changes, { timeout: 10_000 }).toBeGreaterThan(before);
  });

  it('that is none is told with its place, and loaded again when it is another', async () => {
    const source = createFileSource({ file, pollMs });
    await source.load();
    let changes = 0;
    ends.push(source.watch(() => changes++));
    writeFileSync(file, 'type Query {');
    await expect.poll(() => changes, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect(source.load()).rejects.toThrow(/supergraph\.graphql:1:13 is not the GraphQL schema/);
    const before = changes;
    writeFileSync(file, supergraph('two'));
    await expect.poll(() => changes, { timeout: 10_000 }).toBeGreaterThan(before);
    expect(fieldsOf(await source.load())).toEqual(['two']);
  });
});

describe('a supergraph at an address', () => {
  let answer: (response: ServerResponse, headers: IncomingHttpHeaders) => void;
  const seen: IncomingHttpHeaders[] = [];
  let url: string;
  let close: () => void;
  const ends: (() => void)[] = [];
  beforeEach(async () => {
    seen.length = 0;
    const server = createServer((request, response) => {
      seen.push(request.headers);
      answer(response, request.headers);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graph?token=hunter2`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
    close();
  });
  const source = (every = pollMs) => createUrlSource({ url, authorization: 'Bearer hunter2', pollMs: every, logger });
  /** As a registry: 304 for who has it. */
  const give = (text: string, etag: string) => (response: ServerResponse, headers: IncomingHttpHeaders) => {
    if (headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { etag }).end(text);
  };

  it('is asked for with what is known of it, and seen to change', async () => {
    answer = give(supergraph('one'), '"1"');
    const asked = source();
    expect(fieldsOf(await asked.load())).toEqual(['one']);
    let changes = 0;
    ends.push(asked.watch(() => changes++));
    await expect.poll(() => seen.filter((headers) => headers['if-none-match'] === '"1"').length).toBeGreaterThan(1);
    expect(changes).toBe(0);
    answer = give(supergraph('two'), '"2"');
    await expect.poll(() => changes).toBeGreaterThan(0);
    expect(fieldsOf(await asked.load())).toEqual(['two']);
    expect(seen.every(({ authorization }) => authorization === 'Bearer hunter2')).toBe(true);
  });

  it('is not asked for any more when that was ended', async () => {
    answer = give(supergraph('one'), '"1"');
    const asked = source();
    await asked.load();
    const end = asked.watch(() => {});
    await expect.poll(() => seen.length).toBeGreaterThan(2);
    end();
    const before = seen.length;
    const other = createUrlSource({ url, authorization: null, pollMs, logger });
    await other.load();
    ends.push(other.watch(() => {}));
    // The other's looks tell the time.
    await expect.poll(() => seen.filter(({ authorization }) => authorization === undefined).length).toBeGreaterThan(5);
    expect(seen.filter(({ authorization }) => authorization !== undefined).length).toBeLessThanOrEqual(before + 1);
  });

  it.each<[what: string, answer: (response: ServerResponse) => void, why: RegExp]>([
    [
      'a server error',
      (response) => response.writeHead(500).end('hunter2'),
      /\/graph cannot be fetched: answered HTTP 500/,
    ],
    [
      'a redirect',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /cannot be fetched/,
    ],
    ['more than it may be', (response) => response.end(Buffer.alloc(20_000_001, 32)), /it is over 20000000 bytes/],
    ['what is no supergraph', (response) => response.end('type Query { a: ID }'), /no enum join__Graph/],
  ])('that answers with %s is told, without the secrets of its address', async (_what, fault, why) => {
    answer = fault;
    const error: Error = await source()
      .load()
      .then(
        () => Promise.reject(new Error('loaded')),
        (fault) => fault,
      );
    expect(error.message).toMatch(why);
    expect(error.message).not.toContain('hunter2');
  });

  it('has a file stand in for it until it has answered once, and not after', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-source-'));
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, supergraph('of_the_file'));
    answer = (response) => response.writeHead(503).end();
    const chosen = chooseSource({ file, url, authorization: null, pollMs }, logger);
    expect(fieldsOf(await chosen.load())).toEqual(['of_the_file']);
    let changes = 0;
    ends.push(chosen.watch(() => changes++));
    answer = give(supergraph('one'), '"1"');
    await expect.poll(() => changes).toBeGreaterThan(0);
    expect(fieldsOf(await chosen.load())).toEqual(['one']);
    answer = (response) => response.writeHead(503).end();
    await expect(chosen.load()).rejects.toThrow(/answered HTTP 503/);
    rmSync(folder, { recursive: true });
  });
});
