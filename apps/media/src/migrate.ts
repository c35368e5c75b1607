import { join } from 'node:path';
import { migrateSchema } from '@dateline/db/migrate';
import { readEnv } from './env.ts';

export const migrationsFolder = join(import.meta.dirname, '../migrations');

if (import.meta.main) {
  await migrateSchema({ url: readEnv().MEDIA_DATABASE_URL, schema: 'media', folder: migrationsFolder });
}
