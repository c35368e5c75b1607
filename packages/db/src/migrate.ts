import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import postgres, { type TransactionSql } from 'postgres';

export interface MigrateOptions {
  /** As the owner of the service's schema. */
  readonly url: string;
  /** The service's Postgres schema, made by the provisioning; its journal of migrations stands in it too. */
  readonly schema: string;
  /** Folder of drizzle-kit's named migrations and their journal. */
  readonly folder: string;
}

/** A migration that was applied differs from its file: migrations are only ever added. */
export class EditedMigrationError extends Error {
  override readonly name = 'EditedMigrationError';
}

/**
 * Applies what is missing, in one transaction, under an advisory lock named for the schema: of two processes that start
 * together one migrates, the other waits and finds nothing to do. Safe to call at every start. drizzle-kit writes the
 * files; its own migrator is not used since it wants the right to create schemas, which a service's role has not.
 */
export async function migrateSchema({ url, schema, folder }: MigrateOptions): Promise<{ readonly applied: number }> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const connection = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: `${schema} migrate`, search_path: `${schema},public` },
  });
  try {
    return await connection.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(hashtext(${`dateline migrate ${schema}`}))`;
      const missing = await findMissing(transaction, schema, migrations);
      for (const migration of missing) await apply(transaction, schema, migration);
      return { applied: missing.length };
    });
  } finally {
    await connection.end({ timeout: 5 });
  }
}

async function findMissing(sql: TransactionSql, schema: string, migrations: readonly MigrationMeta[]) {
  await sql`create table if not exists ${sql(schema)}.migrations (
    created_at bigint primary key, hash text not null, applied_at timestamptz not null default now()
  )`;
  const rows = await sql<
    { created_at: string; hash: string }[]
  >`select created_at, hash from ${sql(schema)}.migrations`;
  const applied = new Map(rows.map((row) => [Number(row.created_at), row.hash]));
  for (const { folderMillis, hash } of migrations) {
    const known = applied.get(folderMillis);
    if (known !== undefined && known !== hash) {
      throw new EditedMigrationError(
        `A migration of ${schema} that was applied has been edited since (its time is ${new Date(folderMillis).toISOString()}). Put it back, and add a new migration for the change.`,
      );
    }
  }
  return migrations.filter(({ folderMillis }) => !applied.has(folderMillis));
}

async function apply(
  sql: TransactionSql,
  schema: string,
  { sql: statements, folderMillis, hash }: MigrationMeta,
): Promise<void> {
  for (const statement of statements) await sql.unsafe(statement);
  await sql`insert into ${sql(schema)}.migrations (created_at, hash) values (${folderMillis}, ${hash})`;
}
