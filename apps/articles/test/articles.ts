import { createLogger } from '@dateline/service-kit/logger';
import { createSignedGraph, type SignedGraph } from '@dateline/testing/signed-graph';
import { type SignedStreams, signedEventStreams } from '@dateline/testing/signed-streams';
import { createTestDatabase, type TestDatabase } from '@dateline/testing/test-database';
import { jobSchema } from '../src/db/job-schema.ts';
import { readEnv } from '../src/env.ts';
import { migrateArticles } from '../src/migrate.ts';
import { createSubgraph } from '../src/subgraph.ts';

const secret = 'a-secret-of-at-least-32-characters!';

export interface ArticlesUnderTest extends AsyncDisposable {
  readonly graph: SignedGraph;
  readonly streams: SignedStreams;
  readonly url: string;
  readonly database: TestDatabase;
  readonly statements: string[];
}

interface Options {
  readonly clock?: () => Date;
  /** Each SQL statement, and what is put in its places. */
  readonly onStatement?: (statement: string, parameters: readonly unknown[]) => void;
}

/** The whole service on a database and a port of its own, as main.ts starts it. */
export async function startArticles(options: Options = {}): Promise<ArticlesUnderTest> {
  const database = await createArticlesDatabase();
  const service = await serveArticles(database, options);
  return {
    ...service,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** As the migrations leave it. */
export async function createArticlesDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ schema: 'articles', alsoOwns: [jobSchema] });
  await migrateArticles(database.url);
  return database;
}

/** The service on a database that there is, which outlives it. */
export async function serveArticles(
  database: TestDatabase,
  { clock = () => new Date(), onStatement }: Options = {},
): Promise<ArticlesUnderTest> {
  const statements: string[] = [];
  const env = readEnv({
    ARTICLES_DATABASE_URL: database.url,
    ARTICLES_PORT: '0',
    VIEWER_SIGNING_SECRET: secret,
    SITE_URL: 'https://news.example',
  });
  const service = await createSubgraph({
    env,
    clock,
    logger: createLogger('articles', 'silent'),
    onStatement: (statement, parameters) => {
      statements.push(statement);
      onStatement?.(statement, parameters);
    },
  });
  const url = await service.listen();
  const signed = { subgraph: 'articles', url, secret };
  return {
    graph: createSignedGraph(signed),
    streams: signedEventStreams(signed),
    url,
    database,
    statements,
    [Symbol.asyncDispose]: () => service.drain(),
  };
}
