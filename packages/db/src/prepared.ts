import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Queryable } from './connect.ts';

/**
 * A statement that is always the same but for its placeholders, for what every request asks: Drizzle builds its text once
 * for a pool, and each connection lets Postgres parse it once; it is planned each time (see connect). Give `build` a statement
 * that ends in `.prepare(name)`.
 */
export function prepared<Statement>(build: (db: Queryable) => Statement): (db: Queryable) => Statement {
  const held = new WeakMap<Queryable, Statement>();
  return (db) => {
    const known = held.get(db);
    if (known !== undefined) return known;
    const made = build(db);
    held.set(db, made);
    return made;
  };
}

/** Is it one of the values that the placeholder stands for, an array? The text is the same however many they are. */
export function isAnyOf(column: PgColumn, placeholder: string): SQL {
  return sql`${column} = any(${sql.placeholder(placeholder)})`;
}
