import { findMarks, type Marks, markedHtml, type Span } from './mark-matches.ts';

/** About two lines of a list of what was found. */
const snippetUnits = 220;
/** Of a very long story only this many places are weighed against each other. */
const maxPlaces = 500;

/** The part of a text in which most of what was looked for stands together, what was found in mark elements. */
export function snippetHtml(text: string, marks: Marks): string {
  const spans = findMarks(text, marks).slice(0, maxPlaces);
  const best = bestStart(spans);
  const from = best === null ? 0 : wordStart(text, Math.max(0, best - Math.floor(snippetUnits / 4)), best);
  const to = wordEnd(text, Math.min(text.length, from + snippetUnits));
  const html = markedHtml(text, spans, from, to).replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${html}${to < text.length ? ' …' : ''}`;
}

/** Where the window begins that holds most different words; the first of several. */
function bestStart(spans: readonly Span[]): number | null {
  let best: { readonly from: number; readonly words: number } | null = null;
  for (const [index, { from }] of spans.entries()) {
    const words = new Set<string>();
    for (let at = index; at < spans.length; at++) {
      const span = spans[at];
      if (!span || span.to > from + snippetUnits / 2) break;
      words.add(span.word);
    }
    if (best === null || words.size > best.words) best = { from, words: words.size };
  }
  return best?.from ?? null;
}

/** The next beginning of a word, or the place itself where none is near. Never in the middle of a surrogate pair. */
function wordStart(text: string, wanted: number, latest: number): number {
  if (wanted === 0) return 0;
  const space = text.slice(wanted, latest).search(/\s/);
  return space === -1 ? whole(text, wanted) : wanted + space + 1;
}

function wordEnd(text: string, wanted: number): number {
  if (wanted === text.length) return wanted;
  const space = text.slice(wanted - 30, wanted).search(/\s\S*$/);
  return space === -1 ? whole(text, wanted) : wanted - 30 + space;
}

function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
