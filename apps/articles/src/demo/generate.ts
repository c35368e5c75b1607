import { parseArgs } from 'node:util';
import { connect } from '@dateline/db/connect';
import { type CopyValue, copyRows } from '@dateline/db/copy-rows';
import { demoEdition } from '@dateline/demo-edition/edition';
import { generateArticles } from '@dateline/demo-edition/generate';
import type { DemoArticle } from '@dateline/demo-edition/types';
import { z } from 'zod';
import { readEnv } from '../env.ts';
import { loadDemoEdition } from './load.ts';
import { articleRowsOf } from './rows.ts';

type Row = Readonly<Record<string, CopyValue>>;

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
    maxConnections: 1,
    statementTimeoutMs: 0,
  });
  const copy = (table: string, rows: (article: DemoArticle) => readonly Row[]) =>
    copyAll(database.sql, table, rowsFrom(generateArticles({ count: articles, seed }), rows));
  try {
    await copy('articles', (article) => [rowsOf.article(article)]);
    await copy('article_topics', rowsOf.topics);
    await copy('article_bylines', rowsOf.bylines);
    await database.sql`analyze`;
  } finally {
    await database.close();
  }
}

async function copyAll(sql: Parameters<typeof copyRows>[0], table: string, rows: Iterator<Row>): Promise<void> {
  const first = rows.next();
  if (first.done) return;
  const names = Object.keys(first.value);
  await copyRows(sql, `articles.${table}`, names.map(snakeCase), valuesOf(first.value, rows, names));
}

function* rowsFrom(
  articles: Iterable<DemoArticle>,
  rows: (article: DemoArticle) => readonly Row[],
): Generator<Row, void> {
  for (const article of articles) yield* rows(article);
}

function* valuesOf(first: Row, rest: Iterator<Row>, names: readonly string[]): Generator<readonly CopyValue[]> {
  for (let row: Row | undefined = first; row; row = nextOf(rest)) {
    const values = row;
    yield names.map((name) => values[name] ?? null);
  }
}

function nextOf(rows: Iterator<Row>): Row | undefined {
  const { done, value } = rows.next();
  return done ? undefined : value;
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
