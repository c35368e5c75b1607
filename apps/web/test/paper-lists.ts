import { GraphQLError } from 'graphql';

type Listed = { readonly id: string; readonly headline: unknown; readonly standfirst: unknown };

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
}

/** Lists and search of the graph on paper. A cursor is the id of the story before. */
export function paperPage<Story extends Listed>(stories: readonly Story[], { first, after }: PageArgs) {
  const start = after ? stories.findIndex(({ id }) => id === after) + 1 : 0;
  if (after && start === 0) throw refused('after', 'after is not a cursor of this list.');
  const nodes = stories.slice(start, start + first);
  const endCursor = nodes.at(-1)?.id ?? null;
  const hasNextPage = start + first < stories.length;
  return { nodes, edges: [], pageInfo: { hasNextPage, hasPreviousPage: start > 0, startCursor: null, endCursor } };
}

/** Finds a text as it stands, and marks it as the graph does: everything else is escaped. */
export function paperSearch(stories: readonly Listed[], { text, ...page }: PageArgs & { readonly text: string }) {
  if (text.length > 256) throw refused('text', 'text has at most 256 characters.');
  if (text.includes('\0')) throw refused('somewhere', 'Said <b>plainly</b>.');
  if (text === 'of the') throw refused('text', 'This search takes too long.', 'TOO_COSTLY');
  const found = stories.filter(({ headline, standfirst }) => `${headline} ${standfirst}`.includes(text));
  const { nodes, pageInfo } = paperPage(found, page);
  const edges = nodes.map((node) => ({
    cursor: node.id,
    node,
    snippet: marked(String(node.standfirst), text),
    headlineHtml: marked(String(node.headline), text),
    score: 1,
  }));
  const totalCount = text === 'lamp' ? 10_000 : found.length;
  return { nodes, edges, pageInfo, totalCount, isCorrected: text === 'lamp' };
}

function marked(words: string, text: string): string {
  return words
    .split(text)
    .map(escaped)
    .join(`<mark>${escaped(text)}</mark>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function refused(field: string, message: string, code = 'BAD_USER_INPUT'): GraphQLError {
  return new GraphQLError(message, { extensions: { code, field: [field] } });
}
