import { connect, type DatabaseConnection } from '@dateline/db/connect';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateEdition } from '../src/demo/generate.ts';
import type { BodyElement } from '../src/modules/article/body-element.ts';
import { bodyText } from '../src/modules/article/body-text.ts';
import { sanitiseInlineHtml } from '../src/modules/article/inline-html.ts';
import { findStatement } from '../src/modules/search/find-statement.ts';
import { normaliseWord } from '../src/modules/search/normalise-word.ts';
import { parseSearchText } from '../src/modules/search/search-text.ts';
import { searchStore } from '../src/modules/search/store.ts';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

let articles: ArticlesUnderTest;
let connection: DatabaseConnection;
beforeAll(async () => {
  articles = await startArticles();
  await generateEdition(articles.database.url, { articles: 3_000, seed: 7 });
  connection = connect(articles.database.url, { applicationName: 'test', schema: 'articles', maxConnections: 1 });
}, 120_000);
afterAll(async () => {
  await connection.close();
  await articles[Symbol.asyncDispose]();
});

async function one<Value>(query: ReturnType<typeof sql>): Promise<Value> {
  const [row] = await connection.db.execute<{ value: Value }>(query);
  return row?.value as Value;
}

const query = { wanted: "'bridg'", unwanted: null };
const page = { limit: 20, after: null, asOf: new Date() };

describe('the index of words', () => {
  it('holds every article, also those that were copied in without the service', async () => {
    expect(
      await one(sql`select count(*)::int as value from articles.articles a left join articles.article_search s
        on s.article_id = a.id and (s.status, s.language, s.listed_at, s.updated_at) = (a.status, a.language, a.listed_at, a.updated_at)
          and s.section_id is not distinct from a.section_id and s.urgency = a.urgency and s.published_at is not distinct from a.published_at
        where s.article_id is null`),
    ).toBe(0);
  });

  it('follows whatever is changed by SQL alone: words, status, section, and a deletion', async () => {
    const id = await one<string>(sql`select id::text as value from articles.articles order by id limit 1`);
    const found = async (wanted: string, status: 'PUBLISHED' | 'DRAFT' = 'PUBLISHED') =>
      (await searchStore.find(connection.db, { wanted, unwanted: null }, { statuses: [status] }, page)).hits.map(
        (hit) => hit.id,
      );
    await connection.db.execute(sql`update articles.articles set headline = 'Pangolin' where id = ${id}`);
    expect(await found("'pangolin'")).toEqual([id]);
    await connection.db.execute(
      sql`update articles.articles set body = '[]', headline = 'x', status = 'DRAFT' where id = ${id}`,
    );
    expect(await found("'pangolin'")).toEqual([]);
    expect(await found("'x'", 'DRAFT')).toContain(id);
    await connection.db.execute(sql`update articles.articles set section_id = null, urgency = 1 where id = ${id}`);
    expect(
      await one(
        sql`select urgency as value from articles.article_search where article_id = ${id} and section_id is null`,
      ),
    ).toBe(1);
    await connection.db.execute(sql`delete from articles.article_changes where article_id = ${id}`);
    await connection.db.execute(sql`delete from articles.articles where id = ${id}`);
    expect(await one(sql`select count(*)::int as value from articles.article_search where article_id = ${id}`)).toBe(0);
  });

  it.each([
    ['a very long story', 'ab cde '.repeat(200_000)],
    ['a million different words', Array.from({ length: 150_000 }, (_, index) => index.toString(36)).join(' ')],
    ['one endless word', 'x'.repeat(300_000)],
    ['a long story without spaces', '漢字仮名交文'.repeat(30_000)],
    ['a long Arabic story', Array.from({ length: 60_000 }, (_, index) => `كلمة${index}`).join(' ')],
  ])(
    'takes %s without refusing it',
    async (_what, text) => {
      const body = JSON.stringify([{ kind: 'heading', id: 'h', level: 2, text }]);
      for (const language of ['en', 'ar', 'ja']) {
        await connection.db.execute(sql`update articles.articles set language = ${language}, body = ${body}::jsonb
        where id = (select id from articles.articles order by id desc limit 1)`);
      }
    },
    60_000,
  );
});

