import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EditedMigrationError, migrateSchema } from '@dateline/db/migrate';
import { createTestDatabase } from '@dateline/testing/test-database';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A migrations folder as drizzle-kit lays it out. */
function migrationsFolder(migrations: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-migrations-'));
  folders.push(folder);
  mkdirSync(join(folder, 'meta'));
  const entries = Object.keys(migrations).map((tag, idx) => ({
    idx,
    version: '7',
    when: 1_700_000_000_000 + idx,
    tag,
    breakpoints: true,
  }));
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }));
  for (const [tag, text] of Object.entries(migrations)) writeFileSync(join(folder, `${tag}.sql`), text);
  return folder;
}

const first = { '0000_first': 'create table things (id integer primary key);' };

describe('migrating a schema', () => {
  it('is done once by processes that start together', async () => {
    await using database = await createTestDatabase({ schema: 'migrated' });
    const folder = migrationsFolder(first);
    const options = { url: database.url, schema: 'migrated', folder };
    const results = await Promise.all(Array.from({ length: 4 }, () => migrateSchema(options)));
    expect(results.map(({ applied }) => applied).toSorted()).toEqual([0, 0, 0, 1]);
  });

  it('adds what is new, and leaves what is there', async () => {
    await using database = await createTestDatabase({ schema: 'migrated' });
    const options = { url: database.url, schema: 'migrated' };
    await migrateSchema({ ...options, folder: migrationsFolder(first) });
    const more = { ...first, '0001_second': 'alter table things add column name text;' };
    expect(await migrateSchema({ ...options, folder: migrationsFolder(more) })).toEqual({ applied: 1 });
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await using database = await createTestDatabase({ schema: 'migrated' });
    const options = { url: database.url, schema: 'migrated' };
    await migrateSchema({ ...options, folder: migrationsFolder(first) });
    const edited = { '0000_first': 'create table things (id bigint primary key);' };
    await expect(migrateSchema({ ...options, folder: migrationsFolder(edited) })).rejects.toThrow(EditedMigrationError);
  });

  it('keeps nothing of a run that fails half way', async () => {
    await using database = await createTestDatabase({ schema: 'migrated' });
    const broken = { ...first, '0001_second': 'alter table nowhere add column name text;' };
    await expect(
      migrateSchema({ url: database.url, schema: 'migrated', folder: migrationsFolder(broken) }),
    ).rejects.toThrow();
    const sql = postgres(database.adminUrl, { max: 1 });
    const [row] = await sql`select to_regclass('migrated.things') as things`;
    await sql.end();
    expect(row?.['things']).toBeNull();
  });
});
