import type { TransactionSql } from 'postgres';

/**
 * Does bulk work on a table with its foreign keys and plain indexes set aside, and makes them again from their own
 * definitions: checking and sorting all rows at once costs a fraction of doing it row by row. Nobody else can use the
 * table until the transaction ends. `table` is ours, never input.
 */
export async function withoutIndexes(sql: TransactionSql, table: string, work: () => Promise<void>): Promise<void> {
  const foreignKeys = await sql<{ name: string; definition: string }[]>`
    select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = ${table}::regclass and contype = 'f'`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = ${table}::regclass
      and not exists (select 1 from pg_constraint where conindid = indexrelid)`;
  for (const { name } of foreignKeys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await work();
  for (const { definition } of indexes) await sql.unsafe(definition);
  for (const { name, definition } of foreignKeys) {
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
  }
}
