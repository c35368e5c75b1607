import type { Page } from '@dateline/service-kit/connection';
import { type Column, type SQL, sql } from 'drizzle-orm';

/** One column of a sort order. The last one must be unique and not null. */
export interface KeysetColumn {
  readonly column: Column | SQL;
  readonly descending: boolean;
  /** The Postgres type of the cursor's value, e.g. 'timestamptz'. */
  readonly type: 'timestamptz' | 'uuid' | 'integer' | 'bigint' | 'text';
}

/**
 * Rows strictly after the page's keyset, in the page's direction: (a, b) after (x, y) is
 * `a >= x and (a > x or (a = x and b > y))`. The first half says no more than the second, but it is what an index can begin
 * its walk at: without it a deep page reads all pages before it. Undefined for the first page. Columns must not be null.
 */
export function afterKeyset(columns: readonly KeysetColumn[], page: Page): SQL | undefined {
  const { keyset } = page;
  if (keyset === null) return undefined;
  const alternatives = columns.map(({ column, descending, type }, index) => {
    const equalSoFar = columns
      .slice(0, index)
      .map((earlier, at) => sql`${earlier.column} = ${cast(keyset[at], earlier.type)}`);
    const operator = sql.raw(descending !== page.backward ? '<' : '>');
    return sql.join([...equalSoFar, sql`${column} ${operator} ${cast(keyset[index], type)}`], sql` and `);
  });
  const [leading] = columns;
  if (!leading) return undefined;
  const bound = sql.raw(leading.descending !== page.backward ? '<=' : '>=');
  return sql`${leading.column} ${bound} ${cast(keyset[0], leading.type)} and (${sql.join(
    alternatives.map((alternative) => sql`(${alternative})`),
    sql` or `,
  )})`;
}

/** The matching `order by`; a backward page is read in reverse and turned round by toConnection. */
export function orderByKeyset(columns: readonly KeysetColumn[], page: Page): SQL[] {
  return columns.map(
    ({ column, descending }) => sql`${column} ${sql.raw(descending !== page.backward ? 'desc' : 'asc')}`,
  );
}

function cast(value: unknown, type: KeysetColumn['type']): SQL {
  return sql`${value}::${sql.raw(type)}`;
}
