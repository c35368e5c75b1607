import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EmbeddedPostgres } from '../src/embedded-postgres.ts';
import { provision } from '../src/provision.ts';
import { start } from './data-folder.ts';
import { runSql } from './run-sql.ts';

const services = [
  { schema: 'press', password: 'press pass/word?', alsoOwns: ['press_jobs'] },
  { schema: 'desk', password: "desk's" },
];
const logins = [{ role: 'listener', password: 'listens only' }];
const database = 'house';

let server: EmbeddedPostgres;
let press = '';
let desk = '';
let listener = '';

beforeAll(async () => {
  server = await start();
  // Twice at once and once more: idempotent, and safe for two that start together.
  await Promise.all([1, 2].map(() => provision({ adminUrl: server.url, database, services, logins })));
  const { serviceUrls, loginUrls } = await provision({ adminUrl: server.url, database, services, logins });
  listener = loginUrls['listener'] ?? '';
  press = serviceUrls['press'] ?? '';
  desk = serviceUrls['desk'] ?? '';
  await runSql(press, 'create table pages (title text)');
});

afterAll(() => server.stop());

test('a service works in its own schema without naming it, and finds the extensions', async () => {
  const rows = await runSql(
    press,
    `insert into pages values ('Été') returning unaccent(title) as plain, similarity('ink', 'inks') > 0 as alike,
       (select schemaname from pg_tables where tablename = 'pages') as schema`,
  );
  expect(rows).toEqual([{ plain: 'Ete', alike: true, schema: 'press' }]);
});

test('a service works in the other schemas that it owns, and nobody else does', async () => {
  await runSql(press, 'create table press_jobs.jobs (a int)');
  await expect(runSql(desk, 'select * from press_jobs.jobs')).rejects.toMatchObject({ code: '42501' });
  await expect(runSql(desk, 'create table press_jobs.mine (a int)')).rejects.toMatchObject({ code: '42501' });
});

test.each([
  ["read another service's tables", 'select * from press.pages'],
  ["make tables in another service's schema", 'create table press.mine (a int)'],
  ['make tables in public', 'create table public.mine (a int)'],
  ['make schemas', 'create schema mine'],
  ['make roles', 'create role mine'],
  ['make databases', 'create database mine'],
])('a service may not %s', async (_, statement) => {
  await expect(runSql(desk, statement)).rejects.toMatchObject({ code: '42501' });
});

test('who only logs in may do that, and listen, and nothing else', async () => {
  expect(await runSql(listener, 'listen news; select 1 as one')).toEqual(expect.arrayContaining([{ one: 1 }]));
  for (const statement of [
    'select * from press.pages',
    'create table public.mine (a int)',
    'create schema mine',
    'create temporary table mine (a int)',
  ]) {
    await expect(runSql(listener, statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('an administrator who is no superuser can provision, as hosted servers have it', async () => {
  await runSql(server.url, "create role keeper login createdb createrole password 'keeper'");
  const url = new URL(server.url);
  url.username = 'keeper';
  url.password = 'keeper';
  const { serviceUrls } = await provision({
    adminUrl: url.href,
    database: 'hosted',
    services: [{ schema: 'wire', password: 'wire' }],
  });
  expect(await runSql(serviceUrls['wire'] ?? '', 'create table a (b int); select 1 as one')).toEqual([{ one: 1 }]);
});

test('a new password takes the place of the old one', async () => {
  const changed = services.map((service) => ({ ...service, password: 'changed' }));
  const { serviceUrls } = await provision({ adminUrl: server.url, database, services: changed });
  expect(await runSql(serviceUrls['desk'] ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(runSql(desk, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});