describe('the words of a body', () => {
  const inline = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<b>b</b>',
          '<br>',
          '&amp;',
          '&lt;i&gt;',
          '<a href="https://x.example/?a=1&amp;b">l</a>',
          '&quot;',
          "it's",
        ),
        fc.stringMatching(/^[a-zא-ת ]{1,8}$/u),
      ),
      { maxLength: 6 },
    )
    .map((parts) => sanitiseInlineHtml(parts.join('')));
  const plain = fc.stringMatching(/^[a-z<>& ]{0,12}$/);
  const id = fc.constant('e');
  const element = fc.oneof(
    fc.record({ kind: fc.constant('paragraph' as const), id, html: inline }),
    fc.record({ kind: fc.constant('heading' as const), id, level: fc.constant(2), text: plain }),
    fc.record({
      kind: fc.constant('list' as const),
      id,
      ordered: fc.boolean(),
      items: fc.array(inline, { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('quote' as const),
      id,
      html: inline,
      attribution: fc.constant('Nobody'),
      pull: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      id,
      caption: fc.constant(null),
      head: fc.array(plain, { maxLength: 2 }),
      rows: fc.array(fc.array(plain, { maxLength: 2 }), { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('embed' as const),
      id,
      provider: fc.constant('tube'),
      url: fc.constant('https://x.example'),
      title: fc.constant('Title'),
    }),
  );
  const body = fc.array(
    fc.oneof(
      element,
      fc.record({
        kind: fc.constant('liveEntry' as const),
        id,
        headline: fc.option(plain),
        publishedAt: fc.constant('2026-01-01T00:00:00Z'),
        body: fc.array(element, { maxLength: 3 }),
      }),
    ),
    { maxLength: 5 },
  );

  it('are those of bodyText, for every kind of element, in live entries too', async () => {
    const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    await fc.assert(
      fc.asyncProperty(body, async (elements) => {
        const value = await one<string>(
          sql`select articles.search_body_text(${JSON.stringify(elements)}::jsonb) as value`,
        );
        expect(wordsOf(value)).toEqual(wordsOf(bodyText(elements as BodyElement[])));
      }),
      { numRuns: process.env['LONG'] ? 5_000 : 200 },
    );
  });
});

describe('a word in its usual form', () => {
  it('is the same in Postgres and here, for every letter and mark of Latin, Greek, Cyrillic, Hebrew and Arabic', async () => {
    const scripts =
      /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Inherited}]/u;
    const letters = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCodePoint(code)).filter(
      // Unicode goes on adding to this block: Postgres and Node know different versions.
      (letter) => !/[\ua7c0-\ua7ff]/.test(letter) && scripts.test(letter) && /[\p{L}\p{Nd}\p{Mn}]/u.test(letter),
    );
    const rows = await connection.db.execute<{ word: string; normal: string }>(
      sql`select word, articles.search_normal(word) as normal from jsonb_array_elements_text(${JSON.stringify(letters.map((letter) => `a${letter}b`))}::jsonb) word`,
    );
    // What falls apart into two words is none that could be marked.
    const other = rows.filter(({ word, normal }) => !normal.includes(' ') && normaliseWord(word) !== normal);
    expect(other.map(({ word, normal }) => `${word} ${normal} ${normaliseWord(word)}`)).toEqual([]);
  });
});

describe('a search of 3000 articles', () => {
  it.each(['the', 'bridge', '"two hundred oaks"', 'brid*', 'harbour OR museum -oaks', 'המוזיאון'])(
    'for %s reads no table from end to end',
    async (text) => {
      const parsed = await searchStore.parse(connection.db, parseSearchText(text), undefined);
      expect(parsed).not.toBeNull();
      const plan = await connection.db.transaction(async (transaction) => {
        await transaction.execute(sql`set local enable_seqscan = off`);
        return transaction.execute<Record<'QUERY PLAN', string>>(
          sql`explain ${findStatement(transaction, parsed ?? query, { statuses: ['PUBLISHED'] }, page)}`,
        );
      });
      const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(lines).not.toContain('Seq Scan');
      expect(lines).toContain('article_search_words');
    },
  );
});
