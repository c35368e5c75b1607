import { demoEdition } from '@dateline/demo-edition/edition';
import { commenterCountFor } from '@dateline/demo-edition/generate';
import { createTestDatabase, type TestDatabase } from '@dateline/testing/test-database';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateConversations } from '../src/demo/generate.ts';
import { loadDemoEdition } from '../src/demo/load.ts';
import { migrationsFolder } from '../src/migrate.ts';

let database: TestDatabase;
let admin: postgres.Sql;
const edition = demoEdition();
beforeAll(async () => {
  database = await createTestDatabase({ schema: 'comments', migrations: migrationsFolder });
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin.end({ timeout: 5 });
  await database[Symbol.asyncDispose]();
});

/** Threads whose counters are not what a recount from the rows finds. */
const wrongThreads = () => admin`
  select threads.article_id from comments.threads
  left join comments.comments using (article_id)
  group by threads.article_id
  having comment_count <> count(id) filter (where comments.status <> 'DELETED')
    or next_number <> coalesce(max(number), 0) + 1 or next_number <> count(id) + 1`;

/** Comments whose counter or place is not what their replies and parents say. */
const wrongComments = () => admin`
  select comment.id from comments.comments as comment
  left join comments.comments as parent on parent.id = comment.parent_id
  where comment.reply_count <> (select count(*) from comments.comments as reply
      where reply.article_id = comment.article_id and reply.parent_id = comment.id and reply.listed)
    or comment.ancestor_ids <> case when parent.id is null then '{}' else parent.ancestor_ids || parent.id end
    or parent.number >= comment.number or parent.article_id <> comment.article_id`;

const digest = async () => {
  const [row] = await admin`select md5(string_agg(comments::text, '' order by article_id, number)) as digest,
    count(*)::int as comments from comments.comments`;
  return row;
};

/** The table's constraints and indexes, which bulk work sets aside. */
const indexes = () => admin`
  select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'comments.comments'::regclass
  union select indexname, indexdef from pg_indexes where schemaname = 'comments' order by name`;

describe('the demo edition', () => {
  it('is loaded once, whole, with its counters right; every article has a thread', async () => {
    expect(await loadDemoEdition(database.url)).toBe(edition.comments.length);
    const before = await digest();
    expect(await loadDemoEdition(database.url)).toBe(0);
    expect(await digest()).toEqual(before);

    expect(await wrongThreads()).toEqual([]);
    expect(await wrongComments()).toEqual([]);
    const [counts] = await admin`select (select count(*)::int from comments.threads) as threads,
      (select count(*)::int from comments.comments) as comments, (select count(*)::int from comments.commenters) as commenters`;
    expect(counts).toEqual({
      threads: edition.articles.length,
      comments: edition.comments.length,
      commenters: edition.commenters.length,
    });
  });

  it('keeps ids, authors and times as they are given', async () => {
    const given = edition.comments.find(({ deleted, parentId }) => !deleted && parentId !== null);
    const [row] = await admin`select * from comments.comments where id = ${given?.id ?? ''}`;
    expect(row).toMatchObject({ article_id: given?.articleId, author_id: given?.authorId, body: given?.body });
    expect(row?.['created_at']).toEqual(new Date(given?.createdAt ?? ''));
  });
});

describe('generated conversations', () => {
  it('are the same for the same numbers and seed, with their counters right', async () => {
    const options = { articles: 40, comments: 3_000, seed: 7 };
    const clear = () => admin`truncate comments.threads, comments.comments, comments.commenters, comments.drafts`;
    await clear();
    await generateConversations(database.url, options);
    const first = await digest();
    expect(first).toMatchObject({ comments: options.comments });
    expect(await wrongThreads()).toEqual([]);
    expect(await wrongComments()).toEqual([]);
    const [{ commenters } = { commenters: 0 }] =
      await admin`select count(*)::int as commenters from comments.commenters`;
    expect(commenters).toBe(commenterCountFor(options.comments));

    await clear();
    const before = await indexes();
    await generateConversations(database.url, options);
    expect(await digest()).toEqual(first);
    expect(await indexes()).toEqual(before);
    await clear();
    await generateConversations(database.url, { ...options, seed: 8 });
    expect(await digest()).not.toEqual(first);
  });
});
