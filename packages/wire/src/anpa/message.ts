import { readBylines } from '../bylines.ts';
import type { IdentifiedDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import type { ParseOptions } from '../parsed-item.ts';
import { lineFromHtml } from '../plain-text.ts';
import { topicsOfCategory } from './category.ts';
import { readHeader, type WireHeader } from './header.ts';
import { type MessageText, readMessageText } from './message-text.ts';
import { readSlug, type Slug } from './slug.ts';
import type { WireMessage } from './split-messages.ts';
import { statusOfMessage } from './taken-back.ts';
import { dayNamedIn, readWireTime, type WireTime } from './wire-time.ts';

export interface MessageDraft {
  readonly item: IdentifiedDraft;
  /** The ordinal of an add or take: the text goes on where the story before it ends. */
  readonly part?: number | undefined;
}

export type ReadMessage =
  | { readonly ok: true; readonly draft: MessageDraft }
  | { readonly ok: false; readonly reason: string };

/** One message as a draft. Its dates are those of its last line; without one it has none. */
export function readMessage({ head, text, trailer }: WireMessage, options: ParseOptions): ReadMessage {
  const header = readHeader(head);
  if (!header) return { ok: false, reason: 'has no header of ANPA 1312 or of IPTC 7901' };
  const isAnpa = header.kind === 'anpa-1312';
  const content = readMessageText(text, header);
  const slug = readSlug(content.slug ?? header.keyword);
  if (isAnpa && slug.isFragment)
    return { ok: false, reason: `'${slug.name}' changes some paragraphs of another message: that is done by hand` };
  const time = readWireTime(trailer, options);
  const orders = isAnpa ? [slug.order, readSlug(header.keyword).order] : [];
  const over = [header.keyword, content.headline ?? '', ...content.notes];
  const status = statusOfMessage(over, orders, isAnpa ? header.category : undefined);
  const isKill = status.pubStatus !== 'usable';
  const noteText = [...content.notes, ...(isKill ? textLines(content) : [])].join('\n') || undefined;
  const firstAt = !isKill && isFirst(header, slug) ? time?.at : undefined;
  const item: IdentifiedDraft = {
    source: options.source ?? time?.agency ?? header.source ?? header.kind,
    sourceId: idOf(header, slug, time, isKill ? (noteText ?? '') : ''),
    format: 'anpa',
    // ANPA counts leads but neither kills nor holds: its times decide, which every message has.
    version: header.version,
    versionCreatedAt: time?.at,
    ...status,
    statusReason: isKill ? noteText : undefined,
    language: languageOf(undefined, options.language),
    headline: content.headline ?? (isKill ? undefined : headlineOf(content)) ?? (slug.name || undefined),
    standfirst: content.standfirst,
    dateline: content.dateline,
    body: isKill ? [] : [...content.body],
    firstPublishedAt: firstAt,
    publishedAt: firstAt,
    updatedAt: time?.at,
    timeZone: options.timeZone,
    bylines: bylinesOf(content),
    topics: topicsOfCategory(header.category),
    urgency: header.urgency,
    slugline: slug.name || undefined,
    editorialNote: noteText,
  };
  return { ok: true, draft: { item, part: isAnpa ? slug.part : undefined } };
}

function isFirst({ version }: WireHeader, { lead }: Slug): boolean {
  return lead === undefined && (version === undefined || version === '1' || version === '0');
}

/**
 * ANPA has no id of a story: its name and day are one, as a desk knows it, and a kill may name the day of what it kills.
 * IPTC 7901 has the sender's id where he gives one; else the message's number and day, by which no later message finds it.
 */
function idOf(header: WireHeader, slug: Slug, time: WireTime | undefined, killText: string): string {
  if (header.storyId) return header.storyId;
  const day = time?.day ?? header.monthDay;
  const named = killText ? dayNamedIn(killText) : undefined;
  const key = header.kind === 'anpa-1312' && slug.key !== '' ? slug.key : header.number;
  return [key, named ? dayBefore(named, day ?? '') : day].filter((part) => part).join(':');
}

/** '=' ends each line of a byline; the one after the names is what they are: 'AP Sports Writer'. */
function bylinesOf({ bylines: [names, role] }: MessageText) {
  const people = readBylines(names);
  return people.map((person) => (role && !person.role ? { ...person, role } : person));
}

function textLines({ body }: MessageText): string[] {
  return body.flatMap((element) => (element.kind === 'paragraph' ? (lineFromHtml(element.html) ?? []) : []));
}

/** A flash has no headline: its first sentence is one. */
function headlineOf(content: MessageText): string | undefined {
  const first = textLines(content)[0];
  return first && /^.{1,200}?[.!?](?=\s|$)/su.exec(first)?.[0]?.replace(/\.$/, '');
}

/** A day of the year, 'MM-DD', as the last one of that name up to `day`, 'YYYY-MM-DD' or 'MM-DD'. */
function dayBefore(monthDay: string, day: string): string {
  const [, year, killed = ''] = /^(\d{4})-(\d\d-\d\d)$/.exec(day) ?? [];
  if (year === undefined) return monthDay;
  return `${monthDay <= killed ? year : Number(year) - 1}-${monthDay}`;
}
