import postgres from 'postgres';

/**
 * Makes a database in which letters are letters, whatever locale the server was made with: order and case are Postgres' own
 * C.UTF-8, and trigrams, which ask the system's LC_CTYPE, get one that knows more than ASCII where the system has one.
 */
export async function createDatabase(sql: postgres.Sql, name: string): Promise<void> {
  const [template] = await sql<{ ctype: string }[]>`
    select datctype as ctype from pg_database where datname = 'template0'`;
  const knowsLetters = template !== undefined && !['C', 'POSIX'].includes(template.ctype);
  const create = (asks: 'letters' | 'nothing') => sql`
    create database ${sql(name)} template template0 encoding 'UTF8' lc_collate 'C'
      locale_provider builtin builtin_locale 'C.UTF-8' ${asks === 'letters' ? sql`lc_ctype 'C.UTF-8'` : sql``}`;
  if (knowsLetters) {
    await create('nothing');
    return;
  }
  try {
    await create('letters');
  } catch (error) {
    // wrong_object_type: the system has no such locale. Typos in other scripts than Latin are not found then.
    if (!(error instanceof postgres.PostgresError && error.code === '42809')) throw error;
    await create('nothing');
  }
}
