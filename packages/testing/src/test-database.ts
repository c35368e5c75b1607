import './provided-context.ts';
import { randomBytes } from 'node:crypto';
import { createDatabase } from '@dateline/db/create-database';
import { migrateSchema } from '@dateline/db/migrate';
import { createBusTables } from '@dateline/events/postgres-bus';
import postgres from 'postgres';
import { inject } from 'vitest';

export interface TestDatabaseOptions {
  /** The service's Postgres schema; a role that owns it and nothing else is made beside it. */
  readonly schema: string;
  /** Folder of its migrations; without it the schema stays empty. */
  readonly migrations?: string;
  /** More schemas of the same role. */
  readonly alsoOwns?: readonly string[];
}

export interface TestDatabase extends AsyncDisposable {
  /** As the service's own role: no more rights than in production. */
  readonly url: string;
  /** As the server's administrator. */
  readonly adminUrl: string;
}

const password = 'test';

/**
 * A migrated database of its own for one test file, on the server that TEST_DATABASE_URL names or the run's own. Dropped
 * when it is disposed.
 */
export async function createTestDatabase({
  schema,
  migrations,
  alsoOwns = [],
}: TestDatabaseOptions): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${schema}_${randomBytes(6).toString('hex')}`;
  const role = `dateline_test_${schema}`;
  await asAdmin(server, async (sql) => {
    await ensureRole(sql, role);
    await createDatabase(sql, name);
  });
  const adminUrl = databaseUrl(server, name);
  await asAdmin(adminUrl, async (sql) => {
    for (const owned of [schema, ...alsoOwns]) await sql`create schema ${sql(owned)} authorization ${sql(role)}`;
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gin']) await sql`create extension ${sql(extension)}`;
    await createBusTables(sql, { roles: [role] });
  });
  const url = databaseUrl(server, name, role);
  if (migrations !== undefined) await migrateSchema({ url, schema, folder: migrations });
  return {
    url,
    adminUrl,
    [Symbol.asyncDispose]: () =>
      asAdmin(server, async (sql) => void (await sql`drop database ${sql(name)} with (force)`)),
  };
}

/** Roles belong to the server, not to a database: test files that start together take turns. */
async function ensureRole(sql: postgres.Sql, role: string): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtext('dateline test roles'))`;
    const [known] = await transaction`select 1 from pg_roles where rolname = ${role}`;
    if (!known) await transaction.unsafe(`create role "${role}" login password '${password}'`);
  });
}

async function asAdmin(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function databaseUrl(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) {
    url.username = role;
    url.password = password;
  }
  return url.href;
}
