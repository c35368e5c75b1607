import { createdAt, instant } from '@dateline/db/columns';
import { connect } from '@dateline/db/connect';
import { insertRows, insertRowsReturning } from '@dateline/db/insert-rows';
import { createTestDatabase } from '@dateline/testing/test-database';
import { asc, sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgSchema, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const shelf = pgSchema('shelf');
const mood = shelf.enum('mood', ['CALM', 'LOUD']);
const books = shelf.table('books', {
  id: uuid().primaryKey(),
  bookTitle: text().notNull(),
  mood: mood().notNull().default('CALM'),
  pages: smallint(),
  sold: bigint({ mode: 'bigint' }),
  content: jsonb(),
  printedAt: instant(),
  /** Made by the database. */
  shout: text().generatedAlwaysAs(sql`upper(book_title)`),
});
const loans = shelf.table('loans', {
  position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  reader: text().notNull(),
  days: integer(),
});
const dated = shelf.table('dated', { name: text().notNull(), createdAt: createdAt() });

const database = await createTestDatabase({ schema: 'shelf' });
const { db, sql: driver, close } = connect(database.url, { applicationName: 'test', schema: 'shelf' });

beforeAll(async () => {
  await driver.unsafe(`
    create type shelf.mood as enum ('CALM', 'LOUD');
    create table shelf.books (id uuid primary key, book_title text not null, mood shelf.mood not null default 'CALM', pages smallint,
      sold bigint, content jsonb, printed_at timestamptz(3), shout text generated always as (upper(book_title)) stored);
    create table shelf.loans (position bigint generated always as identity primary key, reader text not null, days integer);
    create table shelf.dated (name text not null, created_at timestamptz(3) not null default now());`);
});

afterAll(async () => {
  await close();
  await database[Symbol.asyncDispose]();
});

describe('rows that are inserted together', () => {
  it('stand as they were given, of every kind of value', async () => {
    const full = {
      bookTitle: 'A "quoted"\ttitle \\ with {braces}, מילים and 🗞️',
      mood: 'LOUD' as const,
      pages: -3,
      sold: 9_007_199_254_740_993n,
      content: { text: 'null', list: [1, null, 'two'], deep: { 'a b': true } },
      printedAt: new Date('2026-11-23T07:30:00.123Z'),
    };
    const rows = [
      { id: crypto.randomUUID(), ...full },
      { id: crypto.randomUUID(), bookTitle: '', pages: null, content: 'a text', printedAt: null },
      { id: crypto.randomUUID(), bookTitle: 'bare' },
    ];
    const nothing = { mood: 'CALM', pages: null, sold: null, content: null, printedAt: null };
    const expected = rows.map((row) => ({ ...nothing, ...row, shout: row.bookTitle.toUpperCase() }));
    expect(await insertRowsReturning(db, books, rows)).toEqual(expected);
    expect(await db.select().from(books)).toEqual(expected);
  });

  it('are numbered in the order in which they were given', async () => {
    const readers = Array.from({ length: 500 }, (_, index) => ({ reader: `reader ${index}`, days: index % 7 }));
    await insertRows(db, loans, readers);
    const rows = await db.select().from(loans).orderBy(asc(loans.position));
    expect(rows.map(({ reader, days }) => ({ reader, days }))).toEqual(readers);
  });

  it('may be none', async () => {
    await insertRows(db, loans, []);
    expect(await insertRowsReturning(db, books, [])).toEqual([]);
  });

  it('are refused where a row leaves to Postgres what only Postgres knows', async () => {
    await expect(insertRows(db, dated, [{ name: 'a' }])).rejects.toThrow('say their createdAt');
    const createdAt = new Date('2026-01-01T00:00:00.000Z');
    await insertRows(db, dated, [{ name: 'a', createdAt }]);
    expect(await db.select().from(dated)).toEqual([{ name: 'a', createdAt }]);
  });
});
