import { connect } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import { type Page, parsePage, toConnection } from '@dateline/service-kit/connection';
import { createTestDatabase } from '@dateline/testing/test-database';
import { sql } from 'drizzle-orm';
import { integer, pgSchema } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const things = pgSchema('paged').table('things', { rank: integer().notNull(), id: integer().primaryKey() });
const bounds = { order: 'RANK', keyset: z.tuple([z.int(), z.int()]) };

describe('keysets', () => {
  it('walk any rows in any mix of directions, each once, forwards as backwards', async () => {
    await using database = await createTestDatabase({ schema: 'paged' });
    const connection = connect(database.url, { applicationName: 'test', schema: 'paged' });
    await connection.db.execute(sql`create table paged.things (rank integer not null, id integer primary key)`);
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
          fc.boolean(),
          fc.boolean(),
          fc.integer({ min: 1, max: 5 }),
          async (ranks, rankDescending, idDescending, size) => {
            await connection.db.execute(sql`truncate paged.things`);
            if (ranks.length > 0) await connection.db.insert(things).values(ranks.map((rank, id) => ({ rank, id })));
            const columns: KeysetColumn[] = [
              { column: things.rank, descending: rankDescending, type: 'integer' },
              { column: things.id, descending: idDescending, type: 'integer' },
            ];
            const fetchPage = async (page: Page) => {
              const rows = await connection.db
                .select()
                .from(things)
                .where(afterKeyset(columns, page))
                .orderBy(...orderByKeyset(columns, page))
                .limit(page.limit + 1);
              return toConnection(rows, page, ({ rank, id }) => [rank, id]);
            };
            const expected = ranks
              .map((rank, id) => ({ rank, id }))
              .toSorted(
                (a, b) =>
                  (rankDescending ? b.rank - a.rank : a.rank - b.rank) || (idDescending ? b.id - a.id : a.id - b.id),
              );
            expect(await walkForwards(fetchPage, size)).toEqual(expected);
            expect(await walkBackwards(fetchPage, size)).toEqual(expected);
          },
        ),
        { numRuns: 40 },
      );
    } finally {
      await connection.close();
    }
  });

  it('let an index begin its walk at the cursor, forwards and backwards: a deep page costs what the first one does', async () => {
    await using database = await createTestDatabase({ schema: 'paged' });
    const { db, close } = connect(database.url, { applicationName: 'test', schema: 'paged', maxConnections: 1 });
    await db.execute(sql`create table paged.things (rank integer not null, id integer primary key)`);
    await db.execute(sql`create index things_ranked on paged.things (rank desc, id desc)`);
    await db.execute(sql`set enable_seqscan = off`);
    await db.execute(sql`set enable_bitmapscan = off`);
    const columns: KeysetColumn[] = [
      { column: things.rank, descending: true, type: 'integer' },
      { column: things.id, descending: true, type: 'integer' },
    ];
    for (const backward of [false, true]) {
      const page: Page = { limit: 2, backward, order: 'RANK', keyset: [3, 5] };
      const plan = await db.execute(
        sql`explain select * from ${things} where ${afterKeyset(columns, page)} order by ${sql.join(orderByKeyset(columns, page), sql`, `)} limit 3`,
      );
      const lines = plan.map((row) => String(row['QUERY PLAN']));
      expect(lines.find((line) => line.includes('Index Cond'))).toMatch(backward ? /rank >= 3/ : /rank <= 3/);
    }
    await close();
  });
});

type FetchPage = (page: Page) => Promise<ReturnType<typeof toConnection<{ rank: number; id: number }>>>;

async function walkForwards(fetchPage: FetchPage, first: number) {
  const seen = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await fetchPage(parsePage({ first, after }, bounds));
    seen.push(...nodes);
    if (!pageInfo.hasNextPage) return seen;
    after = pageInfo.endCursor;
  }
}

async function walkBackwards(fetchPage: FetchPage, last: number) {
  const seen = [];
  for (let before: string | null = null; ; ) {
    const { nodes, pageInfo } = await fetchPage(parsePage({ last, before }, bounds));
    seen.unshift(...nodes);
    if (!pageInfo.hasPreviousPage) return seen;
    before = pageInfo.startCursor;
  }
}
