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

/** The whole service on a database and a port of its own, as main.ts starts it. */
export async function startArticles({
  clock = () => new Date(),
}: {
  clock?: () => Date;
} = {}): Promise<ArticlesUnderTest> {
  const database = await createTestDatabase({ schema: 'articles', alsoOwns: [jobSchema] });
  await migrateArticles(database.url);
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
    onStatement: (statement) => statements.push(statement),
  });
  const url = await service.listen();
  const signed = { subgraph: 'articles', url, secret };
  return {
    graph: createSignedGraph(signed),
    streams: signedEventStreams(signed),
    url,
    database,
    statements,
    async [Symbol.asyncDispose]() {
      await service.drain();
      await database[Symbol.asyncDispose]();
    },
  };
}
