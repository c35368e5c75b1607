import { join } from 'node:path';
import { migrateSchema } from '@dateline/db/migrate';
import { migrateJobs } from './db/job-schema.ts';
import { readEnv } from './env.ts';

const migrationsFolder = join(import.meta.dirname, '../migrations');

/** The service's own tables, and those of the jobs that publish at a set time. */
export async function migrateArticles(url: string): Promise<void> {
  await migrateSchema({ url, schema: 'articles', folder: migrationsFolder });
  await migrateJobs(url);
}

if (import.meta.main) await migrateArticles(readEnv().ARTICLES_DATABASE_URL);
