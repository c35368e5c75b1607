import { escapeHtml } from '../article/inline-html.ts';
import { normaliseWord, spacelessLetters } from './normalise-word.ts';

/** What a search found in a text: its words as they are indexed, and pairs of letters, or single ones, of spaceless scripts. */
export interface Marks {
  readonly words: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
}

/** From and to, in UTF-16 units, of what is marked in a text; and what it is, so that the same word counts once. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

const spaceless = new RegExp(`[${spacelessLetters}]`, 'u');
/** Letters with their marks and what is invisible between them; in Hebrew the quote of an acronym too. */
const word =
  /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+(?:(?<=[א-ת\u0591-\u05c7])["'׳״](?=[א-ת])[\p{L}\p{N}\p{M}]+)*/gu;

/** Where the text holds what was found. In order, none over another. */
export function findMarks(text: string, marks: Marks): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(word)) {
    const [run] = match;
    if (spaceless.test(run)) spans.push(...marksInRun(run, match.index, marks));
    else {
      const normal = normaliseWord(run);
      if (marks.words.has(normal)) spans.push({ from: match.index, to: match.index + run.length, word: normal });
    }
  }
  return spans;
}

function marksInRun(run: string, start: number, { letters }: Marks): Span[] {
  const spans: Span[] = [];
  const mark = (from: number, to: number, found: string) => {
    const last = spans.at(-1);
    if (last && last.to >= from) spans[spans.length - 1] = { ...last, to, word: last.word + found };
    else spans.push({ from, to, word: found });
  };
  let at = start;
  const units = [...run];
  for (const [index, letter] of units.entries()) {
    const next = units[index + 1] ?? '';
    const pair = normaliseWord(letter + next);
    if (letters.has(normaliseWord(letter))) mark(at, at + letter.length, letter);
    if (next !== '' && letters.has(pair)) mark(at, at + letter.length + next.length, pair);
    at += letter.length;
  }
  return spans;
}

/** A piece of a text as HTML. Only the mark elements are ours: all else is escaped, so that no text can forge one. */
export function markedHtml(text: string, spans: readonly Span[], from = 0, to = text.length): string {
  let html = '';
  let at = from;
  for (const span of spans) {
    if (span.to <= from || span.from >= to) continue;
    const [start, end] = [Math.max(span.from, at), Math.min(span.to, to)];
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at, to));
}
