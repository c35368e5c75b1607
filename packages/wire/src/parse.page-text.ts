import { createHash } from 'node:crypto';
import type { NewsItem } from './news-item.ts';
import { bodyFromBlock } from './page-text/body.ts';
import { splitCredit } from './page-text/caption.ts';
import { type FirstPublished, hasFirstPublishedLabel, readFirstPublished } from './page-text/first-published.ts';
import { commentFormLines } from './page-text/labels.ts';
import { blocksOf, labelForm, readLines } from './page-text/lines.ts';

export interface PageTextOptions {
  /** The language of the page, BCP 47. It also decides dates that can be read two ways (see readFirstPublished). */
  readonly language: string;
  /** The newsroom's zone (IANA), in which the page's times are meant. */
  readonly timeZone: string;
  /** Who the page came from. */
  readonly source?: string;
  /** The story's id at its source, in place of the one made from the page. */
  readonly sourceId?: string;
}

/** What every page has, in the order in which it stands there. */
export type PagePart = 'lead caption' | 'headline' | 'standfirst' | 'body' | 'first-published line';

export interface MissingPart {
  readonly part: PagePart;
  /** A sentence for people, when there is more to say than that it is not there. */
  readonly reason?: string;
}

export type PageTextResult =
  | { readonly ok: true; readonly item: NewsItem }
  | { readonly ok: false; readonly missing: readonly MissingPart[] };

const endOfPage = new Set(commentFormLines.map(labelForm));

/** The form's words are short; a longer line is not worth the comparison. */
const maxFormLineLength = 100;

/**
 * Reads the text dump of one news page. Its first line is the lead picture's caption, the next the headline, the
 * paragraph after that the standfirst; then comes the body, block by block; a labelled line says when it was first
 * published; the comment form's own words end it. A page without one of these parts is no page dump: the answer then
 * names every part that is missing; no text makes it throw. An unknown zone or a malformed tag does (RangeError).
 *
 * The id, unless given, is made of the headline and the first-published time as the page writes them, so that the same
 * page is the same story whatever the file is called, and stays it when caption, standfirst, body or credits are
 * corrected or the import is repeated with another language or zone. A corrected headline needs `sourceId`.
 */
export function parsePageText(text: string, options: PageTextOptions): PageTextResult {
  refuseUnknown(options);
  const { caption, headline, rest } = splitTop(readLines(text));
  const { published, unreadable, linesLeft } = takeFirstPublished(untilCommentForm(rest), options);
  const [standfirstLines, ...bodyBlocks] = blocksOf(linesLeft);
  const standfirst = standfirstLines?.join(' ');
  const body = bodyBlocks.flatMap(bodyFromBlock);
  const hasBody = body.some((element) => element.kind === 'paragraph');
  if (caption && headline && standfirst && hasBody && published) {
    return { ok: true, item: toItem({ caption, headline, standfirst, body, published }, options) };
  }
  const missing: MissingPart[] = [];
  if (!caption) missing.push({ part: 'lead caption' });
  if (!headline) missing.push({ part: 'headline' });
  if (!standfirst) missing.push({ part: 'standfirst' });
  if (!hasBody) missing.push({ part: 'body' });
  if (!published) missing.push({ part: 'first-published line', ...reasonFor(unreadable) });
  return { ok: false, missing };
}

interface PageParts {
  readonly caption: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly body: NewsItem['body'];
  readonly published: FirstPublished;
}

function toItem({ caption, headline, standfirst, body, published }: PageParts, options: PageTextOptions): NewsItem {
  return {
    source: options.source ?? 'page-text',
    sourceId: options.sourceId ?? identityOf(headline, published),
    format: 'page-text',
    type: 'text',
    pubStatus: 'usable',
    language: options.language,
    headline,
    standfirst,
    body: [{ kind: 'figure', role: 'LEAD', ...splitCredit(caption) }, ...body],
    firstPublishedAt: published.at,
    publishedAt: published.at,
    timeZone: options.timeZone,
    bylines: [],
    topics: [],
  };
}

function identityOf(headline: string, published: FirstPublished): string {
  const digest = createHash('sha256')
    .update(`${labelForm(headline)}\n${published.wallTime}`)
    .digest('hex');
  return `page-${digest.slice(0, 40)}`;
}

/** The caption (with its repetition, where the page writes it twice), then the headline; the rest begins after them. */
function splitTop(lines: readonly string[]) {
  const captionAt = lines.findIndex((line) => line !== '');
  const caption = lines[captionAt];
  const repeated = caption !== undefined && lines[captionAt + 1] === caption;
  const headlineAt = lines.findIndex((line, at) => at > captionAt + (repeated ? 1 : 0) && line !== '');
  if (headlineAt < 0 || caption === undefined) return { caption, headline: undefined, rest: [] };
  return { caption, headline: lines[headlineAt], rest: lines.slice(headlineAt + 1) };
}

function untilCommentForm(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => line.length <= maxFormLineLength && endOfPage.has(formLine(line)));
  return end < 0 ? lines : lines.slice(0, end);
}

function formLine(line: string): string {
  return labelForm(line).replace(/[ .:…!]+$/, '');
}

function takeFirstPublished(lines: readonly string[], options: PageTextOptions) {
  for (const [at, line] of lines.entries()) {
    const published = readFirstPublished(line, options);
    if (published) return { published, unreadable: undefined, linesLeft: lines.toSpliced(at, 1) };
  }
  return { published: undefined, unreadable: lines.find(hasFirstPublishedLabel), linesLeft: lines };
}

function reasonFor(unreadable: string | undefined): { reason?: string } {
  if (unreadable === undefined) return {};
  const shown = unreadable.length <= 80 ? unreadable : `${unreadable.slice(0, 79).toWellFormed()}…`;
  return { reason: `'${shown}' holds no date and time that can be read` };
}

/** Both throw a RangeError: a wrong setting is the caller's fault and no fault of the page. */
function refuseUnknown({ language, timeZone }: PageTextOptions): void {
  Intl.getCanonicalLocales(language);
  new Intl.DateTimeFormat('en', { timeZone });
}
