import { randomUUID } from 'node:crypto';
import { createLogger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import { createSignedGraph, type SignedGraph } from '@dateline/testing/signed-graph';
import { type SignedStreams, signedEventStreams, signedSockets } from '@dateline/testing/signed-streams';
import { createTestDatabase, type TestDatabase } from '@dateline/testing/test-database';
import postgres from 'postgres';
import { readEnv } from '../src/env.ts';
import { migrationsFolder } from '../src/migrate.ts';
import { createSubgraph } from '../src/subgraph.ts';

const secret = 'a secret that only the gateway knows';

/** The comments service on a database of its own, asked over HTTP as the gateway asks. */
export interface CommentsUnderTest extends AsyncDisposable {
  readonly graph: SignedGraph;
  /** Its subscriptions, over either transport. */
  readonly streams: Readonly<Record<'sse' | 'websocket', SignedStreams>>;
  readonly url: string;
  /** As a deployment does. */
  drain(): Promise<void>;
  readonly database: TestDatabase;
  /** As the administrator: to arrange what no mutation can, and to look behind the graph. */
  readonly admin: postgres.Sql;
  /** The clock of the service and of the gateway; it goes on from what it was set to. */
  setClock(now: Date | null): void;
  /** SQL statements of the graph since the last call. */
  takeStatements(): readonly string[];
  /** An article that is out, with an open thread; its id. */
  publishedArticle(): Promise<string>;
}

export async function startComments(): Promise<CommentsUnderTest> {
  const database = await createTestDatabase({ schema: 'comments', migrations: migrationsFolder });
  const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  let setNow: Date | null = null;
  let statements: string[] = [];
  const clock = () => setNow ?? new Date();
  const service = await createSubgraph({
    env: readEnv({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      COMMENTS_PORT: '0',
      COMMENTS_DATABASE_URL: database.url,
      VIEWER_SIGNING_SECRET: secret,
      SITE_URL: 'https://news.example',
    }),
    logger: createLogger('comments', 'silent'),
    clock,
    onStatement: (statement) => statements.push(statement),
  });
  const url = await service.listen();
  const signed = { subgraph: 'comments', url, secret, clock };
  return {
    graph: createSignedGraph(signed),
    streams: { sse: signedEventStreams(signed), websocket: signedSockets(signed) },
    url,
    drain: service.drain,
    database,
    admin,
    setClock: (now) => {
      setNow = now;
    },
    takeStatements: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    async publishedArticle() {
      const articleId = randomUUID();
      await admin`insert into comments.threads (article_id) values (${articleId})`;
      return articleId;
    },
    async [Symbol.asyncDispose]() {
      await service.drain();
      await admin.end({ timeout: 5 });
      await database[Symbol.asyncDispose]();
    },
  };
}

let made = 0;

/** A reader who has never been here: the rate limit of one test does not reach into another. */
export function newReader(): Viewer {
  made += 1;
  return { id: `reader-${made}-${randomUUID()}`, displayName: `Reader ${made}`, roles: ['READER'] };
}
