import type { BodyElement } from '@dateline/wire/body-element';
import { textElement } from '@dateline/wire/markup';
import type { NewsItem } from '@dateline/wire/news-item';
import type { BodyElementInput, ImportArticleInput } from '../__generated__/operations.ts';

/** What the newsroom says of an item, beside what the item says of itself. */
export interface ImportChoices {
  readonly sectionSlug?: string | undefined;
  readonly topicSlugs?: readonly string[] | undefined;
  /** False leaves it a draft. */
  readonly publish: boolean;
}

const pubStatuses = { usable: 'USABLE', withheld: 'WITHHELD', canceled: 'CANCELED' } as const;

/** A parsed item as the graph takes it in. */
export function toImportInput(
  item: NewsItem,
  { sectionSlug, topicSlugs = [], publish }: ImportChoices,
): ImportArticleInput {
  return {
    source: item.source,
    sourceId: item.sourceId,
    sourceUrl: item.url,
    format: item.format,
    language: item.language,
    timeZone: item.timeZone ?? 'UTC',
    headline: item.headline,
    kicker: item.kicker,
    standfirst: item.standfirst,
    dateline: item.dateline,
    body: item.body.map(toBodyElementInput),
    bylines: item.bylines,
    sectionSlug,
    topicSlugs,
    topics: item.topics.map(({ title, kind = 'SUBJECT', mediaTopic }) => ({ title, kind, mediaTopic })),
    urgency: item.urgency ?? 5,
    firstPublishedAt: item.firstPublishedAt,
    version: item.version,
    versionCreatedAt: item.versionCreatedAt,
    pubStatus: pubStatuses[item.pubStatus],
    statusReason: item.statusReason,
    embargoedUntil: item.embargoedUntil,
    translationOfSourceId: item.translationOf,
    copyrightNotice: item.copyright,
    usageTerms: item.usageTerms,
    isAccessibleForFree: item.isAccessibleForFree ?? true,
    // What is not for readers has no note.
    corrections: (item.corrections ?? []).flatMap(({ note, at }) => (note ? [{ note, publishedAt: at }] : [])),
    publish,
  };
}

/** The graph names an element by its one field. Inside an article, headings go from 2 (under the headline) to 4. */
function toBodyElementInput(element: BodyElement): BodyElementInput {
  switch (element.kind) {
    case 'paragraph':
      return { paragraph: { html: element.html } };
    case 'heading':
      return { heading: { level: Math.min(4, Math.max(2, element.level)), text: element.text } };
    case 'list':
      return { list: { ordered: element.ordered, items: element.items } };
    case 'quote':
      return { quote: { html: element.html, attribution: element.attribution, pull: element.pull } };
    case 'figure': {
      const { role, caption, credit, altText, picture } = element;
      return { figure: { role, caption, credit, altText, pictureReference: picture?.url ?? picture?.fileName } };
    }
    case 'embed':
      return { embed: { provider: element.provider, url: element.url, title: element.title } };
    case 'table':
      return { table: { caption: element.caption, head: element.head, rows: element.rows } };
    case 'related':
      // The graph's own kind names an article of ours; a story elsewhere is a link.
      return { paragraph: { html: textElement('a', element.title, { href: element.url }) } };
    case 'liveEntry': {
      const { headline, publishedAt, body } = element;
      return { liveEntry: { headline, publishedAt, body: body.map(toBodyElementInput) } };
    }
  }
}
