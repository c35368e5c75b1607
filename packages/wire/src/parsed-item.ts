import { z } from 'zod';
import { type NewsItem, type NewsItemInput, newsItem } from './news-item.ts';

/** What became of one item of an input. `place` says where it stands there: 'item 3', 'line 12', 'newsItem 2'. */
export type ParsedItem =
  | { readonly ok: true; readonly place: string; readonly item: NewsItem }
  | { readonly ok: false; readonly place: string; readonly reason: string };

/** What whoever imports knows and the input may not say. */
export interface ParseOptions {
  /** Who sent it, in place of what the item says of its sender. */
  readonly source?: string | undefined;
  /** The language of items that name none, BCP 47. */
  readonly language?: string | undefined;
  /** The zone (IANA) of dates without one. Without it such a date is meant in UTC. */
  readonly timeZone?: string | undefined;
  /** The address that it came from: relative addresses are meant from there. */
  readonly url?: string | undefined;
}

/** An item at a place, checked against the neutral model: what breaks it is a reason for people, never an exception. */
export function parsedItem(place: string, item: NewsItemInput): ParsedItem {
  const parsed = newsItem.safeParse(item);
  if (parsed.success) return { ok: true, place, item: parsed.data };
  return { ok: false, place, reason: z.prettifyError(parsed.error).replaceAll('\n', ' ') };
}

export function failedItem(place: string, reason: string): ParsedItem {
  return { ok: false, place, reason };
}
