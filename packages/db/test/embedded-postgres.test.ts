import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PostgresFault } from '../src/postgres-fault.ts';
import { makeDataFolder, start } from './data-folder.ts';
import { runSql } from './run-sql.ts';

test('what was written is there after a stop and a start, and no lock is left between them', async () => {
  const first = await start();
  await runSql(first.url, "create table kept (word text); insert into kept values ('ink')");
  await first.stop();
  expect(existsSync(join(first.dataFolder, 'postmaster.pid'))).toBe(false);

  await using second = await start(first.dataFolder);
  expect(await runSql(second.url, 'select word from kept')).toEqual([{ word: 'ink' }]);
});

test('it speaks UTF-8 whatever the environment says: trigrams and words of Hebrew, ICU collations', async () => {
  await using server = await start();
  const [row] = await runSql(
    server.url,
    `create extension pg_trgm;
     select current_setting('server_encoding') as encoding, cardinality(show_trgm('שלום')) as trigrams, upper('é') as upper,
       'a' < 'B' collate "und-x-icu" as icu, to_tsvector('שלום עולם')::text as words`,
  );
  expect(row).toEqual({ encoding: 'UTF8', trigrams: 5, upper: 'É', icu: true, words: "'עולם':2 'שלום':1" });
});

test('nobody enters without the password', async () => {
  await using server = await start();
  const url = new URL(server.url);
  url.password = 'guess';
  await expect(runSql(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('a second server on the same data is refused in one sentence, and the first goes on', async () => {
  await using first = await start();
  await expect(start(first.dataFolder)).rejects.toThrow(
    /^A Postgres server \(process \d+\) already works on .*: stop it/,
  );
  expect(await runSql(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a lock that a killed server left is healed', async () => {
  const first = await start();
  await first.stop();
  writeFileSync(join(first.dataFolder, 'postmaster.pid'), `${process.pid}\n${first.dataFolder}\n`);
  await using second = await start(first.dataFolder);
  expect(await runSql(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('what a broken-off first start left is made anew', async () => {
  const dataFolder = makeDataFolder();
  writeFileSync(`${dataFolder}.unfinished`, '');
  await using server = await start(dataFolder);
  expect(await runSql(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

const startFault = (dataFolder: string) => start(dataFolder).catch((error: unknown) => error);

test.each(['PG_VERSION', 'global/pg_control', 'base'])(
  'a data folder without %s is named in one sentence with the way out',
  async (part) => {
    const { dataFolder, stop } = await start();
    await stop();
    rmSync(join(dataFolder, part), { recursive: true });
    const fault = await startFault(dataFolder);
    expect(fault).toBeInstanceOf(PostgresFault);
    expect(String(fault)).toContain(`${part} is missing`);
    expect(String(fault)).toContain(`rm -rf '${dataFolder}'`);
  },
);

test.each([
  { file: 'global/pg_control', content: 'no control file', says: 'could not start on the data folder' },
  { file: 'PG_VERSION', content: '9\n', says: 'was made by Postgres 9' },
])('a data folder with a spoilt $file is named in one sentence', async ({ file, content, says }) => {
  const { dataFolder, stop } = await start();
  await stop();
  writeFileSync(join(dataFolder, file), content);
  const fault = await startFault(dataFolder);
  expect(fault).toBeInstanceOf(PostgresFault);
  expect(String(fault)).toContain(says);
  expect(String(fault)).not.toContain('\n');
});
