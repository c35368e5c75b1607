import type { BodyElement } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import type { DraftPart, IdentifiedDraft } from '../draft-item.ts';
import { htmlBody } from '../html-body.ts';
import { languageOf } from '../language.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import type { ParseOptions } from '../parsed-item.ts';
import { lineFromHtml } from '../plain-text.ts';
import { webAddress } from '../web-address.ts';
import { readDate } from '../wire-date.ts';
import { contentOfPost, excerptOf } from './attachment.ts';
import type { WxrChannel } from './channel.ts';
import { metaOf } from './meta.ts';
import { galleryMark, htmlOfPost } from './shortcodes.ts';

/** A post as an item, and the attachments that it shows: they may come later in the export. */
export interface WxrPost {
  readonly draft: IdentifiedDraft;
  readonly leadId: string | undefined;
  readonly galleryIds: readonly string[];
}

/**
 * A post or page. Its id is that of the post at its site. What readers of the blog could see is usable; a future post is
 * embargoed until its time; drafts, pending and private posts are withheld, and so is the trash: WordPress takes posts back
 * out of it, and a kill is for good.
 */
export function wxrPost(item: MarkupElement, channel: WxrChannel, options: ParseOptions): WxrPost {
  const body = htmlBody(htmlOfPost(contentOfPost(item)), { baseUrl: options.url ?? channel.siteUrl });
  const site = URL.parse(channel.siteUrl ?? '')?.hostname.replace(/^www\./, '');
  const text = (name: string) => cleanLine(textOf(childOf(item, name)));
  const id = text('post_id');
  const dates = datesOf(item, options);
  return {
    draft: {
      source: options.source ?? site ?? 'wxr',
      sourceId: id ? `${site ?? 'wxr'}:${id}` : text('guid'),
      format: 'wxr',
      type: 'text',
      ...statusOf(item, dates.publishedAt),
      ...dates,
      timeZone: options.timeZone,
      language: languageOf(channel.language, options.language),
      headline: lineFromHtml(textOf(childOf(item, 'title'))),
      standfirst: lineFromHtml(excerptOf(item)),
      body,
      bylines: bylinesOf(item, channel),
      topics: topicsOf(item),
      url: isPublished(item) ? webAddress(textOf(childOf(item, 'link'))) : undefined,
    },
    leadId: /^\d{1,15}$/.exec(metaOf(item, '_thumbnail_id') ?? '')?.[0],
    galleryIds: body.flatMap((element) => galleryIdsOf(element)),
  };
}

/** The attachments that stand for this element; none for any other. */
export function galleryIdsOf(element: BodyElement): string[] {
  const ids = element.kind === 'paragraph' ? galleryMark.exec(element.html)?.[1] : undefined;
  return ids === undefined ? [] : ids.split('-').slice(1);
}

function isPublished(item: MarkupElement): boolean {
  return (textOf(childOf(item, 'status')) ?? 'publish') === 'publish' && !textOf(childOf(item, 'post_password'));
}

function statusOf(item: MarkupElement, publishedAt: string | undefined): DraftPart {
  const status = textOf(childOf(item, 'status')) ?? 'publish';
  if (status === 'trash') return { pubStatus: 'withheld', statusReason: 'is in the trash' };
  if (textOf(childOf(item, 'post_password'))) return { pubStatus: 'withheld', statusReason: 'is behind a password' };
  if (status === 'publish') return { pubStatus: 'usable' };
  if (status === 'future' && publishedAt) return { pubStatus: 'usable', embargoedUntil: publishedAt };
  return { pubStatus: 'withheld', statusReason: `its status is '${status.slice(0, 40)}'` };
}

/** In UTC where the export has it; the blog's own time is meant in its zone. A missing date is '0000-00-00'; that of a draft is only when it was saved. */
function datesOf(item: MarkupElement, options: ParseOptions) {
  const dateOf = (name: string) =>
    readDate(textOf(childOf(item, `${name}_gmt`)), { timeZone: 'UTC' }) ??
    readDate(textOf(childOf(item, name)), options);
  const published = dateOf('post_date') ?? readDate(textOf(childOf(item, 'pubDate')), options);
  const modified = dateOf('post_modified');
  const isDated = ['publish', 'future', 'private'].includes(textOf(childOf(item, 'status')) ?? 'publish');
  return {
    versionCreatedAt: modified,
    firstPublishedAt: isPublished(item) ? published : undefined,
    publishedAt: isDated ? published : undefined,
    updatedAt: modified,
  };
}

function bylinesOf(item: MarkupElement, channel: WxrChannel): DraftPart['bylines'] {
  const logins = childrenOf(item, 'creator').flatMap((creator) => cleanLine(textOf(creator)) ?? []);
  return logins.map((login) => ({ name: channel.authors.get(login) ?? login }));
}

/** Categories and tags, each once. 'Uncategorized' is how WordPress says that there is none. */
function topicsOf(item: MarkupElement): NonNullable<DraftPart['topics']> {
  const titles = childrenOf(item, 'category')
    .filter((category) => ['category', 'post_tag'].includes(attributeOf(category, 'domain') ?? 'category'))
    .filter((category) => attributeOf(category, 'nicename') !== 'uncategorized')
    .flatMap((category) => lineFromHtml(textOf(category)) ?? []);
  return [...new Set(titles)].map((title) => ({ title }));
}
