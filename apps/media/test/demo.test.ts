import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type DatabaseConnection } from '@dateline/db/connect';
import { demoPictures } from '@dateline/demo-edition/pictures';
import { createTestDatabase, type TestDatabase } from '@dateline/testing/test-database';
import { asc, inArray, ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { images, outbox } from '../src/db/tables.ts';
import { loadDemoPictures } from '../src/demo/load.ts';
import { type MediaFolder, openMediaFolder } from '../src/files/media-folder.ts';
import { migrationsFolder } from '../src/migrate.ts';

describe('loading the demo edition', () => {
  let database: TestDatabase;
  let connection: DatabaseConnection;
  let path: string;
  let folder: MediaFolder;
  // One in eight, over all desks and languages: drawing them all takes a busy machine a minute.
  const pictures = demoPictures().filter((_picture, at) => at % 8 === 0);
  const now = new Date('2026-01-02T03:04:05.678Z');

  beforeAll(async () => {
    database = await createTestDatabase({ schema: 'media', migrations: migrationsFolder });
    connection = connect(database.url, { applicationName: 'test', schema: 'media' });
    path = await mkdtemp(join(tmpdir(), 'dateline-demo-'));
    folder = await openMediaFolder(path);
  });

  afterAll(async () => {
    await connection.close();
    await database[Symbol.asyncDispose]();
    await rm(path, { recursive: true, force: true });
  });

  const load = () => loadDemoPictures({ db: connection.db, folder, now, pictures });

  it('stores every picture under its own id, with the words that its file carries, and tells of each', async () => {
    expect(await load()).toBe(pictures.length);
    const rows = await connection.db.select().from(images).orderBy(asc(images.id));
    expect(rows.map(({ id }) => id)).toEqual(pictures.map(({ id }) => id).toSorted());
    for (const picture of pictures) {
      const row = rows.find(({ id }) => id === picture.id);
      const { caption, altText, credit, creator, copyrightNotice, width, height } = picture;
      expect(row).toMatchObject({ caption, altText, credit, creator, copyrightNotice, width, height });
      expect(row?.keywords).toEqual([...new Set(picture.keywords)]);
      expect(row?.capturedAt).toEqual(new Date(picture.capturedAt));
    }
    expect(await connection.db.$count(outbox)).toBe(pictures.length);
  });

  it('does nothing the second time', async () => {
    expect(await load()).toBe(0);
  });

  it('goes on where it was cut off', async () => {
    const lost = pictures.slice(0, 2).map(({ id }) => id);
    await connection.db.delete(images).where(inArray(images.id, lost));
    expect(await load()).toBe(2);
  });

  it("leaves another newsroom's pictures alone", async () => {
    const [first] = pictures;
    await connection.db.delete(images).where(ne(images.id, first?.id ?? ''));
    await connection.db.update(images).set({ id: '01890000-0000-7000-8000-000000000001' });
    expect(await load()).toBe(0);
  });
});
