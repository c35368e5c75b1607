import type { GraphClient } from '@dateline/client/graph-client';
import type { TypedDocument } from '@dateline/client/typed-document';
import type { Feed } from '@dateline/wire/feed';
import { EditionFeedDocument, type FeedArticleFragment, SectionFeedDocument } from '../__generated__/operations.ts';
import { type FeedSelection, feedPath } from './feed-selection.ts';
import { toFeedItem } from './to-feed-item.ts';

/** As many stories as a reader program that looks once a day should not miss. */
const maxItems = 50;
const editionName = 'Dateline';

export interface LoadFeedOptions {
  readonly client: GraphClient;
  readonly siteUrl: string;
  readonly feedUrl: string;
}

export interface LoadedFeed {
  /** Its own address has still to get the format's ending. */
  readonly feed: Feed;
  /** False when a part of the graph was away (media, say): good to read, not good to keep. */
  readonly whole: boolean;
}

/** The graph did not give what a feed needs. */
export class GraphUnavailableError extends Error {
  override readonly name = 'GraphUnavailableError';
}

/** Reads a feed's stories through the gateway; null where there is no such section or language. */
export async function loadFeed(selection: FeedSelection, options: LoadFeedOptions): Promise<LoadedFeed | null> {
  const { client, siteUrl, feedUrl } = options;
  const self = `${feedUrl}${feedPath(selection)}`;
  if (selection.of === 'section') {
    const answer = await ask(client, SectionFeedDocument, { slug: selection.slug, first: maxItems });
    if (answer === null) return null;
    const { whole } = answer;
    const { section } = answer.data;
    // A section that is away is not one that is not there: reader programs drop a feed that answers 404.
    if (section === null && !whole) throw new GraphUnavailableError('The gateway could not look for the section.');
    if (section === null) return null;
    const { slug, title, language, articles } = section;
    const homeUrl = `${siteUrl}/sections/${encodeURIComponent(slug)}`;
    return {
      whole,
      feed: feedOf({ title: `${editionName}: ${title}`, homeUrl, self, articles: articles.nodes, language }),
    };
  }
  const language = selection.of === 'language' ? selection.language : undefined;
  const filter = language === undefined ? null : { languages: [language] };
  const answer = await ask(client, EditionFeedDocument, { first: maxItems, filter });
  if (answer === null) return null;
  const { data, whole } = answer;
  const title = language === undefined ? editionName : `${editionName} (${nameOfLanguage(language)})`;
  return { whole, feed: feedOf({ title, homeUrl: `${siteUrl}/`, self, articles: data.articles.nodes, language }) };
}

/** Null when the graph refuses the selection itself: no section or language can be called that. */
async function ask<Result, Variables>(
  client: GraphClient,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
) {
  const { data, errors } = await client.request(document, variables).catch((error: unknown) => {
    throw new GraphUnavailableError('The gateway did not answer.', { cause: error });
  });
  if (errors.some(({ code }) => code === 'BAD_USER_INPUT')) return null;
  if (data === null)
    throw new GraphUnavailableError(`The gateway gave no data: ${errors.map(({ code }) => code).join(', ')}`);
  return { data, whole: errors.length === 0 };
}

interface FeedParts {
  readonly title: string;
  readonly homeUrl: string;
  readonly self: string;
  readonly articles: readonly FeedArticleFragment[];
  readonly language: string | undefined;
}

function feedOf({ title, homeUrl, self, articles, language }: FeedParts): Feed {
  return {
    title,
    description: title,
    homeUrl,
    feedUrl: self,
    items: articles.map(toFeedItem),
    ...(language === undefined ? {} : { language }),
  };
}

/** 'עברית' for 'he': a language by its own name. */
function nameOfLanguage(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
