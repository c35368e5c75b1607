import type { Viewer } from '@dateline/service-kit/viewer';
import { editor } from '@dateline/testing/viewers';
import fc from 'fast-check';
import postgres from 'postgres';
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

/** As the service's own role, past the service. */
async function sql(statement: string) {
  const connection = postgres(articles.database.url, { max: 1, onnotice: () => {} });
  try {
    return await connection.unsafe(statement);
  } finally {
    await connection.end();
  }
}

const story = async (of: Story) => publish(await draft(of));

const page = `totalCount isCorrected pageInfo { hasNextPage endCursor } edges { cursor score snippet headlineHtml node { id } }`;

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

describe('the operators', () => {
  it('wants all words, one of OR, none of an exclusion, a phrase as it stands, and what begins so', async () => {
    const ferry = await story({ headline: 'Ferries stop at midnight', html: 'The old ferry sails to Kalamos.' });
    const tram = await story({ headline: 'Trams stop at midnight', html: 'The new tram runs to Kalamos Street.' });
    const both = [ferry, tram].sort();
    expect((await foundBy('midnight Kalamos')).sort()).toEqual(both);
    expect(await foundBy('midnight ferry')).toEqual([ferry]);
    expect((await foundBy('ferry OR tram midnight')).sort()).toEqual(both);
    expect(await foundBy('midnight -ferry')).toEqual([tram]);
    expect(await foundBy('midnight -"old ferry"')).toEqual([tram]);
    expect(await foundBy('"old ferry"')).toEqual([ferry]);
    expect(await foundBy('“old ferry”')).toEqual([ferry]);
    expect(await foundBy('"old ferries"')).toEqual([]);
    expect(await foundBy('"ferry old"')).toEqual([]);
    expect((await foundBy('Kalam*')).sort()).toEqual(both);
    expect(await foundBy('"to Kalamos Street"')).toEqual([tram]);
    expect((await foundBy('the Kalamos')).sort()).toEqual(both);
    expect(await foundBy('-ferry')).toEqual([]);
    for (const nothing of ['', '   ', '""', '-', '*', 'OR', '!?…']) expect(await foundBy(nothing)).toEqual([]);
  });

  it('ranks the headline over the standfirst over the body, and of two alike the newer', async () => {
    const body = await story({ headline: 'One', html: 'quokka' });
    const standfirst = await story({ headline: 'Two', standfirst: 'quokka' });
    const headline = await story({ headline: 'quokka' });
    expect(await foundBy('quokka')).toEqual([headline, standfirst, body]);
    const old = await story({ headline: 'wombat' });
    const young = await story({ headline: 'wombat' });
    await sql(`update articles.articles set published_at = now() - interval '90 days' where id = '${old}'`);
    expect(await foundBy('wombat')).toEqual([young, old]);
  });

  it('reads a word that no story holds as the one that it may have meant, and only then', async () => {
    const id = await story({ headline: 'The observatory reopens', html: 'Astronomers rejoice' });
    const hebrew = await story({ language: 'he', headline: 'התחזית לאוניברסיטאות' });
    for (const text of ['obsevratory', 'observatry', 'Observatorry', 'astronomers obzervatory']) {
      expect(await foundBy(text), text).toEqual([id]);
    }
    const corrected = await search('obsevratory');
    expect(corrected.edges[0].headlineHtml).toBe('The <mark>observatory</mark> reopens');
    expect([corrected.isCorrected, (await search('observatory')).isCorrected]).toEqual([true, false]);
    expect((await search('zzyzxqwv')).isCorrected).toBe(false);
    expect(await foundBy('לאוניברסטיאות')).toEqual([hebrew]);
    const museum = await story({ headline: 'The museum' });
    expect(await foundBy('musuem')).toEqual([museum]);
    expect(await foundBy('"obsevratory"')).toEqual([]);
    expect(await foundBy('obs')).toEqual([]);
    const misspelt = await story({ headline: 'An observatry of its own' });
    expect(await foundBy('observatry')).toEqual([misspelt]);
  });

  it('says nothing by its suggestions of words that only a withdrawn story held, or an older text of one', async () => {
    const seen = await story({ headline: 'The zephyrous coast' });
    const killed = await story({ headline: 'About Zephyrois' });
    expect(await foundBy('zephyros')).toEqual([seen]);
    expect(await foundBy('zephyrois')).toEqual([killed]);
    const withdraw = `mutation ($id: ID!) { withdrawArticle(id: $id, reason: "Wrong.") { userErrors { message } } }`;
    await articles.graph(withdraw, { id: killed }, editor);
    expect(await foundBy('zephyrois')).toEqual([seen]);
    expect(await foundBy('zephyroix')).toEqual([seen]);
    expect(await foundBy('zephyroiss')).toEqual([seen]);
  });
});

