import { signViewer } from '@dateline/service-kit/viewer-signature';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppName, apps } from '../../scripts/house.ts';
import { type House, startHouse } from '../src/start-house.ts';
import { loadUntilDraining } from './load-until-draining.ts';

const subgraphs = ['articles', 'media', 'comments'] as const;
/** A load balancer sees that a process is going within this. */
const drainDelayMs = 500;

describe('a process of the house', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse({ env: { DRAIN_DELAY_MS: String(drainDelayMs) } });
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  const isSubgraph = (app: AppName) => (subgraphs as readonly AppName[]).includes(app);

  function signed(
    app: AppName,
    body: string,
    overrides: { readonly secret?: string; readonly subgraph?: string } = {},
  ) {
    const secret = house.environment['VIEWER_SIGNING_SECRET'] ?? '';
    return signViewer(null, { subgraph: app, secret, body, now: new Date(), ...overrides });
  }

  function askSubgraph(app: AppName, query: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    const body = JSON.stringify({ query });
    return fetch(`${house.urls[app]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  }

  /** One request of the kind that each app gets all day. */
  const ordinaryRequest: Readonly<Record<AppName, () => Promise<Response>>> = {
    articles: () => askSigned('articles', '{ articles(first: 5) { nodes { id } } }'),
    media: () => askSigned('media', '{ images(first: 5) { nodes { id } } }'),
    comments: () => askSigned('comments', '{ commentCounts(articleIds: []) { count } }'),
    gateway: () =>
      fetch(house.urls.graph, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ articles(first: 5) { nodes { id } } }"}',
      }),
    syndication: () => fetch(`${house.urls.syndication}/feeds/all.rss`),
    web: () => fetch(`${house.urls.web}/`),
  };

  function askSigned(app: AppName, query: string): Promise<Response> {
    return askSubgraph(app, query, signed(app, JSON.stringify({ query })));
  }

  it.each(apps)('%s loses no request when it is asked to end under load, and leaves with 0', async (app) => {
    try {
      const load = loadUntilDraining({
        request: ordinaryRequest[app],
        isTaking: async () => (await fetch(`${house.urls[app]}/readyz`)).status === 200,
      });
      await load.answered(20);
      house.kill(app, 'SIGTERM');
      const { statuses, failures } = await load.finished;
      expect(await house.exited(app)).toEqual({ code: 0, signal: null });
      expect(failures).toEqual([]);
      expect(new Set(statuses)).toEqual(new Set([200]));
      const lastLine = JSON.parse(house.logs(app).trim().split('\n').at(-1) ?? '');
      expect(lastLine).toMatchObject({ msg: 'closed' });
    } finally {
      await house.restart(app);
    }
  });

  it('writes one JSON line a request, and never a token or a secret', async () => {
    const token = await house.token('EDITOR');
    await house.graph('query Mine { viewer { id } }', {}, { token });
    await expect.poll(() => house.logs('gateway')).toContain('"operationName":"Mine"');
    for (const app of apps) {
      const lines = house.logs(app).trim().split('\n');
      expect(lines.map((line) => typeof JSON.parse(line))).toEqual(lines.map(() => 'object'));
      expect(house.logs(app)).not.toContain(token);
      expect(house.logs(app)).not.toContain(house.environment['VIEWER_SIGNING_SECRET']);
    }
  });

  it.each(subgraphs)('%s answers its gateway and nobody else', async (app) => {
    const operations = ['{ __typename }', '{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'];
    for (const query of operations) {
      const body = JSON.stringify({ query });
      const other = subgraphs.find((name) => name !== app) ?? app;
      for (const headers of [
        {},
        signed(app, `${body} `),
        signed(app, body, { subgraph: other }),
        signed(app, body, { secret: 'x'.repeat(64) }),
      ]) {
        const response = await askSubgraph(app, query, headers);
        expect(response.status).toBe(401);
        expect(await response.text()).not.toContain('data');
      }
    }
    expect((await askSigned(app, '{ __typename }')).status).toBe(200);
  });

  it('lets all its siblings end at once, each with 0', async () => {
    try {
      for (const app of apps) house.kill(app, 'SIGTERM');
      expect(await Promise.all(apps.map((app) => house.exited(app)))).toEqual(
        apps.map(() => ({ code: 0, signal: null })),
      );
    } finally {
      await house.restart(...apps);
    }
  });

  it('is not ready without what it cannot do without, and says what that is', async () => {
    try {
      house.kill('gateway', 'SIGKILL');
      await house.exited('gateway');
      for (const app of ['web', 'syndication'] as const) {
        const response = await fetch(`${house.urls[app]}/readyz`);
        expect(response.status).toBe(503);
        expect(Object.values(JSON.parse(await response.text()).reasons)).toHaveLength(1);
        expect((await fetch(`${house.urls[app]}/livez`)).status).toBe(200);
      }
    } finally {
      await house.restart('gateway');
    }
    for (const app of apps.filter((name) => !isSubgraph(name))) {
      expect((await fetch(`${house.urls[app]}/readyz`)).status).toBe(200);
    }
  });
});

describe('a gateway that starts before all subgraphs', () => {
  it('is ready, says in public words what is away, and heals as each of them comes', async () => {
    await using house = await startHouse({ start: ['gateway'] });
    const ask = () => house.graph('{ articles(first: 1) { nodes { id } } images(first: 1) { nodes { id } } }');
    const parts = ({ errors }: Awaited<ReturnType<typeof ask>>) =>
      errors.map(({ extensions }) => `${extensions?.['subgraph']} ${extensions?.['code']}`).sort();

    const alone = await ask();
    expect(parts(alone)).toEqual(['articles SUBGRAPH_UNAVAILABLE', 'media SUBGRAPH_UNAVAILABLE']);
    const degraded = async () => {
      const readiness = JSON.parse(await (await fetch(`${house.urls.gateway}/readyz`)).text());
      return Object.keys(readiness.degraded).sort();
    };
    // The bus is heard a moment after the gateway is ready.
    await expect.poll(degraded, { timeout: 5_000 }).toEqual([...subgraphs].sort());

    await house.restart('articles');
    const half = await ask();
    expect(parts(half)).toEqual(['media SUBGRAPH_UNAVAILABLE']);

    await house.restart('media');
    expect(await ask()).toMatchObject({ data: { articles: { nodes: [] }, images: { nodes: [] } }, errors: [] });
  });
});
