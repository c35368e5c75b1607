import { createHash } from 'node:crypto';
import { parsePage, toConnection } from '@dateline/service-kit/connection';
import { z } from 'zod';
import type { QuerySearchArticlesArgs } from '../../__generated__/resolver-types.ts';
import type { Context } from '../../context.ts';
import type { ArticleRow } from '../article/article.ts';
import { parseFilter } from '../article/article-list.ts';
import { bodyText } from '../article/body-text.ts';
import { visibleStatuses } from '../article/rules.ts';
import type { SearchPage, SearchQuery } from './find-statement.ts';
import { findExact, findMeant } from './find-stories.ts';
import { findMarks, type Marks, markedHtml } from './mark-matches.ts';
import { spacelessLetters } from './normalise-word.ts';
import { parseSearchText } from './search-text.ts';
import { snippetHtml } from './snippet.ts';
import { type Hit, lexemesOf, searchStore } from './store.ts';

/** When the search began, in ms since 1970; whether misspelt words were replaced (1); the score and id of the row. */
const keyset = z.tuple([z.int().min(0).max(253_402_300_799_999), z.int().min(0).max(1), z.number(), z.uuid()]);

export type ArticleSearchPage = Awaited<ReturnType<typeof searchArticles>>;

/**
 * A page of what a text finds among what the viewer may see, best first. What is common is counted, and what was found is
 * marked, only for whoever asks for it.
 */
export async function searchArticles(
  context: Context,
  args: Partial<QuerySearchArticlesArgs> & { readonly text: string },
) {
  const { db, viewer, now, loaders } = context;
  const clauses = parseSearchText(args.text);
  const page = parsePage(args, { order: orderOf(args), keyset });
  const filter = await parseFilter(args.filter ?? {}, visibleStatuses(viewer), loaders);
  const [startedMs, replaced, score, id] = keyset.safeParse(page.keyset).data ?? [now.getTime(), 0, null, null];
  const searchPage: SearchPage = {
    limit: page.limit,
    asOf: new Date(startedMs),
    after: score === null ? null : { score, id },
  };
  const search = { db, filter, page: searchPage };
  const found =
    page.keyset === null
      ? ((await findExact(search, clauses)) ?? (await findMeant(search, clauses)))
      : await (replaced === 1 ? findMeant : findExact)(search, clauses);
  const { hits, totalCount, query } = found ?? { hits: [], totalCount: 0, query: null };
  const count = async () => totalCount ?? (query === null ? 0 : searchStore.count(db, query, filter));

  const marks = marksOf(db, query, hits);

  const rows = await loaders.articleById.loadMany(hits.map((hit) => hit.id));
  const articles = new Map(rows.flatMap((row) => (row && !(row instanceof Error) ? [[row.id, row] as const] : [])));
  const shown = hits.flatMap((hit) => {
    const node = articles.get(hit.id);
    return node ? [{ hit, node }] : [];
  });
  const connection = toConnection<Found>(shown, page, ({ hit }) => [
    startedMs,
    found?.replaced ?? 0,
    hit.score,
    hit.id,
  ]);
  return {
    ...connection,
    isCorrected: found?.replaced === 1,
    edges: connection.edges.map(({ cursor, node: { hit, node } }) => ({
      cursor,
      node,
      score: hit.score,
      get headlineHtml() {
        return marks(hit).then((found) => markedHtml(node.headline, findMarks(node.headline, found)));
      },
      get snippet() {
        return marks(hit).then((found) => snippetHtml(wholeText(node), found));
      },
    })),
    nodes: connection.nodes.map(({ node }) => node),
    count,
  };
}

interface Found {
  readonly hit: Hit;
  readonly node: ArticleRow;
}

const spaceless = new RegExp(`[${spacelessLetters}]`, 'u');

/** What is marked in each: looked up for all at once, when the first is asked for. */
function marksOf(db: Context['db'], query: SearchQuery | null, hits: readonly Hit[]): (hit: Hit) => Promise<Marks> {
  const { exact, prefixes } = lexemesOf(query?.wanted ?? '');
  const letters = new Set([...exact, ...prefixes].filter((word) => spaceless.test(word)));
  let found: ReturnType<typeof searchStore.findMarks> | null = null;
  return async ({ id }) => {
    found ??=
      query === null
        ? Promise.resolve(new Map())
        : searchStore.findMarks(
            db,
            query,
            hits.map((hit) => hit.id),
          );
    return { words: new Set((await found).get(id) ?? []), letters };
  };
}

function wholeText({ standfirst, body }: ArticleRow): string {
  return [standfirst ?? '', bodyText(body)].filter((part) => part !== '').join('\n');
}

/** A cursor of another text or filter is refused: its score says nothing here. */
function orderOf({ text, filter }: Partial<QuerySearchArticlesArgs>): string {
  return `SEARCH ${createHash('sha256')
    .update(JSON.stringify([text, filter ?? null]))
    .digest('base64url')
    .slice(0, 12)}`;
}
