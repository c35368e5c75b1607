import type postgres from 'postgres';

/** The first major version with a collation of its own for all letters (pg_c_utf8), by which search folds them. */
export const oldestMajorVersion = 17;

/** Throws when the server is older than what the migrations are written for: better now than in the middle of one. */
export async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ number: number; name: string }[]>`
    select current_setting('server_version_num')::integer as number, current_setting('server_version') as name`;
  const fault = row && faultOfVersion(row.number, row.name);
  if (fault) throw new Error(fault);
}

/** What is wrong with a server's version, as in server_version_num (170002) and server_version (17.2); null when it will do. */
export function faultOfVersion(number: number, name: string): string | null {
  if (number >= oldestMajorVersion * 10_000) return null;
  return `Dateline needs Postgres ${oldestMajorVersion} or newer; this server is ${name}. Upgrade it, or leave DATABASE_URL out: then a server of Dateline's own is started.`;
}
