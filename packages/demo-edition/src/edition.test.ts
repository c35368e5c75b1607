import { describe, expect, test } from 'vitest';
import { demoEdition } from './edition.ts';
import { demoEditionTime } from './edition-time.ts';
import type { DemoArticle, DemoFigure } from './types.ts';

const edition = demoEdition();
const { articles, pictures, comments, commenters, contributors, sections, topics, fronts, translations } = edition;
const figuresOf = (article: DemoArticle) =>
  article.body.filter((element): element is DemoFigure => element.kind === 'figure');

function expectUnique(values: readonly string[]) {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}

describe('the edition has what was promised', () => {
  test('at least 40 articles in three languages, in at least six sections of each', () => {
    expect(articles.length).toBeGreaterThanOrEqual(40);
    for (const [language, least] of [
      ['en', 18],
      ['he', 14],
      ['ar', 12],
    ] as const) {
      const own = articles.filter((article) => article.language === language);
      expect(own.length).toBeGreaterThanOrEqual(least);
      expect(new Set(own.map((article) => article.sectionSlug)).size).toBeGreaterThanOrEqual(6);
    }
  });

  test('at least 60 pictures, each of them used', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(60);
    const used = new Set([
      ...articles.flatMap(figuresOf).map((figure) => figure.pictureKey),
      ...contributors.map((contributor) => contributor.portraitKey),
    ]);
    expect(pictures.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([]);
  });

  test('at least 300 comments by at least 30 commenters, under every article', () => {
    expect(comments.length).toBeGreaterThanOrEqual(300);
    expect(new Set(comments.map((comment) => comment.authorId)).size).toBeGreaterThanOrEqual(30);
    expect(new Set(comments.map((comment) => comment.articleId)).size).toBe(articles.length);
  });

  test('corrections on at least four articles, former slugs on at least three', () => {
    expect(articles.filter((article) => article.corrections.length > 0).length).toBeGreaterThanOrEqual(4);
    expect(articles.filter((article) => article.previousSlugs.length > 0).length).toBeGreaterThanOrEqual(3);
  });

  test('every kind of body element', () => {
    const kinds = new Set(articles.flatMap((article) => article.body.map((element) => element.kind)));
    expect([...kinds].sort()).toEqual([
      'embed',
      'figure',
      'heading',
      'list',
      'liveEntry',
      'paragraph',
      'quote',
      'table',
    ]);
  });
});

describe('live stories', () => {
  const entriesOf = (article: DemoArticle) => article.body.filter((element) => element.kind === 'liveEntry');
  const live = articles.filter((article) => entriesOf(article).length > 0);

  test('there is one in English and one in Hebrew, whose entries stand newest first, the story updated by the last', () => {
    expect(live.map(({ language }) => language).toSorted()).toEqual(['en', 'he']);
    for (const article of live) {
      const times = entriesOf(article).map(({ publishedAt }) => Date.parse(publishedAt));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      expect(times[0]).toBe(Date.parse(article.updatedAt));
      expect(times.at(-1)).toBeGreaterThan(Date.parse(article.firstPublishedAt));
    }
  });

  test('they name other articles of their own language', () => {
    for (const article of live) {
      const named = entriesOf(article).flatMap(({ body }) =>
        body.flatMap((element) => (element.kind === 'related' ? [element.articleId] : [])),
      );
      expect(named.length).toBeGreaterThan(0);
      for (const id of named)
        expect(articles.find((other) => other.id === id && other !== article)?.language).toBe(article.language);
    }
  });
});

describe('every article', () => {
  test.each(articles.map((article) => [article.slug, article] as const))(
    '%s can be printed as it is',
    (_slug, article) => {
      const paragraphs = article.body.filter((element) => element.kind === 'paragraph');
      expect(paragraphs.length).toBeGreaterThanOrEqual(5);
      expect(paragraphs.length).toBeLessThanOrEqual(10);
      expect(figuresOf(article).filter((figure) => figure.role === 'LEAD')).toHaveLength(1);
      expect(article.bylines.length).toBeGreaterThan(0);
      expect(article.urgency).toBeGreaterThanOrEqual(1);
      expect(article.urgency).toBeLessThanOrEqual(8);
      for (const element of article.body) {
        if (element.kind === 'table')
          expect(element.rows.every((row) => row.length === element.head.length)).toBe(true);
      }
    },
  );

  test.each(articles.map((article) => [article.slug, article] as const))(
    '%s has its dates in order, none after the edition',
    (_slug, article) => {
      const [first, published, updated] = [article.firstPublishedAt, article.publishedAt, article.updatedAt].map(
        (text) => Date.parse(text),
      );
      expect(first).toBeLessThanOrEqual(published ?? 0);
      expect(published).toBeLessThanOrEqual(updated ?? 0);
      expect(updated).toBeLessThanOrEqual(demoEditionTime.getTime());
      for (const correction of article.corrections) {
        expect(Date.parse(correction.publishedAt)).toBeGreaterThan(first ?? 0);
        expect(Date.parse(correction.publishedAt)).toBeLessThanOrEqual(published ?? 0);
      }
    },
  );
});

