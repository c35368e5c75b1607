import { Logger, runMigrations } from 'graphile-worker';
import postgres from 'postgres';

/** Where graphile-worker's tables stand; the provisioning makes the schema, and the service's role owns it. */
export const jobSchema = 'articles_jobs';

const quiet = new Logger(() => () => {});

/** How graphile-worker's own driver reaches the service's database. */
export function jobConnectionString(url: string): string {
  const connection = new URL(url);
  connection.searchParams.set('application_name', 'articles schedule');
  // As the other driver and libpq do: `require` asks for encryption, and `verify-full` for a certificate that fits.
  if (connection.searchParams.has('sslmode')) connection.searchParams.set('uselibpqcompat', 'true');
  return connection.href;
}

/**
 * Brings graphile-worker's tables up to date. Of two that start together one waits for the other. The library would make its
 * schema itself, which a service's role may not: it looks for its journal first, so that is made here, as the library makes it.
 */
export async function migrateJobs(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'articles migrate' } });
  try {
    await sql`select pg_advisory_lock(hashtext('dateline migrate articles_jobs'))`;
    await sql`create table if not exists ${sql(jobSchema)}.migrations (
      id int primary key, ts timestamptz not null default now(), breaking boolean not null default false
    )`;
    await runMigrations({
      connectionString: jobConnectionString(url),
      schema: jobSchema,
      maxPoolSize: 2,
      logger: quiet,
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
