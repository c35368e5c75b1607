import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Page } from '@dateline/service-kit/connection';
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { articleBylines, articleTopics } from '../../db/tables/article-parts.ts';
import { articles } from '../../db/tables/articles.ts';
import { factConditions } from './filter-conditions.ts';
import type { ArticleFilter, ArticleOrder } from './store.ts';

/** Where the facts stand that lists filter and sort by: with the article, and beside each link of it to a topic or a contributor. */
const places = {
  article: { table: articles, id: articles.id, link: null },
  topic: { table: articleTopics, id: articleTopics.articleId, link: articleTopics.topicId },
  contributor: { table: articleBylines, id: articleBylines.articleId, link: articleBylines.contributorId },
} as const;

export type ListPlace = keyof typeof places;
type Place = (typeof places)[ListPlace];

/** More links than this are looked for together: a statement has an end. */
const maxBranches = 20;

/**
 * The ids of one page and one more, as a subselect. It is read from one index in the order of the list, wherever the list
 * hangs from: an article's other columns are fetched for those alone. Where any of several topics or contributors will do,
 * each gives its own first ones.
 */
export function pageOfIds(filter: ArticleFilter, order: ArticleOrder, page: Page): SQL {
  const { topicIds, contributorIds } = filter;
  const links = contributorIds ?? topicIds;
  if (links === undefined) return branchOf('article', null, { filter, order, page });
  if (links.length === 0) return sql`select null::uuid where false`;
  const from = contributorIds ? 'contributor' : 'topic';
  const rest = from === 'contributor' ? filter : { ...filter, topicIds: undefined };
  const some = links.length > maxBranches ? [links] : links.map((link) => [link]);
  const branches = some.map((group) => branchOf(from, inList(group), { filter: rest, order, page }));
  if (branches.length === 1 && branches[0]) return branches[0];
  const keys = columnsOf(places[from], order).map((_, index) => sql.raw(`key${index}`));
  const union = sql.join(
    branches.map((branch) => sql`(${branch})`),
    sql` union `,
  );
  const sorted = orderByKeyset(
    columnsOf(places[from], order).map((column, index) => ({ ...column, column: keys[index] ?? column.column })),
    page,
  );
  return sql`select id from (${union}) as found order by ${sql.join(sorted, sql`, `)} limit ${page.limit + 1}`;
}

/** Those of one parent, whose id is a column of a query around it. */
export function pageOfParent(from: Exclude<ListPlace, 'article'>, parentId: SQL, page: Page): SQL {
  const filter = { statuses: ['PUBLISHED'] as const };
  return sql`select id from (${branchOf(from, sql`= ${parentId}`, { filter, order: 'PUBLISHED_AT_DESC', page })}) as found`;
}

interface Wanted {
  readonly filter: Omit<ArticleFilter, 'topicIds'> & { readonly topicIds?: readonly string[] | undefined };
  readonly order: ArticleOrder;
  readonly page: Page;
}

/** With its sort keys beside the id, where an article may come twice. `linked` is what its link must be. */
function branchOf(from: ListPlace, linked: SQL | null, { filter, order, page }: Wanted): SQL {
  const place = places[from];
  const columns = columnsOf(place, order);
  const keys = columns.map(({ column }, index) => sql`${column} as ${sql.raw(`key${index}`)}`);
  const selected =
    place.link === null ? sql`${place.id} as id` : sql`distinct ${place.id} as id, ${sql.join(keys, sql`, `)}`;
  const conditions = and(
    place.link === null || linked === null ? undefined : sql`${place.link} ${linked}`,
    inArray(place.table.status, [...filter.statuses]),
    ...factConditions(place.table, filter),
    about(place, filter.topicIds),
    afterKeyset(columns, page),
  );
  return sql`select ${selected} from ${place.table} where ${conditions}
    order by ${sql.join(orderByKeyset(columns, page), sql`, `)} limit ${page.limit + 1}`;
}

function columnsOf({ table, id }: Place, order: ArticleOrder): KeysetColumn[] {
  const descending = order !== 'PUBLISHED_AT_ASC';
  const listed: KeysetColumn = { column: table.listedAt, descending, type: 'timestamptz' };
  const last: KeysetColumn = { column: id, descending, type: 'uuid' };
  if (order === 'UPDATED_AT_DESC') return [{ ...listed, column: table.updatedAt }, last];
  if (order === 'URGENCY') return [{ column: table.urgency, descending: false, type: 'integer' }, listed, last];
  return [listed, last];
}

/** Asked for both: the contributor's list is walked, and each of its articles asked for its topics. */
function about({ id }: Place, topicIds: readonly string[] | undefined): SQL | undefined {
  if (topicIds === undefined) return undefined;
  return topicIds.length === 0
    ? sql`false`
    : sql`exists (select 1 from ${articleTopics} as topic where topic.article_id = ${id} and topic.topic_id ${inList(topicIds)})`;
}

function inList(ids: readonly string[]): SQL {
  return sql`in (${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
}
