import postgres from 'postgres';

/** Statements over a connection of their own; the rows of the last one. */
export async function runSql(url: string, statements: string): Promise<readonly Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const results: readonly unknown[] = await sql.unsafe(statements);
    const last = results.at(-1);
    return (Array.isArray(last) ? last : results) as Record<string, unknown>[];
  } finally {
    await sql.end();
  }
}