describe('names and references', () => {
  test('no id and no slug stands twice, former slugs included', () => {
    expectUnique(
      [sections, topics, contributors, articles, pictures, commenters, comments].flatMap((rows) =>
        rows.map(({ id }) => id),
      ),
    );
    expectUnique(articles.flatMap((article) => [article.slug, ...article.previousSlugs]));
    expectUnique(
      articles.flatMap((article) =>
        article.body.flatMap((element) => [
          element.id,
          ...(element.kind === 'liveEntry' ? element.body.map(({ id }) => id) : []),
        ]),
      ),
    );
    for (const rows of [sections, topics, contributors]) expectUnique(rows.map(({ slug }) => slug));
  });

  test('every slug, key and id that is pointed to exists, in the article’s own language', () => {
    const slugs = (rows: readonly { slug: string; language: string }[]) =>
      new Set(rows.map(({ slug, language }) => `${language}/${slug}`));
    const [sectionSlugs, topicSlugs, contributorSlugs] = [slugs(sections), slugs(topics), slugs(contributors)];
    const pictureIds = new Map(pictures.map((picture) => [picture.key, picture.id]));
    for (const article of articles) {
      expect(sectionSlugs).toContain(`${article.language}/${article.sectionSlug}`);
      for (const slug of article.topicSlugs) expect(topicSlugs).toContain(`${article.language}/${slug}`);
      for (const { contributorSlug } of article.bylines) {
        if (contributorSlug) expect(contributorSlugs).toContain(`${article.language}/${contributorSlug}`);
      }
      for (const figure of figuresOf(article)) expect(pictureIds.get(figure.pictureKey)).toBe(figure.pictureId);
    }
    for (const { portraitKey, portraitId } of contributors) expect(pictureIds.get(portraitKey ?? '')).toBe(portraitId);
    for (const { parentSlug, language } of sections)
      if (parentSlug) expect(sectionSlugs).toContain(`${language}/${parentSlug}`);
  });

  test('fronts show and translations link what there is: fronts in their own language, translations each in another', () => {
    const articleBySlug = new Map(articles.map((article) => [article.slug, article]));
    const known = (slugs: readonly string[], rows: readonly { slug: string }[]) =>
      expect(rows.map(({ slug }) => slug)).toEqual(expect.arrayContaining([...slugs]));
    expect(fronts.map(({ language }) => language)).toEqual(['en', 'he', 'ar']);
    for (const { language, containers } of fronts) {
      for (const { fill, pinnedSlugs } of containers) {
        known(fill.sections ?? [], sections);
        known(fill.topics ?? [], topics);
        for (const slug of pinnedSlugs) expect(articleBySlug.get(slug)?.language).toBe(language);
      }
      expectUnique(containers.flatMap(({ pinnedSlugs }) => pinnedSlugs));
    }
    for (const slugs of translations) expectUnique(slugs.map((slug) => articleBySlug.get(slug)?.language ?? ''));
    expectUnique(translations.flat());
    known(translations.flat(), articles);
  });

  test('slugs are free of what an address cannot hold, and some are in Hebrew and Arabic letters', () => {
    for (const { slug } of articles) expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u);
    for (const article of articles.filter(({ language }) => language === 'en'))
      expect(article.slug).toMatch(/^[a-z0-9-]+$/);
    expect(articles.filter(({ slug }) => /\p{Script=Hebrew}/u.test(slug)).length).toBeGreaterThanOrEqual(3);
    expect(articles.filter(({ slug }) => /\p{Script=Arabic}/u.test(slug)).length).toBeGreaterThanOrEqual(3);
  });
});

