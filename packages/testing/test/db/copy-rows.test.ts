import { connect } from '@dateline/db/connect';
import { copyRows } from '@dateline/db/copy-rows';
import { createTestDatabase } from '@dateline/testing/test-database';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('copying rows in', () => {
  it('keeps every text and every JSON value as it was', async () => {
    await using database = await createTestDatabase({ schema: 'copied' });
    const { sql, close } = connect(database.url, { applicationName: 'test', schema: 'copied', maxConnections: 1 });
    await sql`create table copied.things (position integer, words text, data jsonb)`;
    // Postgres stores no U+0000 in a text.
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.option(words), words)), async (things) => {
          await sql`truncate copied.things`;
          await copyRows(
            sql,
            'copied.things',
            ['position', 'words', 'data'],
            things.map(([text, nested], position) => [position, text, { nested }]),
          );
          const rows = await sql`select words, data from copied.things order by position`;
          expect(rows.map((row) => [row['words'], row['data']])).toEqual(
            things.map(([text, nested]) => [text, { nested }]),
          );
        }),
        { numRuns: 30 },
      );
    } finally {
      await close();
    }
  });
});