describe('who sees what', () => {
  const states: readonly [string, (id: string) => string][] = [
    ['a draft', (id) => `update articles.articles set status = 'DRAFT', published_at = null where id = '${id}'`],
    [
      'one under embargo',
      (id) =>
        `update articles.articles set status = 'SCHEDULED', published_at = null, scheduled_at = now() + interval '1 day', embargoed_until = now() + interval '1 day' where id = '${id}'`,
    ],
    [
      'a withdrawn one',
      (id) =>
        `update articles.articles set status = 'WITHDRAWN', withdrawn_at = now(), withdrawal_reason = 'x' where id = '${id}'`,
    ],
  ];

  it.each(states)(
    'hides %s from readers, in list and in count, and shows it to editors who ask for it',
    async (_what, change) => {
      const secret = `zanzibar${Math.random()
        .toString(36)
        .replaceAll(/[^a-z]/g, '')}`;
      const id = await story({ headline: `The ${secret} papers`, html: secret });
      expect(await search(secret)).toMatchObject({ totalCount: 1 });
      await sql(change(id));
      for (const text of [secret, `${secret}x`, `${secret.slice(0, -2)}*`, `"${secret}"`]) {
        expect(await search(text), text).toMatchObject({ totalCount: 0, edges: [] });
        expect(await search(text, {}, editor), text).toMatchObject({ totalCount: 0, edges: [] });
      }
      const statuses = ['DRAFT', 'SCHEDULED', 'WITHDRAWN'];
      expect(await search(secret, { filter: { statuses } }, editor)).toMatchObject({
        totalCount: 1,
        edges: [{ node: { id } }],
      });
      const { errors } = await articles.graph(
        `{ searchArticles(text: "${secret}", filter: { statuses: [DRAFT] }) { totalCount } }`,
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    },
  );

  it('filters as articles does', async () => {
    const id = await story({ headline: 'Filtered narwhal' });
    const no = { totalCount: 0 };
    expect(await search('narwhal', { filter: { languages: ['en'], maxUrgency: 8 } })).toMatchObject({
      edges: [{ node: { id } }],
    });
    expect(await search('narwhal', { filter: { languages: ['fr'] } })).toMatchObject(no);
    expect(await search('narwhal', { filter: { sections: ['nowhere'] } })).toMatchObject(no);
    expect(await search('narwhal', { filter: { topics: ['nothing'] } })).toMatchObject(no);
    expect(await search('narwhal', { filter: { contributors: ['nobody'] } })).toMatchObject(no);
    expect(await search('narwhal', { filter: { publishedBefore: '2001-01-01T00:00:00Z' } })).toMatchObject(no);
    expect(await search('narwhal', { filter: { publishedAfter: '2001-01-01T00:00:00Z' } })).toMatchObject({
      totalCount: 1,
    });
    expect(await search('narwhal', { filter: { updatedAfter: '2999-01-01T00:00:00Z' } })).toMatchObject(no);
  });
});

describe('what is not asked for', () => {
  const looks = async (fields: string) => {
    articles.statements.length = 0;
    await articles.graph(`{ searchArticles(text: "chinchilla") { ${fields} } }`);
    const all = articles.statements.join('\n');
    return { marks: all.split('search_marks').length - 1, counts: all.split('select count(*) as total').length - 1 };
  };

  it('is not looked up: marks, or a count that the page does not need; marks of a page are looked up once', async () => {
    for (let index = 0; index < 3; index++) await story({ headline: `Chinchilla ${index}`, html: 'A chinchilla.' });
    expect(await looks('nodes { id } edges { score }')).toEqual({ marks: 0, counts: 0 });
    expect(await looks('edges { snippet headlineHtml }')).toEqual({ marks: 1, counts: 0 });
  });
});

describe('pages', () => {
  it('show each story once, also when another one is published in between, and end', async () => {
    const ids = new Set<string>();
    for (let index = 0; index < 7; index++) ids.add(await story({ headline: `Axolotl ${index % 2 ? 'axolotl' : ''}` }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof search>> = await search('axolotl', { first: 2, after });
      seen.push(...found.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
      if (seen.length === 2) await story({ headline: 'Axolotl axolotl axolotl' });
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([...ids]));
  });

  it('refuse a cursor of another search', async () => {
    const { edges } = await search('axolotl');
    const { errors } = await articles.graph(
      'query ($after: String) { searchArticles(text: "ferry", after: $after) { totalCount } }',
      { after: edges[0].cursor },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['after'] });
  });
});

describe('any text', () => {
  it('is answered, whatever it holds', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '-',
        '*',
        ' OR ',
        '|',
        '&',
        '!',
        '(',
        ')',
        ':',
        '<->',
        "'",
        '\\',
        ':*',
        'the',
        'ferry',
        '%',
        '_',
        '猫',
        'ก็',
        'é',
        '﷽',
        '\u0301',
        '$1',
        ';--',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const text = [...pieces.join('')].slice(0, 256).join('');
        const { totalCount, edges } = await search(text);
        expect(totalCount).toBeGreaterThanOrEqual(edges.length);
      }),
      { numRuns: process.env['LONG'] ? 5_000 : 150 },
    );
  }, 120_000);

  it.each([
    ['a', 256],
    ['"a ', 85],
    ['-', 256],
    ['猫', 256],
    ['😀', 256],
    ['﷽', 256],
    ["'", 256],
    ['a OR ', 51],
  ])('of %s repeated up to the limit is answered', async (text, times) => {
    expect(await search(text.repeat(times))).toMatchObject({ pageInfo: { hasNextPage: false } });
  });

  it('of one letter more than 256, or of many more, is refused with the limit', async () => {
    for (const length of [257, 10_000]) {
      const { errors } = await articles.graph('query ($text: String!) { searchArticles(text: $text) { totalCount } }', {
        text: 'a'.repeat(length),
      });
      expect(errors).toMatchObject([
        { message: 'text has at most 256 characters.', extensions: { code: 'BAD_USER_INPUT', field: ['text'] } },
      ]);
    }
  });

  it('with half a character or U+0000 in it is refused at the door', async () => {
    for (const text of ['a\0b', 'a\ud800b']) {
      const { errors } = await articles.graph('query ($text: String!) { searchArticles(text: $text) { totalCount } }', {
        text,
      });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});
