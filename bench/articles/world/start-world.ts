import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@dateline/db/embedded-postgres';
import { newHouseNames, prepareHouseDatabase } from '@dateline/e2e/house-database';
import { endProcess, startProcess } from '@dateline/e2e/house-process';
import { projectFolder } from '@dateline/scripts/house';
import { findFreePorts } from '@dateline/scripts/ports';
import { waitUntilReady } from '@dateline/scripts/wait-until-ready';
import createSql, { type Sql } from 'postgres';
import { type AskArticles, askArticles } from './ask-articles.ts';

/** The articles service as a process of its own, before an embedded Postgres with a generated corpus. */
export interface World extends AsyncDisposable {
  readonly ask: AskArticles;
  readonly url: string;
  readonly secret: string;
  /** As the service's own role. */
  readonly databaseUrl: string;
  /** As the server's administrator. */
  readonly sql: Sql;
  /** Words that headlines of a language begin with, for searches. */
  readonly wordsOf: (language: string) => Promise<string[]>;
}

const secret = 'a-secret-of-at-least-32-characters!';
const readyDeadlineMs = 60_000;

/** Makes the database, fills it with so many articles (seed 1), and starts the service as the house does. */
export async function startWorld(articles: number): Promise<World> {
  await using cleanUp = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-articles-'));
  cleanUp.defer(() => rmSync(folder, { recursive: true, force: true }));
  const ports = await findFreePorts();
  const dataFolder = join(folder, 'postgres');
  const postgres = cleanUp.use(await startEmbeddedPostgres({ dataFolder, port: ports.postgres, password: 'bench' }));
  const { adminUrl, urls } = await prepareHouseDatabase(postgres.url, newHouseNames('bench'));
  const environment = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PATH: process.env['PATH'] ?? '',
    HOST: '127.0.0.1',
    ARTICLES_PORT: String(ports.articles),
    ARTICLES_DATABASE_URL: urls.articles,
    VIEWER_SIGNING_SECRET: secret,
    SITE_URL: 'https://news.example',
  };
  fill(articles, environment);
  const service = startProcess('apps/articles/src/main.ts', environment, ['--max-semi-space-size=64']);
  cleanUp.defer(() => endProcess(service));
  const origin = `http://127.0.0.1:${ports.articles}`;
  const signal = AbortSignal.timeout(readyDeadlineMs);
  const waiting = { urls: { articles: `${origin}/readyz` }, timeoutMs: readyDeadlineMs, signal };
  const [fault] = Object.values(await waitUntilReady(waiting));
  if (fault) throw new Error(`The articles service does not start: ${fault}\n${service.said()}`);
  const url = `${origin}/graphql`;
  const ask = askArticles({ url, secret });
  cleanUp.defer(ask.close);
  const sql = createSql(adminUrl, { max: 1, onnotice: () => {} });
  cleanUp.defer(() => sql.end());
  const owned = cleanUp.move();
  return {
    ask,
    url,
    secret,
    databaseUrl: urls.articles,
    sql,
    wordsOf: (language) => commonWords(sql, language),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** From the most to the least common. */
async function commonWords(sql: Sql, language: string): Promise<string[]> {
  const rows = await sql<{ word: string }[]>`
    select word from (select headline from articles.articles where language = ${language} order by id limit 2000) as sample,
      regexp_split_to_table(lower(headline), '[^[:alpha:]]+') as word
    where length(word) > 4 group by word order by count(*) desc, word limit 9`;
  return rows.map(({ word }) => word);
}

function fill(articles: number, env: Readonly<Record<string, string>>): void {
  const script = join(projectFolder, 'apps/articles/src/demo/generate.ts');
  const args = [script, '--articles', String(articles), '--seed', '1'];
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The corpus could not be made: ${stderr}`);
}
