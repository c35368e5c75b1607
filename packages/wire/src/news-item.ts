import { z } from 'zod';
import { type BodyElement, bodyElement, type Figure } from './body-element.ts';

/** Well formed BCP 47: 'en', 'he', 'ar-EG'. */
export const languageTag = z.string().refine(isLanguageTag, 'is not a language tag, such as en or ar-EG');

/** A zone of the IANA database: 'Asia/Jerusalem'. */
export const timeZoneName = z.string().refine(isTimeZone, 'is not a time zone, such as Asia/Jerusalem');

const dateTime = z.iso.datetime({ offset: true });

/**
 * One story, whatever format it came in or goes out by. It says what the story is and nothing of how it looks:
 * direction follows from the language. Dates are RFC 3339 with an offset; (source, sourceId) names the story for ever.
 */
export const newsItem = z.strictObject({
  /** Who sent it: the agency, or the format when no sender is known. */
  source: z.string().min(1),
  /** The sender's own id of the story; the same for every later version of it. */
  sourceId: z.string().min(1),
  /** Which parser made the item. */
  format: z.string().min(1),
  /** What it is. Stories are imported; a picture on its own goes to media; others are passed over and counted. */
  type: z.enum(['text', 'picture', 'graphic', 'video', 'audio', 'composite']).default('text'),
  /** The supplier's count of versions, digits only. Of two versions the higher one is newer. */
  version: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  /** When the supplier made this version. Decides which is newer where `version` does not. */
  versionCreatedAt: dateTime.optional(),
  /** IPTC pubStatus: 'canceled' is a kill, 'withheld' is not to be shown for now. */
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).default('usable'),
  /** Why it is withheld or canceled. */
  statusReason: z.string().min(1).optional(),
  /** Not to be shown before. */
  embargoedUntil: dateTime.optional(),
  language: languageTag,
  headline: z.string().min(1),
  kicker: z.string().optional(),
  standfirst: z.string().optional(),
  /** Where and when the story was filed: 'SOCHI, Nov 21'. */
  dateline: z.string().optional(),
  /** In reading order. The lead picture, where there is one, is the figure whose role is LEAD. */
  body: z.array(bodyElement),
  firstPublishedAt: dateTime.optional(),
  publishedAt: dateTime.optional(),
  updatedAt: dateTime.optional(),
  /** The newsroom's zone, in which its dates are meant. */
  timeZone: timeZoneName.optional(),
  bylines: z.array(z.strictObject({ name: z.string().min(1), role: z.string().optional() })),
  topics: z.array(
    z.strictObject({
      title: z.string().min(1),
      kind: z.enum(['SUBJECT', 'PERSON', 'ORGANISATION', 'PLACE', 'EVENT']).optional(),
      /** IPTC Media Topics code: 'medtop:20000010'. */
      mediaTopic: z
        .string()
        .regex(/^medtop:\d{8}$/)
        .optional(),
    }),
  ),
  /** 1 (flash) to 8. */
  urgency: z.int().min(1).max(8).optional(),
  /** The supplier's word for what kind of text it is: 'Feature', 'Analysis'. */
  genres: z.array(z.string().min(1)).optional(),
  keywords: z.array(z.string().min(1)).optional(),
  /** The working title by which a desk finds the story: 'Markets-Close'. */
  slugline: z.string().min(1).optional(),
  /** A note to editors, never to readers. */
  editorialNote: z.string().min(1).optional(),
  /** Who is to be credited: 'Reuters'. */
  creditLine: z.string().min(1).optional(),
  /**
   * Corrections that the supplier tells of. `note` is what it says of one to readers, as plain text; without one there is
   * nothing for readers: a note to editors is never one.
   */
  corrections: z.array(z.strictObject({ note: z.string().min(1).optional(), at: dateTime.optional() })).optional(),
  /** Whether everybody may read it; false where it is for subscribers. Missing where the supplier says nothing of it. */
  isAccessibleForFree: z.boolean().optional(),
  /** The same supplier's id of the item that this one translates. */
  translationOf: z.string().min(1).optional(),
  copyright: z.string().optional(),
  usageTerms: z.string().optional(),
  /** The story's own page, where it is known. */
  url: z.url({ protocol: /^https?$/ }).optional(),
});

export type NewsItem = z.infer<typeof newsItem>;

/** An item as a parser writes it: what has a default may be left out. */
export type NewsItemInput = z.input<typeof newsItem>;

/** The picture on top of the story, when it has one. */
export function leadFigure(item: Pick<NewsItem, 'body'>): Figure | undefined {
  return item.body.find((element): element is Figure => isFigure(element) && element.role === 'LEAD');
}

function isFigure(element: BodyElement): element is Figure {
  return element.kind === 'figure';
}

function isLanguageTag(tag: string): boolean {
  return accepts(() => Intl.getCanonicalLocales(tag));
}

function isTimeZone(name: string): boolean {
  return accepts(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

/** Intl says no by throwing a RangeError. */
function accepts(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
