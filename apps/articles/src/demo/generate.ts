import { parseArgs } from 'node:util';
import { connect } from '@dateline/db/connect';
import { type CopyValue, copyRows } from '@dateline/db/copy-rows';
import { demoEdition } from '@dateline/demo-edition/edition';
import { generateArticles } from '@dateline/demo-edition/generate';
import type { DemoArticle } from '@dateline/demo-edition/types';
import { z } from 'zod';
import { readEnv } from '../env.ts';
import { changeRowsOf, revisionRowsOf } from './history-rows.ts';
import { loadDemoEdition } from './load.ts';
import { articleRowsOf } from './rows.ts';

type Row = Readonly<Record<string, CopyValue>>;

/** So many articles are held at once by each writer, with all their rows: some 20 MB. */
const chunkSize = 2_000;
/** What a story's triggers do (its words are indexed) is most of the work: two of the server's processes share it. */
const writers = 2;

export interface GenerateOptions {
  readonly articles: number;
  readonly seed: number;
}

/**
 * Writes any number of articles for benchmarks by COPY, in constant memory; the same numbers and seed write the same
 * rows. They stand beside the demo edition, whose sections, topics and contributors they use. No events are told.
 */
export async function generateEdition(databaseUrl: string, { articles, seed }: GenerateOptions): Promise<void> {
  await loadDemoEdition(databaseUrl);
  const rowsOf = articleRowsOf(demoEdition());
  const database = connect(databaseUrl, {
    applicationName: 'articles generate',
    schema: 'articles',
    maxConnections: writers,
    statementTimeoutMs: 0,
  });
  const chunks = chunksOf(generateArticles({ count: articles, seed }), chunkSize);
  // The feed numbers its rows as they come: chunk after chunk, whichever writer has its articles there first.
  let told = Promise.resolve();
  const write = async (): Promise<void> => {
    for (const chunk of chunks) {
      const before = told;
      const { promise, resolve } = Promise.withResolvers<void>();
      told = promise;
      const { article_changes, ...tables } = tableRows(chunk, rowsOf);
      for (const [table, rows] of Object.entries(tables)) await copyAll(database.sql, table, rows);
      await before;
      await copyAll(database.sql, 'article_changes', article_changes);
      resolve();
    }
  };
  try {
    await Promise.all(Array.from({ length: writers }, write));
    await database.sql`vacuum analyze`;
  } finally {
    await database.close();
  }
}

/** The rows of some articles by their table, in the order in which they point to one another. */
function tableRows(articles: readonly DemoArticle[], rowsOf: ReturnType<typeof articleRowsOf>) {
  const made = articles.map((article) => ({ article, row: rowsOf.article(article) }));
  return {
    articles: made.map(({ row }) => row),
    article_topics: articles.flatMap(rowsOf.topics),
    article_bylines: articles.flatMap(rowsOf.bylines),
    revisions: made.flatMap(({ article, row }) => revisionRowsOf(article, rowsOf, row)),
    article_changes: articles.flatMap((article) => changeRowsOf(article, rowsOf)),
  } satisfies Record<string, readonly Row[]>;
}

async function copyAll(sql: Parameters<typeof copyRows>[0], table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const values = function* () {
    for (const row of rows) yield names.map((name) => row[name] ?? null);
  };
  await copyRows(sql, `articles.${table}`, names.map(snakeCase), values());
}

function* chunksOf<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** As drizzle names columns: timeZone is time_zone. */
function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const optionsSchema = z.object({ articles: z.coerce.number().int().min(1), seed: z.coerce.number().int() });

if (import.meta.main) {
  const { values } = parseArgs({
    options: { articles: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
  });
  const options = optionsSchema.parse(values);
  const startedMs = performance.now();
  await generateEdition(readEnv().ARTICLES_DATABASE_URL, options);
  const seconds = (performance.now() - startedMs) / 1000;
  process.stdout.write(
    `articles: ${options.articles} written in ${seconds.toFixed(1)} s, ${Math.round(options.articles / seconds)} a second\n`,
  );
}
