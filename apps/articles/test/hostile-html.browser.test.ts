import { launchBrowser } from '@dateline/testing/browser';
import { editor } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';
import { allAttacks } from './attacks.ts';

const create = `mutation ($input: CreateArticleInput!) {
  createArticle(input: $input) { article { id } userErrors { code path } } }`;
const read = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Article { bodyHtml jsonLd headline standfirst kicker
  bylines { contributor { bio } }
  body { ...Text ... on LiveEntryElement { headline body { ...Text } } } } } }
  fragment Text on BodyElement { ... on ParagraphElement { html } ... on ListElement { items } ... on QuoteElement { html attribution }
    ... on HeadingElement { text } ... on FigureElement { caption altText credit } ... on EmbedElement { title provider } ... on TableElement { caption head rows } }`;

/** Words of nearly all attacks, with what surrounds them. */
const search = `{ searchArticles(text: "pwned OR script OR alert", first: 100, filter: { statuses: [DRAFT] }) {
  edges { snippet headlineHtml } } }`;

/** What stands in a page that a real browser made of HTML, and should not. Runs in the browser. */
const inspect = `(async (pieces) => {
  window.pwnedCount = 0;
  window.pwned = () => { window.pwnedCount += 1; };
  const found = [];
  const policy = /^(A|EM|STRONG|B|I|U|S|CODE|BR|SUB|SUP|Q|CITE|ABBR|BDI|SPAN|TIME|P|H[1-6]|UL|OL|LI|BLOCKQUOTE|FIGURE|FIGCAPTION|SMALL|ASIDE|SECTION|TABLE|CAPTION|MARK|THEAD|TBODY|TR|TH|TD)$/;
  for (const html of pieces) {
    const places = [document.createElement('div'), document.createElement('template'), document.createElement('noscript')];
    document.body.append(...places);
    for (const place of places) place.innerHTML = html;
    // Serialised and parsed once more, as an editor or an aggregator would.
    const again = document.createElement('div');
    document.body.append(again);
    again.innerHTML = places[0].innerHTML;
    for (const root of [places[0], places[1].content, again]) {
      for (const element of root.querySelectorAll('*')) {
        if (!policy.test(element.tagName)) found.push('<' + element.tagName + '> in ' + html);
        for (const { name, value } of element.attributes) {
          if (/^on|^(style|id|name|src|srcset|srcdoc|action|formaction|background|xlink:href|class)$/i.test(name)) found.push(name + ' in ' + html);
          if (name === 'href' && !/^(https?|mailto):/.test(value)) found.push(value + ' in ' + html);
        }
      }
      for (const link of root.querySelectorAll('a[href]')) if (/^(javascript|data|vbscript|blob):/i.test(link.protocol)) found.push(link.href);
    }
    for (const link of places[0].querySelectorAll('a')) { link.target = '_self'; link.removeAttribute('href'); link.click(); link.focus(); }
  }
  // Handlers run after their picture failed: one of our own, put in last and failing as theirs would, is waited for.
  await new Promise((resolve) => {
    const last = document.createElement('img');
    last.addEventListener('error', () => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    last.src = 'x';
    document.body.append(last);
  });
  return { found, ran: window.pwnedCount, title: document.title, scripts: document.scripts.length };
})`;

let articles: ArticlesUnderTest;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  [articles, browser] = await Promise.all([startArticles(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await articles?.[Symbol.asyncDispose]();
});

describe('a story made of hostile text, in a real browser', () => {
  it('has no script, no handler and no address that runs, and runs nothing, in any of its fields', async () => {
    const admin = postgres(articles.database.adminUrl, { max: 1 });
    const ids: string[] = [];
    for (const [at, attack] of allAttacks.entries()) {
      const text = `${attack} ${at}`;
      const elements = [
        { paragraph: { html: text } },
        { list: { items: [text] } },
        { quote: { html: text, attribution: text } },
        { heading: { text } },
        { figure: { caption: text, credit: text, altText: text } },
        { embed: { provider: text, title: text, url: 'https://x.example/"onclick=pwned()' } },
        { table: { caption: text, head: [text], rows: [[text]] } },
      ];
      await admin`insert into articles.contributors (id, slug, name, bio) values (${crypto.randomUUID()}, ${`hostile-${at}`}, 'x', ${text.replaceAll('\0', '')})`;
      const input = {
        language: 'en',
        slug: `story-${at}`,
        headline: text.slice(0, 300),
        standfirst: text,
        kicker: text.slice(0, 100),
        bylines: [{ contributorSlug: `hostile-${at}` }],
        body: [...elements, { liveEntry: { headline: text.slice(0, 300), body: elements } }],
      };
      const { data, errors } = await articles.graph(create, { input }, editor);
      expect([errors, data?.createArticle.userErrors], text).toEqual([undefined, []]);
      ids.push(data.createArticle.article.id);
    }
    await admin.end();

    const representations = ids.map((id) => ({ __typename: 'Article', id }));
    const { data } = await articles.graph(read, { ids: representations }, editor);
    const pieces: string[] = data._entities.flatMap((article: ReadArticle) => [
      article.bodyHtml,
      ...article.bylines.map(({ contributor }) => contributor.bio),
      ...article.body.flatMap((element) => [element, ...(element.body ?? [])]).flatMap(htmlOf),
    ]);
    expect(pieces.length).toBeGreaterThan(allAttacks.length * 7);
    const { data: searched } = await articles.graph(search, {}, editor);
    const snippets = searched.searchArticles.edges.flatMap((edge: Found) => [edge.snippet, edge.headlineHtml]);
    expect(snippets.join('')).toContain('<mark>pwned</mark>');
    pieces.push(...snippets);

    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', (dialog) => requests.push(dialog.message()));
    await page.setContent('<!doctype html><title>Under test</title><body></body>');
    const { found, ran, title, scripts } = (await page.evaluate(`${inspect}(${JSON.stringify(pieces)})`)) as Inspection;
    expect(found).toEqual([]);
    expect({ ran, title, scripts }).toEqual({ ran: 0, title: 'Under test', scripts: 0 });
    expect(requests).toEqual([]);
    await page.close();
  }, 60_000);

  it('would be caught: the same look finds what these attacks do to a page that trusts them', async () => {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><title>Under test</title><body></body>');
    const raw = ['<img src=x onerror=pwned()>', '<a href="javascript:pwned()">x</a>', '<b onclick="pwned()">x</b>'];
    const { found, ran } = (await page.evaluate(`${inspect}(${JSON.stringify(raw)})`)) as Inspection;
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(ran).toBeGreaterThan(0);
    await page.close();
  });

  it('cannot break out of the script element that its JSON-LD stands in', async () => {
    const headline = '</script><script>pwned()</script><!--<script>\u2028 ]]> &lt;';
    const { data } = await articles.graph(create, { input: { language: 'en', headline } }, editor);
    const { data: one } = await articles.graph(
      read,
      { ids: [{ __typename: 'Article', id: data.createArticle.article.id }] },
      editor,
    );
    const page = await browser.newPage();
    const { jsonLd } = one._entities[0];
    await page.setContent(
      `<!doctype html><title>t</title><script type="application/ld+json">${jsonLd}</script><p id="after">after</p>`,
    );
    expect(await page.evaluate('document.scripts.length')).toBe(1);
    expect(await page.evaluate('JSON.parse(document.scripts[0].textContent).headline')).toBe(headline);
    expect(await page.textContent('#after')).toBe('after');
    await page.close();
  });
});

interface ReadElement {
  readonly html?: string;
  readonly items?: readonly string[];
  readonly body?: readonly ReadElement[];
}
interface ReadArticle {
  readonly bodyHtml: string;
  readonly bylines: readonly { readonly contributor: { readonly bio: string } }[];
  readonly body: readonly ReadElement[];
}
interface Found {
  readonly snippet: string;
  readonly headlineHtml: string;
}
interface Inspection {
  readonly found: readonly string[];
  readonly ran: number;
  readonly title: string;
  readonly scripts: number;
}

const htmlOf = ({ html, items = [] }: ReadElement) => [...(html === undefined ? [] : [html]), ...items];
