import type { BodyElement } from '../body-element.ts';
import { cleanLine, cleanText } from '../clean-text.ts';
import { htmlFromText } from '../html-text.ts';
import { trimMarks } from '../trim-marks.ts';
import type { WireHeader } from './header.ts';

/** What stands over a text, by what it is; and the text. */
export interface MessageText {
  readonly slug?: string | undefined;
  readonly headline?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly bylines: readonly string[];
  readonly notes: readonly string[];
  readonly dateline?: string | undefined;
  readonly body: readonly BodyElement[];
}

const byline = /^(by|von|par|por|di|door|af|av)\s+\p{L}/iu;
const note =
  /^\(?(eds?(?:itors?)?\b|ap photos?\b|with (?:ap )?photos?\b|editor's note|achtung|hinweis|attn\b|attention\b)/i;
const forEditorsOnly =
  /^(?:the following information is not (?:intended )?for publication|die folgenden informationen sind nicht zur veröffentlichung|#{1,3}\s*(notizblock|notebook|orte|bloc-notes))/i;

/** More lines than that stand over no text; a headline of IPTC 7901 ends with '=' among the first. */
const maxHeadLines = 12;
const maxHeadlineLines = 6;

/**
 * The text of a message. ANPA: lines with a caret (or between brackets) are the slug, the headline, notes and the byline,
 * which '=' ends. IPTC 7901: the lines up to '=' are the headline and the byline. Paragraphs begin indented or after a
 * blank line. TTS quotes and dashes become real ones.
 */
export function readMessageText(text: string, { kind, isTabular, source }: WireHeader): MessageText {
  const isAnpa = kind === 'anpa-1312';
  const lines = text.split('\n').map((line) => cleanText(line.replaceAll('\u0010', ' ')).trimEnd());
  const from = isAnpa ? caretLines(lines) : equalsLines(lines);
  const over = lines
    .slice(0, from)
    .map(bare)
    .filter((line) => line !== '');
  const { paragraphs, notes } = paragraphsOf(lines.slice(from), isTabular);
  const { dateline, rest } = takeDateline(paragraphs, source);
  return {
    ...sortHead(over, isAnpa, lines),
    notes: [...over.filter((line) => note.test(line)), ...notes],
    dateline,
    body: rest,
  };
}

function sortHead(over: readonly string[], isAnpa: boolean, lines: readonly string[]) {
  const others = over.filter((line) => !note.test(line));
  const slug = isAnpa ? others[0] : undefined;
  const start = others.findIndex((line) => byline.test(line));
  const bylines = start < 0 ? [] : others.slice(start);
  const titles = others.slice(isAnpa ? 1 : 0, start < 0 ? undefined : start).filter((line) => !/^\(.*\)$/.test(line));
  const [headline, standfirst] = isAnpa ? titles : [titles.join(' ') || undefined];
  const opening = cleanLine(lines.find((line) => line.trim() !== ''));
  return { slug, headline: headline ?? (isAnpa ? undefined : bare(opening ?? '') || undefined), standfirst, bylines };
}

/** How many lines stand over a text of ANPA: those with a caret, or in brackets, and blank ones between. */
function caretLines(lines: readonly string[]): number {
  let count = 0;
  for (const [at, line] of lines.slice(0, maxHeadLines * 2).entries()) {
    if (/^\s*[\^<]\s*\S/.test(line)) count = at + 1;
    else if (line.trim() !== '') break;
  }
  return count;
}

function equalsLines(lines: readonly string[]): number {
  let seen = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') {
      if (seen > 0) break;
      continue;
    }
    if (/=\s*$/.test(line)) return at + 1;
    if (++seen >= maxHeadlineLines) break;
  }
  return lines.findIndex((line) => line.trim() !== '') + 1;
}

function bare(line: string): string {
  return trimMarks(typeset(line), ' ^<', ' ^<>=');
}

/** A line of the text itself: only the mark of its end and the caret of its beginning are no part of it. */
function bareText(line: string): string {
  return trimMarks(typeset(line), ' ^', ' <');
}

/** The marks of a teletypesetter as those of print. */
function typeset(text: string): string {
  return text
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll(/(?<=\s)_(?=\s)/g, '—')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function paragraphsOf(lines: readonly string[], isTabular: boolean): { paragraphs: BodyElement[]; notes: string[] } {
  const blocks: string[][] = [];
  let block: string[] | undefined;
  for (const line of lines) {
    const isBlank = line.trim() === '' || /^[\s_*=~-]{2,}$/.test(line);
    const begins = !block || (!isTabular && /^(\t| {2,}|\s*[\^<])/.test(line));
    if (isBlank) block = undefined;
    else if (block && !begins) block.push(line);
    else {
      block = [line];
      blocks.push(block);
    }
  }
  const hidden = blocks.findIndex(([first = '']) => forEditorsOnly.test(first.trim()));
  const shown = hidden < 0 ? blocks : blocks.slice(0, hidden);
  const notes = hidden < 0 ? [] : blocks.slice(hidden).map((part) => typeset(part.join(' ')));
  return { paragraphs: shown.flatMap((part) => elementOf(part, isTabular)), notes };
}

function elementOf(block: readonly string[], isTabular: boolean): BodyElement[] {
  if (isTabular) return [{ kind: 'paragraph', html: block.map((line) => htmlFromText(bareText(line))).join('<br>') }];
  const text = bareText(block.join(' '));
  if (text === '') return [];
  const isHeading = /^\s*\^/.test(block[0] ?? '') && text.length < 80;
  return [isHeading ? { kind: 'heading', level: 3, text } : { kind: 'paragraph', html: htmlFromText(text) }];
}

/** 'ATLANTA (AP) — ' over the first paragraph becomes the dateline: place and agency, then a dash. */
const datelineStart =
  /^(\p{Lu}[^()\n<>&]{1,60}?) \((\p{L}{2,12}(?:\/\p{L}{2,12}){0,3})\)( ?(?:—|–|-{1,2}|_))? ?(?=\S)/u;

/** Without the dash it is one only where the agency in it is the sender: 'Rep. Jones (Ohio) said' is none. */
function takeDateline(
  paragraphs: readonly BodyElement[],
  source: string | undefined,
): { dateline?: string | undefined; rest: BodyElement[] } {
  const [first, ...others] = paragraphs;
  if (first?.kind !== 'paragraph') return { rest: [...paragraphs] };
  const [start, place, agency = '', dash] = datelineStart.exec(first.html) ?? [];
  if (start === undefined || (dash === undefined && agency.toLowerCase() !== source)) return { rest: [...paragraphs] };
  return {
    dateline: `${place} (${agency})`,
    rest: [{ kind: 'paragraph', html: first.html.slice(start.length) }, ...others],
  };
}
