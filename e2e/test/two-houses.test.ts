import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asAdministrator } from '@dateline/db/administrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, startHouse } from '../src/start-house.ts';
import { textOf } from './html.ts';

const pageOf = (place: string) =>
  [
    `The harbour of ${place} at dawn`,
    `${place} opens its harbour`,
    `Boats may enter ${place} again from Monday.`,
    `The harbour master of ${place} said so in the morning.`,
    `${place} had waited for a year.`,
    'First published: 03.02.26, 07:30',
  ].join('\n\n');

describe('two houses side by side', () => {
  const places = ['Lowmere', 'Highmere'] as const;
  let houses: readonly House[] = [];

  beforeAll(async () => {
    const started = await Promise.allSettled(places.map(() => startHouse()));
    houses = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    for (const result of started) if (result.status === 'rejected') throw result.reason;
    await Promise.all(
      houses.map(async (house, at) => {
        await writeFile(join(house.folder, 'page.txt'), pageOf(places[at] ?? ''));
        const imported = await house.dateline(['import', 'page.txt', '--language', 'en', '--time-zone', 'UTC']);
        expect(imported).toMatchObject({ exitCode: 0, stderr: '' });
      }),
    );
  });
  afterAll(() => Promise.all(houses.map((house) => house[Symbol.asyncDispose]())));

  it('share no port', () => {
    const addresses = houses.flatMap(({ urls: { graph: _, ...origins } }) => Object.values(origins));
    expect(new Set(addresses).size).toBe(12);
  });

  it.each([0, 1])('house %i has its own story and not the other one, in graph, feed and page', async (at) => {
    const house = houseAt(at);
    const [own, other] = [places[at] ?? '', places[1 - at] ?? ''];
    const { data } = await house.graph('{ articles(first: 10) { nodes { headline canonicalUrl } } }');
    expect(data.articles.nodes.map(({ headline }: { headline: string }) => headline)).toEqual([
      `${own} opens its harbour`,
    ]);
    const feed = await (await fetch(`${house.urls.syndication}/feeds/all.json`)).text();
    const page = textOf(await (await fetch(data.articles.nodes[0].canonicalUrl)).text());
    for (const text of [feed, page]) {
      expect(text).toContain(`The harbour master of ${own} said so`);
      expect(text).not.toContain(other);
    }
  });

  it("takes no token of the other's issuer, and no signature with the other's secret", async () => {
    const foreign = await houseAt(1).token('EDITOR');
    const answer = await houseAt(0).graph('{ viewer { displayName } }', {}, { token: foreign });
    expect(answer.status).toBe(401);
    expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
    const secret = (house: House) => house.environment['VIEWER_SIGNING_SECRET'];
    expect(secret(houseAt(0))).not.toBe(secret(houseAt(1)));
  });

  it("cannot reach into the other's database", async () => {
    const own = new URL(houseAt(0).environment['ARTICLES_DATABASE_URL'] ?? '');
    const other = new URL(houseAt(1).environment['ARTICLES_DATABASE_URL'] ?? '');
    expect(own.pathname).not.toBe(other.pathname);
    own.pathname = other.pathname;
    await expect(asAdministrator(own.href, (sql) => sql`select 1`)).rejects.toThrow(/permission denied for database/);
  });

  it('lives on when the other one ends', async () => {
    await houseAt(1)[Symbol.asyncDispose]();
    const { data, errors } = await houseAt(0).graph('{ articles(first: 1) { nodes { headline } } }');
    expect(errors).toEqual([]);
    expect(data.articles.nodes).toHaveLength(1);
    await expect(fetch(`${houseAt(1).urls.gateway}/livez`)).rejects.toThrow();
  });

  function houseAt(index: number): House {
    const house = houses[index];
    if (!house) throw new Error(`House ${index} did not start.`);
    return house;
  }
});
