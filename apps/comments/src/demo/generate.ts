import { parseArgs } from 'node:util';
import { connect } from '@dateline/db/connect';
import { commenterCountFor, generateCommenters, generateComments } from '@dateline/demo-edition/generate';
import { generatedArticleId } from '@dateline/demo-edition/generated/article-facts';
import { z } from 'zod';
import { readEnv } from '../env.ts';
import { withoutIndexes } from './without-indexes.ts';
import { writeConversations } from './write-conversations.ts';

export interface GenerateOptions {
  /** How many of the generated articles there are; the same number and seed as the articles service was given. */
  readonly articles: number;
  readonly comments: number;
  readonly seed: number;
}

/** Writes conversations of any size for benchmarks; the same numbers and seed write the same rows. */
export async function generateConversations(databaseUrl: string, options: GenerateOptions): Promise<void> {
  const { articles, comments, seed } = options;
  const database = connect(databaseUrl, {
    applicationName: 'comments generate',
    schema: 'comments',
    maxConnections: 1,
  });
  try {
    await database.sql.begin(async (sql) => {
      await sql`set local statement_timeout = 0`;
      await withoutIndexes(sql, 'comments.comments', () =>
        writeConversations(sql, {
          articleIds: articleIds(articles, seed),
          commenters: generateCommenters({ count: commenterCountFor(comments), seed }),
          comments: generateComments({ count: comments, articleCount: articles, seed }),
        }),
      );
      await sql`analyze comments.threads, comments.comments, comments.commenters`;
    });
  } finally {
    await database.close();
  }
}

function* articleIds(count: number, seed: number): Generator<string> {
  for (let index = 0; index < count; index += 1) yield generatedArticleId(seed, index);
}

const optionsSchema = z.object({
  articles: z.coerce.number().int().min(1),
  comments: z.coerce.number().int().min(0),
  seed: z.coerce.number().int(),
});

if (import.meta.main) {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({ options: { articles: text('1000'), comments: text('10000'), seed: text('1') } });
  const options = optionsSchema.parse(values);
  const startedMs = performance.now();
  await generateConversations(readEnv().COMMENTS_DATABASE_URL, options);
  const seconds = (performance.now() - startedMs) / 1000;
  const rate = Math.round(options.comments / seconds);
  process.stdout.write(`comments: ${options.comments} written in ${seconds.toFixed(1)} s, ${rate} a second\n`);
}
