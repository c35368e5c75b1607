import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '@dateline/testing/browser';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/house.ts';
import type { DatelineRun } from '../src/run-dateline.ts';
import { type House, startHouse } from '../src/start-house.ts';
import { decodeHtml, jsonLdOf, textOf } from './html.ts';

const seed = join(projectFolder, '../shared/seeds/000_213bc938c6100d6b.txt');
const isThere = existsSync(seed);
if (!isThere) process.stdout.write('skipped: the seed page is not here (../shared/seeds beside the project)\n');

interface ReadPart {
  readonly text?: string;
  readonly caption?: string;
  readonly credit?: string | null;
}

/** What the page says, read line by line with nothing of the importer: what stands twice in a row is a caption. */
function readSeed() {
  const lines = readFileSync(seed, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const [caption, headline, standfirst, ...rest] = lines;
  const end = rest.findIndex((line) => line.startsWith('פרסום ראשון'));
  const body = rest.slice(0, end).flatMap((line, at, all): ReadPart[] => {
    if (all[at - 1] === line) return [];
    if (all[at + 1] !== line) return [{ text: line }];
    const [, words = line, credit = null] = /^(.*) \(Photo: (.*)\)$/.exec(line) ?? [];
    return [{ caption: words, credit }];
  });
  return { caption, headline, standfirst, body, firstPublishedLine: rest[end], form: rest.slice(end + 1) };
}

const theWholeStory = /* GraphQL */ `
  query TheWholeStory($url: Url!) {
    article(url: $url) {
      id
      headline
      standfirst
      language
      direction
      status
      revision
      updatedAt
      leadFigure { ...Words }
      body {
        __typename
        ... on ParagraphElement { text html }
        ...Words
      }
      figures { caption }
      bodyText
      bodyHtml
      firstPublishedAt
      firstPublishedLine(locale: "he")
      thread { state commentCount comments(first: 5) { nodes { id } } }
    }
  }
  fragment Words on FigureElement {
    role
    caption
    credit
    image { id attribution(locale: "en") { text } }
  }
`;

describe.skipIf(!isThere)('the seed page, from the command to every reader', () => {
  const expected = isThere ? readSeed() : null;
  let house: House;
  let imported: DatelineRun;
  let url: string;

  const importFile = (file: string) =>
    house.dateline(['import', file, '--language', 'en', '--time-zone', 'Asia/Jerusalem']);
  const askForStory = () => house.graph(theWholeStory, { url });

  beforeAll(async () => {
    house = await startHouse();
    imported = await importFile(seed);
    url = /http\S+/.exec(imported.stdout)?.[0] ?? '';
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  it('is imported by one command, which says where to read it', () => {
    expect(imported).toMatchObject({ exitCode: 0, stderr: '' });
    expect(imported.stdout).toMatch(/^created +Putin gives no indication/);
    expect(url).toMatch(new RegExp(`^${house.urls.web}/articles/\\S+$`));
  });

  it('answers one query with the whole story: words, figures with their credits, times and conversation', async () => {
    const { data, errors } = await askForStory();
    expect(errors).toEqual([]);
    const { article } = data;
    expect(article).toMatchObject({
      headline: 'Putin gives no indication Russia to leave Syria anytime soon',
      standfirst: expected?.standfirst,
      language: 'en',
      direction: 'LTR',
      status: 'PUBLISHED',
      leadFigure: { role: 'LEAD', caption: 'Putin and Assad embrace', credit: null, image: null },
      firstPublishedAt: '2017-11-21T21:03:00+02:00',
      firstPublishedLine: 'פרסום ראשון: 11.21.17, 21:03',
      thread: { state: 'OPEN', commentCount: 0, comments: { nodes: [] } },
    });
    expect(article.firstPublishedLine).toBe(expected?.firstPublishedLine);
    expect(article.leadFigure.caption).toBe(expected?.caption);
  });

  it('has its body in the order of the page: 11 paragraphs, and 3 figures between them', async () => {
    const { body } = (await askForStory()).data.article;
    const kinds = body.map(({ __typename }: { __typename: string }) => __typename.charAt(0)).join('');
    expect(kinds).toBe('PPPPFPPFPPFPPP');
    expect(body).toMatchObject(expected?.body ?? []);
    const figures = body.filter(({ __typename }: { __typename: string }) => __typename === 'FigureElement');
    expect(figures).toMatchObject([
      { role: 'INLINE', caption: expect.stringMatching(/Sochi$/), credit: null, image: null },
      { role: 'INLINE', caption: 'Putin and Assad embrace', credit: null, image: null },
      { role: 'INLINE', caption: expect.stringMatching(/Mediterranean$/), credit: 'Reuters', image: null },
    ]);
  });

  it("has nothing of the comment form's own words", async () => {
    const { article } = (await askForStory()).data;
    expect(expected?.form).toHaveLength(2);
    for (const words of expected?.form ?? []) expect(JSON.stringify(article)).not.toContain(words);
  });

  it('changes nothing when it is imported again', async () => {
    const before = (await askForStory()).data.article;
    const again = await importFile(seed);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(again.stdout).toMatch(/^unchanged /);
    expect((await askForStory()).data.article).toEqual(before);
    expect(await countArticles()).toBe(1);
  });

  it('refuses a file that is no page dump by its name and what is missing, and stores nothing', async () => {
    const file = join(house.folder, 'shopping.txt');
    await writeFile(file, 'Milk\n\nBread\n');
    const refused = await importFile(file);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('shopping.txt: is no page dump');
    expect(refused.stderr).toContain('first-published line');
    expect(await countArticles()).toBe(1);
  });

  it('stands in RSS with its caption and credit', async () => {
    const response = await fetch(`${house.urls.syndication}/feeds/all.rss`);
    const { channel } = new XMLParser({ isArray: (name) => name === 'item' }).parse(await response.text()).rss;
    expect(channel.item).toHaveLength(1);
    const [item] = channel.item;
    expect(item).toMatchObject({ title: expected?.headline, link: url, description: expected?.standfirst });
    expect(item.pubDate).toBe('Tue, 21 Nov 2017 19:03:00 GMT');
    expectWholeText(decodeHtml(item['content:encoded']));
  });

  it('stands in JSON Feed with its caption and credit', async () => {
    const response = await fetch(`${house.urls.syndication}/feeds/all.json`);
    const { items } = JSON.parse(await response.text());
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ title: expected?.headline, url, date_published: '2017-11-21T21:03:00+02:00' });
    expectWholeText(items[0].content_html);
  });

  it('has a page with headline, captions, credit, first-published line and JSON-LD', async () => {
    const response = await fetch(url);
    expect(response.status, house.logs('web')).toBe(200);
    const html = await response.text();
    expect(html).toContain(`<h1>${expected?.headline}</h1>`);
    expect(html).toMatch(/<html lang="en" dir="ltr"/);
    expectWholeText(html);
    const text = textOf(html);
    expect(text).toContain(expected?.caption);
    expect(text).toContain(expected?.standfirst);
    expect(text).toContain('First published: 11.21.17, 21:03');
    expect(html).toContain('datetime="2017-11-21T21:03:00+02:00"');
    const [jsonLd, ...others] = jsonLdOf(html);
    expect(others).toEqual([]);
    expect(jsonLd).toMatchObject({ '@type': 'NewsArticle', headline: expected?.headline, url });
    expect(new Date(String(jsonLd?.['datePublished'])).toISOString()).toBe('2017-11-21T19:03:00.000Z');
  });

  it('shows headline, captions and credit to who opens its page in a browser', async () => {
    await using browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(url);
    expect(await page.locator('h1').textContent()).toBe(expected?.headline);
    const captions = (expected?.body ?? []).flatMap(({ caption }) => caption ?? []);
    expect(await page.locator('figure .caption').allInnerTexts()).toEqual([expected?.caption, ...captions]);
    expect(await page.locator('figure .credit').allInnerTexts()).toEqual(['Photo: Reuters']);
    expect(await page.locator('.first-published').textContent()).toBe('First published: 11.21.17, 21:03');
    await page.getByRole('link', { name: 'Sign in to take part' }).waitFor();
  });

  /** Every word of the body in its order, and the credit as a line of its own. */
  function expectWholeText(html: string): void {
    const read = textOf(html);
    const parts = (expected?.body ?? []).map(({ text, caption }) => text ?? caption ?? '');
    const places = parts.map((part, at) => read.indexOf(part, at === 0 ? 0 : read.indexOf(parts[at - 1] ?? '')));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(read).toMatch(/Mediterranean\s+Photo: Reuters/);
  }

  async function countArticles(): Promise<number> {
    const token = await house.token('EDITOR');
    const { data } = await house.graph(
      '{ articles(first: 5, filter: { statuses: [DRAFT, SCHEDULED, PUBLISHED, WITHDRAWN] }) { nodes { id } } }',
      {},
      { token },
    );
    return data.articles.nodes.length;
  }
});
