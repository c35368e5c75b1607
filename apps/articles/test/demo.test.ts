import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { generateEdition } from '../src/demo/generate.ts';
import { loadDemoEdition } from '../src/demo/load.ts';
import { startArticles } from './articles.ts';

describe('the demo edition', () => {
  it('is loaded once, whole, and told as published', async () => {
    await using articles = await startArticles();
    const counts = await Promise.all([loadDemoEdition(articles.database.url), loadDemoEdition(articles.database.url)]);
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(40);
    const { data } = await articles.graph(`{
      articles(first: 100) { nodes { language direction firstPublishedLine corrections { note } figures { image { id } } section { title } bylines { name } } }
    }`);
    const { nodes } = data.articles;
    expect(nodes).toHaveLength(Math.max(...counts));
    expect(new Set(nodes.map(({ language }: { language: string }) => language))).toEqual(new Set(['en', 'he', 'ar']));
    for (const { language, direction, section, bylines } of nodes) {
      expect(direction).toBe(language === 'en' ? 'LTR' : 'RTL');
      expect(section.title).toBeTruthy();
      expect(bylines.length).toBeGreaterThan(0);
    }
    const admin = postgres(articles.database.adminUrl, { max: 1 });
    // A history as if the newsroom had written it: the revision that stands is the last one, and each correction was told.
    expect(
      await admin`select count(*)::int as articles,
        count(*) filter (where revision = (select max(number) from articles.revisions r where r.article_id = a.id)
          and revision = (select count(*) from articles.article_changes c where c.article_id = a.id)
          and body = (select snapshot->'body' from articles.revisions r where r.article_id = a.id and number = 1))::int as "withHistory"
        from articles.articles a`,
    ).toEqual([{ articles: nodes.length, withHistory: nodes.length }]);
    await expect
      .poll(
        async () =>
          (await admin`select count(*)::int as told from bus.events where type = 'article.published'`)[0]?.['told'],
      )
      .toBe(nodes.length);
    await admin.end();
  });

  it('has a front in each language, full and in that language alone, and stories that are told in several', async () => {
    await using articles = await startArticles();
    await loadDemoEdition(articles.database.url);
    for (const [slug, language] of [
      ['home', 'en'],
      ['home-he', 'he'],
      ['home-ar', 'ar'],
    ] as const) {
      const { data } = await articles.graph(
        'query ($slug: String!) { front(slug: $slug) { language containers { articles(first: 3) { id language translations { language } } } } }',
        { slug },
      );
      const shown = data.front.containers.map((container: { articles: object[] }) => container.articles);
      expect(shown[0].length).toBe(3);
      expect(shown[0][0].translations.length).toBeGreaterThan(0);
      const all: { id: string; language: string }[] = shown.flat();
      expect(all.length).toBeGreaterThanOrEqual(10);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(new Set([data.front.language, ...all.map((article) => article.language)])).toEqual(new Set([language]));
    }
  });

  it('grows to any size, the same for the same seed', async () => {
    await using first = await startArticles();
    await using second = await startArticles();
    for (const articles of [first, second]) await generateEdition(articles.database.url, { articles: 500, seed: 7 });
    const digest = async (adminUrl: string) => {
      const admin = postgres(adminUrl, { max: 1 });
      const [row] =
        await admin`select count(*)::int as count, md5(string_agg(a.id || slug || headline || body || r.snapshot || c.kind, ',' order by a.id, r.number, c.kind)) as digest
          from articles.articles a join articles.revisions r on r.article_id = a.id join articles.article_changes c on c.article_id = a.id`;
      await admin.end();
      return { count: row?.['count'], digest: row?.['digest'] };
    };
    const made = await digest(first.database.adminUrl);
    expect(made.count).toBeGreaterThanOrEqual(540);
    expect(await digest(second.database.adminUrl)).toEqual(made);
  });
});
