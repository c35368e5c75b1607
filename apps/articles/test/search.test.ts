import type { Viewer } from '@dateline/service-kit/viewer';
import { editor } from '@dateline/testing/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

let articles: ArticlesUnderTest;

beforeAll(async () => {
  articles = await startArticles();
});
afterAll(() => articles[Symbol.asyncDispose]());

interface Story {
  readonly language?: string;
  readonly headline?: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  readonly html?: string;
}

/** A story as an editor writes it. Resolves to its id. */
async function draft({ language = 'en', headline = 'Nothing to say', kicker, standfirst, html = '' }: Story) {
  const { data, errors } = await articles.graph(
    `mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id } userErrors { message } } }`,
    {
      input: {
        language,
        timeZone: 'UTC',
        headline,
        ...(kicker ? { kicker } : {}),
        ...(standfirst ? { standfirst } : {}),
        body: [{ paragraph: { html } }],
      },
    },
    editor,
  );
  expect(errors).toBeUndefined();
  return data.createArticle.article.id as string;
}

async function publish(id: string): Promise<string> {
  await articles.graph('mutation ($id: ID!) { publishArticle(id: $id) { userErrors { message } } }', { id }, editor);
  return id;
}

const story = async (of: Story) => publish(await draft(of));

const page = `totalCount pageInfo { hasNextPage endCursor } edges { cursor score snippet headlineHtml node { id } }`;

async function search(text: string, more: Record<string, unknown> = {}, viewer: Viewer | null = null) {
  const { data, errors } = await articles.graph(
    `query ($text: String!, $first: Int, $after: String, $filter: ArticleFilter) {
      searchArticles(text: $text, first: $first, after: $after, filter: $filter) { ${page} } }`,
    { text, ...more },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.searchArticles;
}

async function foundBy(text: string, more: Record<string, unknown> = {}) {
  return (await search(text, more)).edges.map((edge: { node: { id: string } }) => edge.node.id);
}

describe('the languages', () => {
  it.each<[string, string, string, readonly string[], string]>([
    ['en', 'Elections', 'The growers were running late', ['election', 'grower', 'run late'], 'harbour'],
    [
      'fr',
      'L’État prépare les élections',
      'Les fenêtres étaient fermées',
      ['election', 'fenetre', 'état', 'etat'],
      'port',
    ],
    ['de', 'Müllers Häuser', 'Die Straßen von Zürich waren gesperrt', ['haus', 'mueller', 'strasse', 'Zurich'], 'Dorf'],
    ['ru', 'Российские ёлки', 'Выборы прошли в столице', ['российский', 'елка', 'выбор', 'столица'], 'лес'],
    ['es', 'Las canciones de otoño', 'Los niños cantaban', ['cancion', 'niño', 'otono'], 'perro'],
    ['he', 'מִלְחָמָה וְשָׁלוֹם', 'דובר צה״ל מסר הודעה', ['מלחמה', 'ושלום', 'צה"ל', 'צהל', 'הודעה'], 'ים'],
    ['ar', 'أحمـــد في المَدْرَسَة', 'قال إن الحكومة قررت', ['احمد', 'المدرسه', 'مدرسة', 'الحكومه', '"ان الحكومة"'], 'بحر'],
    ['ja', '東京都の選挙', '猫が図書館で眠っている。', ['東京', '選挙', '図書館', '猫', '"選挙"'], '大阪'],
    ['th', 'การเลือกตั้งในประเทศไทย', 'ประชาชนไปลงคะแนน', ['เลือกตั้ง', 'ประเทศไทย'], 'ฟุตบอล'],
  ])('finds %s by its words in other forms', async (language, headline, html, texts, missing) => {
    const id = await story({ language, headline, html });
    for (const text of texts) expect(await foundBy(text, { filter: { languages: [language] } }), text).toContain(id);
    for (const text of texts) expect(await foundBy(text), `${text} among all languages`).toContain(id);
    expect(await foundBy(missing, { filter: { languages: [language] } })).not.toContain(id);
  });

  it('marks what was found as the story writes it: with niqqud, tatweel, accents, inflected, between no spaces', async () => {
    const marked = async (text: string) => (await search(text)).edges[0]?.headlineHtml;
    expect(await marked('מלחמה')).toBe('<mark>מִלְחָמָה</mark> וְשָׁלוֹם');
    expect(await marked('احمد')).toBe('<mark>أحمـــد</mark> في المَدْرَسَة');
    expect(await marked('election')).toContain('<mark>Elections</mark>');
    expect(await marked('etat elections')).toBe('L’<mark>État</mark> prépare les <mark>élections</mark>');
    expect(await marked('mueller haus')).toContain('<mark>Häuser</mark>');
    expect(await marked('選挙')).toBe('東京都の<mark>選挙</mark>');
  });
});
