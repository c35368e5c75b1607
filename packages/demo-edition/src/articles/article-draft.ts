import { minutesBefore, toZonedIso } from '../edition-time.ts';
import { demoId, demoPictureId } from '../ids.ts';
import type { DemoArticle, DemoBodyElement, DemoByline, DemoLanguage, DemoPlainElement } from '../types.ts';

/** An entry of a live story; drafts stand newest first. */
export interface EntryDraft {
  readonly live: string;
  readonly hoursAgo: number;
  readonly body: readonly ElementDraft[];
}

/** A body element before it has an id. A bare string is a paragraph of inline HTML; `related` is a slug of the same language. */
export type ElementDraft =
  | string
  | { readonly h2: string }
  | { readonly list: readonly string[]; readonly ordered?: boolean }
  | { readonly quote: string; readonly by?: string; readonly pull?: boolean }
  | { readonly lead: string; readonly caption?: string; readonly credit?: string }
  | { readonly figure: string; readonly caption?: string; readonly credit?: string }
  | { readonly table: readonly (readonly string[])[]; readonly head: readonly string[]; readonly caption?: string }
  | { readonly related: string }
  | { readonly embed: string; readonly provider: string; readonly title: string };

/** An article as its author writes it down. Times are hours before the edition. */
export interface ArticleDraft {
  readonly slug: string;
  readonly previousSlugs?: readonly string[];
  readonly kicker?: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly dateline?: string;
  readonly section: string;
  readonly topics: readonly string[];
  readonly by: readonly DemoByline[];
  readonly urgency: number;
  readonly hoursAgo: number;
  readonly updatedHoursAgo?: number;
  readonly corrections?: readonly { readonly note: string; readonly hoursAgo: number }[];
  readonly body: readonly (ElementDraft | EntryDraft)[];
}

/** Gives a draft its ids and its dates. The last correction or update is when it was last published. */
export function fileArticle(
  draft: ArticleDraft,
  language: DemoLanguage,
  timeZone: string,
  editionTime: Date,
): DemoArticle {
  const at = (hoursAgo: number) => toZonedIso(minutesBefore(editionTime, Math.round(hoursAgo * 60)), timeZone);
  const corrections = (draft.corrections ?? []).map(({ note, hoursAgo }) => ({ note, publishedAt: at(hoursAgo) }));
  const lastHoursAgo = Math.min(
    draft.hoursAgo,
    draft.updatedHoursAgo ?? draft.hoursAgo,
    ...(draft.corrections ?? []).map(({ hoursAgo }) => hoursAgo),
  );
  return {
    id: demoId('article', `${language}/${draft.slug}`),
    slug: draft.slug,
    previousSlugs: draft.previousSlugs ?? [],
    language,
    timeZone,
    ...(draft.kicker ? { kicker: draft.kicker } : {}),
    headline: draft.headline,
    standfirst: draft.standfirst,
    ...(draft.dateline ? { dateline: draft.dateline } : {}),
    body: draft.body.map((element, index): DemoBodyElement => {
      const key = `${language}/${draft.slug}/${index}`;
      if (typeof element === 'string' || !('live' in element)) return fileElement(element, key, language);
      const body = element.body.map((inner, place) => fileElement(inner, `${key}/${place}`, language));
      const publishedAt = at(element.hoursAgo);
      return { kind: 'liveEntry', id: demoId('element', key), headline: element.live, publishedAt, body };
    }),
    bylines: draft.by,
    sectionSlug: draft.section,
    topicSlugs: draft.topics,
    urgency: draft.urgency,
    firstPublishedAt: at(draft.hoursAgo),
    publishedAt: at(lastHoursAgo),
    updatedAt: at(lastHoursAgo),
    corrections,
  };
}

function fileElement(draft: ElementDraft, key: string, language: DemoLanguage): DemoPlainElement {
  const id = demoId('element', key);
  if (typeof draft === 'string') return { kind: 'paragraph', id, html: draft };
  if ('h2' in draft) return { kind: 'heading', id, level: 2, text: draft.h2 };
  if ('list' in draft) return { kind: 'list', id, ordered: draft.ordered ?? false, items: draft.list };
  if ('quote' in draft) {
    return {
      kind: 'quote',
      id,
      html: draft.quote,
      pull: draft.pull ?? false,
      ...(draft.by ? { attribution: draft.by } : {}),
    };
  }
  if ('table' in draft) {
    return {
      kind: 'table',
      id,
      head: draft.head,
      rows: draft.table,
      ...(draft.caption ? { caption: draft.caption } : {}),
    };
  }
  if ('related' in draft) return { kind: 'related', id, articleId: demoId('article', `${language}/${draft.related}`) };
  if ('embed' in draft) return { kind: 'embed', id, provider: draft.provider, url: draft.embed, title: draft.title };
  const pictureKey = 'lead' in draft ? draft.lead : draft.figure;
  return {
    kind: 'figure',
    id,
    role: 'lead' in draft ? 'LEAD' : 'INLINE',
    pictureKey,
    pictureId: demoPictureId(pictureKey),
    ...(draft.caption ? { caption: draft.caption } : {}),
    ...(draft.credit ? { credit: draft.credit } : {}),
  };
}
