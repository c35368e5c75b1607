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
  /** Which parser made the item: 'page-text'. */
  format: z.string().min(1),
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
  topics: z.array(z.strictObject({ title: z.string().min(1), mediaTopic: z.string().optional() })),
  copyright: z.string().optional(),
  usageTerms: z.string().optional(),
  /** The story's own page, where it is known. */
  url: z.url({ protocol: /^https?$/ }).optional(),
});

export type NewsItem = z.infer<typeof newsItem>;

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
