import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CachedHouse, startCachedHouse } from './cached-house.ts';
import { deadUrl, startTestGateway, startWholeHouse } from './test-gateway.ts';

const question = (name: string, id: string) =>
  `query ${name} { article(id: "${id}") { headline figures { image { caption } } thread { commentCount } } }`;

interface Asked {
  get(path: string): Promise<{ readonly text: string }>;
}

/** Reads one series; 0 where it is not there. Labels in any order. */
async function read(gateway: Asked, name: string, labels: Readonly<Record<string, string>> = {}): Promise<number> {
  const { text } = await gateway.get('/metrics');
  const line = text.split('\n').find((one) => {
    const [, at, written = ''] = /^(\w+)(?:\{(.*)\})? /.exec(one) ?? [];
    return at === name && Object.entries(labels).every(([label, value]) => written.includes(`${label}="${value}"`));
  });
  return line ? Number(line.split(' ').at(-1)) : 0;
}

describe('the metrics of a gateway', () => {
  let house: CachedHouse;
  beforeAll(async () => {
    house = await startCachedHouse();
  });
  afterAll(() => house.close());

  it('are those that docs/observability.md lists, and have the labels that it says', async () => {
    await house.gateway.ask(question('Listed', 'a1'));
    await house.gateway.ask('{ nothing }');
    const { text } = await house.gateway.get('/metrics');
    const page = readFileSync(new URL('../../../docs/observability.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `(gateway_\w+|http_\w+)` +\| ([^|]*)\|/gm)].map(([, name, labels]) => ({
      name,
      labels,
    }));
    const names = [...text.matchAll(/^# TYPE (gateway_\w+|http_\w+) /gm)].map(([, name]) => name);
    expect(rows.map(({ name }) => name).sort()).toEqual(names.sort());
    for (const { name, labels = '' } of rows) {
      const series = text
        .split('\n')
        .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name}_count{`));
      const written = series.map((line) => [...line.matchAll(/(\w+)="/g)].map(([, label]) => label));
      const listed = [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label);
      for (const one of written) expect([name, one.sort()]).toEqual([name, [...listed, 'service'].sort()]);
    }
  });

  it('count each request for an operation under its name, kept answers too', async () => {
    for (let asked = 0; asked < 3; asked++) await house.gateway.ask(question('Counted', 'a2'));
    const count = () => read(house.gateway, 'gateway_operation_duration_seconds_count', { operation: 'Counted' });
    await expect.poll(count).toBe(3);
    expect(await read(house.gateway, 'gateway_response_cache_answers_total', { outcome: 'miss' })).toBeGreaterThan(0);
    expect(await read(house.gateway, 'gateway_response_cache_answers_total', { outcome: 'hit' })).toBeGreaterThan(1);
    expect(await read(house.gateway, 'gateway_plan_duration_seconds_count', { outcome: 'ok' })).toBeGreaterThan(0);
    const calls = { subgraph: 'articles', outcome: 'ok' };
    expect(await read(house.gateway, 'gateway_subgraph_request_duration_seconds_count', calls)).toBeGreaterThan(0);
  });

  it('count no stream among the answers, however long it lasts', async () => {
    const leaving = new AbortController();
    const body = JSON.stringify({ query: 'subscription Streamed { articlePublished { id } }' });
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const { signal } = leaving;
    const stream = await fetch(`${house.gateway.origin}/graphql`, { method: 'POST', body, headers, signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    leaving.abort();
    const requests = { method: 'POST', route: '/graphql', status: '499' };
    const seen = () => read(house.gateway, 'http_request_duration_seconds_count', requests);
    await expect.poll(seen).toBe(1);
    const answers = await read(house.gateway, 'gateway_operation_duration_seconds_count', { operation: 'Streamed' });
    const unnamed = await read(house.gateway, 'gateway_operation_duration_seconds_count', { operation: '(unnamed)' });
    expect([answers, unnamed]).toEqual([0, 1]);
  });

  it('count errors by code, of refusals too', async () => {
    await house.gateway.ask('query Wrong { nothing }');
    await house.gateway.post('{"query": 1}');
    const errors = (code: string) => read(house.gateway, 'gateway_operation_errors_total', { code });
    await expect.poll(() => errors('GRAPHQL_VALIDATION_FAILED')).toBeGreaterThan(0);
    await expect.poll(() => errors('BAD_REQUEST')).toBe(1);
  });

  it('have a bounded number of series, whatever operations are called', async () => {
    for (let number = 0; number < 230; number++) await house.gateway.ask(`query Made${number} { __typename }`);
    const { text } = await house.gateway.get('/metrics');
    const names = [...text.matchAll(/gateway_operation_duration_seconds_count\{operation="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toContain('(other)');
    expect(names.length).toBeLessThanOrEqual(203);
  });

  it('open no door for a name that would break out of its label', async () => {
    await house.gateway.post(JSON.stringify({ query: '{ __typename }', operationName: 'x"} evil 1\n' }));
    expect((await house.gateway.get('/metrics')).text).not.toContain('evil');
  });
});

it('failures of a subgraph are counted by their code', async () => {
  const house = await startWholeHouse({ env: { COMMENTS_URL: deadUrl } });
  await house.gateway.ask(question('Failing', 'a1'));
  const labels = { subgraph: 'comments', outcome: 'SUBGRAPH_UNAVAILABLE' };
  const failed = await read(house.gateway, 'gateway_subgraph_request_duration_seconds_count', labels);
  const code = { subgraph: 'comments', code: 'SUBGRAPH_UNAVAILABLE' };
  const errors = await read(house.gateway, 'gateway_subgraph_errors_total', code);
  const ofOperation = { operation: 'Failing', code: 'SUBGRAPH_UNAVAILABLE' };
  const answered = await read(house.gateway, 'gateway_operation_errors_total', ofOperation);
  await house.close();
  expect([failed, errors, answered]).toEqual([1, 1, 1]);
});

it('who asks too often is counted by what they were counted as', async () => {
  const house = await startWholeHouse({ env: { RATE_LIMIT_PER_ADDRESS: '2', RATE_LIMIT_EXEMPT: 'none' } });
  for (let asked = 0; asked < 4; asked++) await house.gateway.ask('{ __typename }');
  const refused = await read(house.gateway, 'gateway_requests_rate_limited_total', { by: 'address' });
  const errors = await read(house.gateway, 'gateway_operation_errors_total', { code: 'RATE_LIMITED' });
  await house.close();
  expect([refused, errors]).toEqual([2, 2]);
});

it('a supergraph that is served in place of another is counted, and one that is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-metrics-'));
  const file = join(folder, 'supergraph.graphql');
  const sdl = readFileSync(fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql')), 'utf8');
  writeFileSync(file, sdl);
  const gateway = await startTestGateway({ env: { SUPERGRAPH_FILE: file } });
  const changes = (outcome: string) => read(gateway, 'gateway_supergraph_changes_total', { outcome });
  writeFileSync(file, `${sdl}\n# another one`);
  await gateway.reload();
  expect([await changes('served'), await changes('refused')]).toEqual([1, 0]);
  writeFileSync(file, 'type Query { nothing: Int }');
  await gateway.reload().catch(() => undefined);
  expect([await changes('served'), await changes('refused')]).toEqual([1, 1]);
  await gateway.close();
  rmSync(folder, { recursive: true });
});
