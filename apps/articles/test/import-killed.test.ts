import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createSignedGraph } from '@dateline/testing/signed-graph';
import type { TestDatabase } from '@dateline/testing/test-database';
import { editor } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createArticlesDatabase } from './articles.ts';

const secret = 'a-secret-of-at-least-32-characters!';
let database: TestDatabase;
let admin: postgres.Sql;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  database = await createArticlesDatabase();
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await admin.end();
  await database[Symbol.asyncDispose]();
});

/** The service as a process of its own, so that it can be killed. */
async function startProcess() {
  const port = await freePort();
  const child = spawn(process.execPath, [`${import.meta.dirname}/../src/main.ts`], {
    env: {
      PATH: process.env['PATH'],
      ARTICLES_DATABASE_URL: database.url,
      ARTICLES_PORT: String(port),
      VIEWER_SIGNING_SECRET: secret,
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(async () => (await fetch(`${url}/readyz`).catch(() => null))?.status, { timeout: 20_000 })
    .toBe(200);
  return { child, graph: createSignedGraph({ subgraph: 'articles', url, secret }) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

const document = `mutation ($inputs: [ImportArticleInput!]!) { importArticles(inputs: $inputs) { outcome userErrors { code } } }`;
const batchSize = 25;
const batches = Array.from({ length: 12 }, (_, batch) =>
  Array.from({ length: batchSize }, (_, index) => ({
    source: 'Wire',
    sourceId: `${batch}-${index}`,
    format: 'ninjs',
    language: 'en',
    headline: `Story ${index}`,
    body: [{ paragraph: { html: 'Text' } }, { figure: { pictureReference: `${batch}.jpg` } }],
    topics: [{ title: `Topic ${batch}` }],
    version: '1',
  })),
);

it('killed in the middle of an import, leaves whole batches only, and the same import again ends as if nothing had been', async () => {
  const first = await startProcess();
  const died = once(first.child, 'exit');
  const sending = batches.map((inputs) =>
    first.graph(document, { inputs }, editor).then(
      () => true,
      () => false,
    ),
  );
  // As soon as something is written, with the rest on its way.
  await expect
    .poll(async () => (await admin`select count(*)::int as n from articles.articles`)[0]?.['n'], {
      interval: 5,
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  first.child.kill('SIGKILL');
  await died;
  const answered = (await Promise.all(sending)).filter(Boolean).length;
  const [{ n: kept } = { n: 0 }] = await admin`select count(*)::int as n from articles.articles`;
  expect(kept % batchSize).toBe(0);
  expect(kept).toBeGreaterThanOrEqual(answered * batchSize);
  expect(kept).toBeLessThan(batches.length * batchSize);

  const second = await startProcess();
  const outcomes: string[] = [];
  for (const inputs of batches) {
    const { data } = await second.graph(document, { inputs }, editor);
    outcomes.push(...data.importArticles.map(({ outcome }: { outcome: string }) => outcome));
  }
  const all = batches.length * batchSize;
  // The server may have committed a batch after its client was gone.
  expect(outcomes.filter((outcome) => outcome === 'UNCHANGED').length).toBeGreaterThanOrEqual(kept);
  expect(outcomes.filter((outcome) => !['CREATED', 'UNCHANGED'].includes(outcome))).toEqual([]);
  const [end] = await admin`select
    (select count(*)::int from articles.articles) as articles,
    (select count(distinct slug)::int from articles.articles) as slugs,
    (select count(*)::int from articles.revisions) as revisions,
    (select count(*)::int from articles.article_changes where kind = 'PUBLISHED') as changes,
    (select count(*)::int from articles.article_topics) as links,
    (select count(*)::int from articles.topics) as topics,
    (select count(*)::int from articles.wanted_pictures) as pictures`;
  expect(end).toEqual({
    articles: all,
    slugs: all,
    revisions: all,
    changes: all,
    links: all,
    topics: batches.length,
    pictures: all,
  });
  second.child.kill('SIGKILL');
}, 90_000);
