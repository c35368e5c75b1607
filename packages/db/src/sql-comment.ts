import { type SQL, sql } from 'drizzle-orm';

const allowed = /^[a-z][\w.-]*$/i;

/** A comment that names a statement in Postgres' slow log: `/* articles article.findByIds *\/`. The name is ours, never input. */
export function named(name: string): SQL {
  if (!allowed.test(name))
    throw new Error(`A statement's name may hold letters, digits, dots and dashes only: ${name}`);
  return sql.raw(`/* ${name} */ `);
}
