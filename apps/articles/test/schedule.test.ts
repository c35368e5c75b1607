import type { TestDatabase } from '@dateline/testing/test-database';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArticlesDatabase, serveArticles } from './articles.ts';
import { spawnArticles } from './articles-process.ts';
import { editing } from './editing.ts';

let database: TestDatabase;
let admin: postgres.Sql;
beforeEach(async () => {
  database = await createArticlesDatabase();
  admin = postgres(database.adminUrl, { max: 4, onnotice: () => {} });
});
afterEach(async () => {
  await admin.end();
  await database[Symbol.asyncDispose]();
});

/** Longer than any of this should take; a condition that holds ends the wait at once. */
const soon = { timeout: 60_000, interval: 20 };

/**
 * Articles on the schedule as a service leaves them there: rows and wake-ups, `inMs` from now by the database's clock.
 * Resolves to their time.
 */
async function schedule(count: number, inMs: number): Promise<Date> {
  const [row] = await admin<{ at: Date }[]>`
  with made as (
    insert into articles.articles (id, slug, language, time_zone, headline, body, word_count, urgency, status, scheduled_at)
    select gen_random_uuid(), 'scheduled-' || n, 'en', 'UTC', 'Story ' || n, '[]', 0, 5, 'SCHEDULED',
      date_trunc('milliseconds', now() + ${inMs} * interval '1 millisecond')
    from generate_series(1, ${count}::int) n
    returning id, scheduled_at
  )
  select articles_jobs.add_job('publish_due', json_build_object('articleId', id), run_at => scheduled_at,
    job_key => 'article:' || id), scheduled_at as at from made`;
  if (!row) throw new Error('Nothing was scheduled.');
  return row.at;
}

const countOf = async (status: string): Promise<number> =>
  (await admin`select count(*)::int as count from articles.articles where status = ${status}`)[0]?.['count'];

