import { type Column, getTableColumns, is, SQL, sql, type Table } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Queryable } from './connect.ts';

/**
 * Inserts many rows as one parameter, which Postgres takes apart: Drizzle and Postgres would look at each value of each row
 * by itself, which is most of what a big insert costs. What a row leaves out is what the table gives where that is a plain
 * value, else null. For columns whose values JSON can carry: no bytes. None are inserted where there are none.
 */
export async function insertRows<Into extends PgTable>(
  db: Queryable,
  table: Into,
  rows: readonly Into['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return;
  const { list, source } = selectOf(table, rows);
  await db.execute(sql`insert into ${table} (${list}) ${source}`);
}

/** The same, and answers them as they stand now. For tables that do not number their rows themselves. */
export async function insertRowsReturning<Into extends PgTable>(
  db: Queryable,
  table: Into,
  rows: readonly Into['$inferInsert'][],
): Promise<Into['$inferSelect'][]> {
  if (rows.length === 0) return [];
  return db.insert(table).select(selectOf(table, rows).source).returning() as Promise<Into['$inferSelect'][]>;
}

function selectOf(table: Table, rows: readonly Readonly<Record<string, unknown>>[]): { list: SQL; source: SQL } {
  const columns = Object.entries<Column>(getTableColumns(table)).filter(([, column]) => isWritable(column));
  const fields = columns.map(([key, column]) => [key, names.getColumnCasing(column), givenBy(column)] as const);
  const values = rows.map((row) =>
    Object.fromEntries(fields.map(([key, name, given]) => [name, row[key] === undefined ? given() : row[key]])),
  );
  const list = sql.join(
    fields.map(([, name]) => sql.identifier(name)),
    sql`, `,
  );
  const source = sql`select ${list} from json_populate_recordset(null::${table}, ${jsonOf(values)}::text::json)`;
  return { list, source };
}

/** Not what the database makes by itself. */
function isWritable({ generated, generatedIdentity }: Column): boolean {
  return (generated === undefined || generated.type === 'byDefault') && generatedIdentity?.type !== 'always';
}

/** As connect() tells Drizzle to name columns. */
const names = new CasingCache('snake_case');

function givenBy(column: Column): () => unknown {
  const { default: given, defaultFn, hasDefault, name } = column;
  if (defaultFn) return defaultFn;
  if (!hasDefault) return () => null;
  if (!is(given, SQL)) return () => given;
  return () => {
    throw new Error(`Rows that are inserted together say their ${name}: Postgres itself would have to.`);
  };
}

function jsonOf(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