describe('languages', () => {
  const scripts = { en: /\p{Script=Latin}/u, he: /\p{Script=Hebrew}/u, ar: /\p{Script=Arabic}/u };

  /** The share of letters that belong to the script of a language. */
  function shareOf(language: keyof typeof scripts, text: string) {
    const letters = [...text].filter((sign) => /\p{L}/u.test(sign));
    return letters.filter((sign) => scripts[language].test(sign)).length / Math.max(1, letters.length);
  }

  test('headline, standfirst and every paragraph are in the script of the article', () => {
    for (const { language, headline, standfirst, body } of articles) {
      const paragraphs = body.flatMap((element) =>
        element.kind === 'paragraph' ? [element.html.replaceAll(/<[^>]+>/g, '')] : [],
      );
      for (const text of [headline, standfirst, ...paragraphs])
        expect(shareOf(language, text), text).toBeGreaterThan(0.55);
    }
  });

  test('captions and alt texts are in the script of the picture', () => {
    for (const { language, caption, altText } of pictures) {
      expect(shareOf(language, caption), caption).toBeGreaterThan(0.55);
      expect(shareOf(language, altText), altText).toBeGreaterThan(0.55);
    }
  });

  test('comments are in the language of their article', () => {
    const languageOf = new Map(articles.map(({ id, language }) => [id, language]));
    for (const { articleId, body, deleted } of comments) {
      if (!deleted) expect(shareOf(languageOf.get(articleId) ?? 'en', body), body).toBeGreaterThan(0.5);
    }
  });

  test('Hebrew and Arabic lines hold Latin names, so that mixed directions are seen', () => {
    for (const language of ['he', 'ar'] as const) {
      const mixed = articles.filter(
        (article) =>
          article.language === language &&
          article.body.some(
            (element) => element.kind === 'paragraph' && /[A-Z][a-z]{3}/.test(element.html.replaceAll(/<[^>]+>/g, '')),
          ),
      );
      expect(mixed.length).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('comments', () => {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const depthOf = (id: string | null): number => (id === null ? 0 : 1 + depthOf(byId.get(id)?.parentId ?? null));

  test('a parent stands before its replies, on the same article, and is older', () => {
    const seen = new Map<string, (typeof comments)[number]>();
    for (const comment of comments) {
      if (comment.parentId) {
        const parent = seen.get(comment.parentId);
        expect(parent?.articleId).toBe(comment.articleId);
        expect(Date.parse(parent?.createdAt ?? '')).toBeLessThan(Date.parse(comment.createdAt));
      }
      seen.set(comment.id, comment);
    }
  });

  test('threads go four levels deep and no deeper', () => {
    expect(Math.max(...comments.map(({ id }) => depthOf(id)))).toBe(4);
  });

  test('authors exist, and are heard under several articles', () => {
    const known = new Set(commenters.map(({ id }) => id));
    const articlesOf = new Map<string, Set<string>>();
    for (const { authorId, articleId } of comments) {
      expect(known).toContain(authorId);
      articlesOf.set(authorId, (articlesOf.get(authorId) ?? new Set()).add(articleId));
    }
    expect([...articlesOf.values()].filter((heard) => heard.size > 1).length).toBeGreaterThanOrEqual(20);
  });

  test('deleted comments are empty and some of them keep their replies; all others say something new', () => {
    const gone = comments.filter(({ deleted }) => deleted);
    expect(gone.length).toBeGreaterThanOrEqual(3);
    expect(gone.every(({ body }) => body === '')).toBe(true);
    expect(comments.filter(({ parentId }) => gone.some(({ id }) => id === parentId)).length).toBeGreaterThanOrEqual(3);
    expectUnique(comments.filter(({ deleted }) => !deleted).map(({ body }) => body));
  });

  test('nobody comments before the article or after the edition', () => {
    const publishedAt = new Map(articles.map(({ id, firstPublishedAt }) => [id, Date.parse(firstPublishedAt)]));
    for (const { articleId, createdAt } of comments) {
      expect(Date.parse(createdAt)).toBeGreaterThan(publishedAt.get(articleId) ?? Number.POSITIVE_INFINITY);
      expect(Date.parse(createdAt)).toBeLessThanOrEqual(demoEditionTime.getTime());
    }
  });
});

test('the edition is the same value on every call, and moves as a whole with its time', () => {
  expect(demoEdition()).toEqual(edition);
  const later = demoEdition(new Date(demoEditionTime.getTime() + 3_600_000));
  expect(later.articles.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
  expect(Date.parse(later.articles[0]?.publishedAt ?? '') - Date.parse(articles[0]?.publishedAt ?? '')).toBe(3_600_000);
});