/** Waits until nothing is scheduled, and tells of each article how often it was told, and how late it was published. */
async function published() {
  await expect.poll(() => countOf('SCHEDULED'), soon).toBe(0);
  return admin<{ changes: number; saves: number; events: number; status: string }[]>`
    with told as (
      select id, (payload->>'articleId')::uuid as article_id from articles.outbox
      union select id, (payload->>'articleId')::uuid from bus.events
    )
    select status, revision - 1 as saves,
      (select count(*)::int from articles.article_changes c where c.article_id = a.id and kind = 'PUBLISHED') as changes,
      (select count(distinct id)::int from told where told.article_id = a.id) as events
    from articles.articles a`;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Told once, saved once, in the outbox or on the bus once. */
const once = { status: 'PUBLISHED', saves: 1, changes: 1, events: 1 };

/** Saves wait in this: a publication that is under way stays so for as long as a test holds the lock. */
const holdSaves = () =>
  admin.unsafe(`
  create function articles.hold() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(4711); return new; end $$;
  create trigger hold before insert on articles.revisions for each row execute function articles.hold()`);
/** Of this database alone: others have tests of their own. */
const waiting = async () =>
  (
    await admin`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
  ).length;

describe('an article on the schedule', { timeout: 90_000 }, () => {
  it('is published within a second of its time, by the clock of the database', async () => {
    await using articles = await serveArticles(database);
    const { draft, does } = editing(() => articles);
    const drafts: string[] = [];
    for (let index = 0; index < 20; index += 1) drafts.push((await draft()).id);
    const [clock] = await admin<{ now: Date }[]>`select clock_timestamp() as now`;
    const wanted = new Map(drafts.map((id, index) => [id, (clock?.now.getTime() ?? 0) + 4_000 + index * 97]));
    for (const [id, at] of wanted) {
      expect(await does('publishArticle', { id, at: new Date(at).toISOString() })).toMatchObject({
        status: 'SCHEDULED',
      });
    }
    expect((await published()).every((row) => row.changes === 1)).toBe(true);
    const rows = await admin<{ id: string; at: Date; scheduledAt: null; first: Date }[]>`
      select id, published_at as at, scheduled_at as "scheduledAt", first_published_at as first from articles.articles`;
    const lateMs = rows.map(({ id, at }) => at.getTime() - (wanted.get(id) ?? 0)).toSorted((a, b) => a - b);
    print(`published late by ${lateMs[0]} to ${lateMs.at(-1)} ms, half of them by ${lateMs[10]} ms`);
    expect(lateMs).toHaveLength(20);
    expect(lateMs[0]).toBeGreaterThanOrEqual(0);
    expect(lateMs.at(-1)).toBeLessThan(1_000);
    for (const { scheduledAt, at, first } of rows) expect([scheduledAt, first]).toEqual([null, at]);
  });

  it('that many share a time with is published once, by whichever of several processes', async () => {
    await using stack = new AsyncDisposableStack();
    await Promise.all([1, 2, 3].map(async () => stack.use(await spawnArticles(database.url))));
    const at = await schedule(400, 1_000);
    expect(await published()).toEqual(Array.from({ length: 400 }, () => once));
    const [last] = await admin<{ at: Date }[]>`select max(published_at) as at from articles.articles`;
    const lateMs = (last?.at.getTime() ?? 0) - at.getTime();
    print(`400 articles of one time, three processes: the last was published ${lateMs} ms after it`);
  });

  it('whose time came while nothing ran is published at the next start', async () => {
    const articles = await serveArticles(database);
    const { draft, does } = editing(() => articles);
    const { id } = await draft();
    await does('publishArticle', { id, at: new Date(Date.now() + 1_000).toISOString() });
    await articles[Symbol.asyncDispose]();
    await expect
      .poll(async () => (await admin`select 1 from articles.articles where scheduled_at < now()`).length, soon)
      .toBe(1);
    expect(await countOf('SCHEDULED')).toBe(1);
    await using _again = await serveArticles(database);
    expect(await published()).toMatchObject([{ status: 'PUBLISHED', changes: 1 }]);
  });

  it('is published by the next process when one was killed in the middle of it and left its job locked', async () => {
    await holdSaves();
    await using doomed = await spawnArticles(database.url);
    await admin.begin(async (holding) => {
      await holding`select pg_advisory_xact_lock(4711)`;
      await schedule(1, 0);
      await expect.poll(waiting, soon).toBeGreaterThan(0);
      await doomed.kill();
    });
    expect(await admin`select 1 from articles_jobs.jobs where locked_at is not null`).toHaveLength(1);
    await using _next = await serveArticles(database);
    expect(await published()).toEqual([once]);
  });

  it('is published once when one of three processes is killed while they publish many', async () => {
    await admin.unsafe(`
      create function articles.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.004); return new; end $$;
      create trigger slow before insert on articles.revisions for each row execute function articles.slow()`);
    await using stack = new AsyncDisposableStack();
    const [doomed] = await Promise.all([1, 2, 3].map(async () => stack.use(await spawnArticles(database.url))));
    await schedule(400, 200);
    await expect.poll(() => countOf('PUBLISHED'), soon).toBeGreaterThan(0);
    await doomed?.kill();
    const left = await countOf('SCHEDULED');
    const rows = await published();
    print(`one of three processes was killed with ${left} of 400 still to be published`);
    expect(rows).toEqual(Array.from({ length: 400 }, () => once));
  });

  it('waits for an editor who has it in hand, and is published when they have saved', async () => {
    await using _articles = await serveArticles(database);
    await schedule(1, 300);
    await admin.begin(async (editor) => {
      await editor`select 1 from articles.articles for update`;
      await expect.poll(waiting, soon).toBeGreaterThan(0);
      await editor`update articles.articles set headline = 'Saved at the last moment'`;
    });
    expect(await published()).toEqual([once]);
    expect(await admin`select headline from articles.articles`).toEqual([{ headline: 'Saved at the last moment' }]);
  });

  it('is not published when it was taken off at the last moment, though its wake-up comes', async () => {
    await using articles = await serveArticles(database);
    const { draft, does } = editing(() => articles);
    const { id } = await draft();
    await does('publishArticle', { id, at: '2099-01-01T00:00:00Z' });
    await admin`select articles_jobs.add_job('publish_due', json_build_object('articleId', ${id}::text), job_key => ${`article:${id}`}::text)`;
    await expect.poll(async () => (await admin`select 1 from articles_jobs.jobs`).length, soon).toBe(0);
    expect(await countOf('SCHEDULED')).toBe(1);
  });

  it('that cannot be published holds up no other', async () => {
    await using _articles = await serveArticles(database);
    await admin.unsafe(`
      create function articles.refuse() returns trigger language plpgsql as $$
        begin if new.snapshot->>'slug' = 'scheduled-3' then raise exception 'no'; end if; return new; end $$;
      create trigger refuse before insert on articles.revisions for each row execute function articles.refuse()`);
    await schedule(5, 0);
    await expect.poll(() => countOf('PUBLISHED'), soon).toBe(4);
    expect(await countOf('SCHEDULED')).toBe(1);
    await admin`drop function articles.refuse cascade`;
    expect(await published()).toEqual(Array.from({ length: 5 }, () => once));
  });
});

describe('a process that publishes', { timeout: 90_000 }, () => {
  it('finishes what it has in hand when it is told to stop', async () => {
    await holdSaves();
    await using one = await spawnArticles(database.url);
    let stopped: Promise<number | null> | undefined;
    await admin.begin(async (holding) => {
      await holding`select pg_advisory_xact_lock(4711)`;
      await schedule(1, 0);
      await expect.poll(waiting, soon).toBeGreaterThan(0);
      stopped = one.stop();
    });
    expect(await stopped).toBe(0);
    expect(await published()).toEqual([once]);
  });

  it('asks for few connections', async () => {
    await using _articles = await serveArticles(database);
    await schedule(60, 0);
    await published();
    const rows = await admin`
      select application_name as name, count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name like 'articles%' group by 1`;
    const counts = Object.fromEntries(rows.map(({ name, count }) => [name, count]));
    expect(counts['articles schedule']).toBeLessThanOrEqual(2);
  });
});
