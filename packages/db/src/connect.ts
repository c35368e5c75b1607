import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Database = PostgresJsDatabase<Record<string, never>>;
/** A transaction has the same verbs as the database it belongs to. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type Queryable = Database | Transaction;

export interface ConnectOptions {
  /** Shows in pg_stat_activity and in Postgres' log. */
  readonly applicationName: string;
  /** The service's Postgres schema; extensions stand in public behind it. */
  readonly schema: string;
  readonly maxConnections?: number;
  readonly statementTimeoutMs?: number;
  /** Called with each statement's text and what is put in its places, for tests that count, or ask for its plan. */
  readonly onStatement?: (statement: string, parameters: readonly unknown[]) => void;
}

export interface DatabaseConnection {
  readonly db: Database;
  /** The driver itself, for LISTEN, COPY and readiness. */
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

/** A pool of connections to one service's database. Nothing is opened before the first statement. */
export function connect(url: string, options: ConnectOptions): DatabaseConnection {
  const { applicationName, schema, maxConnections = 10, statementTimeoutMs = 5_000, onStatement } = options;
  const sql = postgres(url, {
    max: maxConnections,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: applicationName,
      search_path: `${schema},public`,
      statement_timeout: statementTimeoutMs,
      lock_timeout: 2_000,
      // A plan for any values, which a connection would keep, may be one for tables that were nearly empty when it was made:
      // it reads all of what came in since, until somebody analyses them. By a few keys the planner makes its own anyway.
      plan_cache_mode: 'force_custom_plan',
    },
    ...(onStatement
      ? { debug: (_connection: number, statement: string, parameters: unknown[]) => onStatement(statement, parameters) }
      : {}),
  });
  return { db: drizzle(sql, { casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 5 }) };
}

/** A readiness check: does the database answer? */
export function databaseReadiness({ sql }: DatabaseConnection) {
  return async (): Promise<string | null> => {
    await sql`select 1`;
    return null;
  };
}
