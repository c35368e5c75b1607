import { htmlFromText } from '../html-text.ts';

/** The tags around a piece of text; the same object for all that stands inside one element. */
export interface Wrapper {
  readonly open: string;
  readonly close: string;
}

interface Piece {
  readonly html: string;
  readonly wrappers: readonly Wrapper[];
}

/** Text and inline elements on their way to becoming paragraphs. */
export interface InlineRun {
  text(text: string, wrappers: readonly Wrapper[]): void;
  /** One line break stays one; two and more end the paragraph. */
  lineBreak(): void;
  /** The paragraphs since the last call, as HTML fragments. */
  take(): string[];
}

/** Characters of tags that may be repeated. Beyond it elements end with their paragraph, so that no input multiplies itself. */
const maxRepeatedLength = 20_000;

/** An element that stands across a paragraph's end is closed there and opened again in the next. */
export function inlineRun(): InlineRun {
  const opened = new Set<Wrapper>();
  let repeatedLength = 0;
  let paragraphs: string[] = [];
  let pieces: Piece[] = [];
  let breaks = 0;
  const endParagraph = () => {
    const html = serialised(repeatedLength > maxRepeatedLength ? pieces.map(withNewWrappers) : pieces)
      .replaceAll(/ +/g, ' ')
      .trim();
    if (pieces.some((piece) => piece.html.trim() !== '')) paragraphs.push(html);
    for (const wrapper of new Set(pieces.flatMap((piece) => piece.wrappers))) {
      if (opened.has(wrapper)) repeatedLength += wrapper.open.length;
      opened.add(wrapper);
    }
    pieces = [];
    breaks = 0;
  };
  const withNewWrappers = (piece: Piece): Piece => ({
    ...piece,
    wrappers: piece.wrappers.filter((wrapper) => !opened.has(wrapper)),
  });
  return {
    text(text, wrappers) {
      const collapsed = visible(text);
      if (collapsed === '') return;
      const blank = collapsed === ' ';
      if (blank && (breaks > 0 || pieces.length === 0)) return;
      if (breaks > 1) endParagraph();
      else if (breaks === 1 && pieces.length > 0) pieces.push({ html: '<br>', wrappers });
      const beginsLine = breaks > 0 || pieces.length === 0;
      breaks = 0;
      pieces.push({ html: htmlFromText(beginsLine ? collapsed.trimStart() : collapsed), wrappers });
    },
    lineBreak() {
      breaks += 1;
    },
    take() {
      endParagraph();
      const taken = paragraphs;
      paragraphs = [];
      return taken;
    },
  };
}

/** Control characters out (no browser shows them), white space of any length to one space; no-break spaces stay. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  return text.replaceAll(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '').replaceAll(/[\t\n\f\r ]+/g, ' ');
}

function serialised(pieces: readonly Piece[]): string {
  let html = '';
  let open: readonly Wrapper[] = [];
  for (const piece of [...pieces, { html: '', wrappers: [] }]) {
    const shared = sharedLength(open, piece.wrappers);
    html += open
      .slice(shared)
      .reverse()
      .map((wrapper) => wrapper.close)
      .join('');
    html += piece.wrappers
      .slice(shared)
      .map((wrapper) => wrapper.open)
      .join('');
    html += piece.html;
    open = piece.wrappers;
  }
  return html;
}

function sharedLength(left: readonly Wrapper[], right: readonly Wrapper[]): number {
  const differs = left.findIndex((wrapper, at) => wrapper !== right[at]);
  return differs < 0 ? left.length : differs;
}
