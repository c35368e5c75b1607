/** Marks that order text on the screen and are no part of the words (Unicode UAX #9, and the byte order mark). */
const bidiMarks = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Control characters other than line breaks and tabs: no text holds them, and Postgres refuses U+0000. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;

const arabicSigns = /[\u064B-\u0652\u0640]/g;

/**
 * The lines of a dump, in order, as they are to be read: no control characters, lone surrogates mended, spaces
 * (no-break ones too) at the ends cut and runs of them made one. A blank line is ''.
 */
export function readLines(text: string): string[] {
  return text
    .toWellFormed()
    .replace(controls, '')
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => trimmed(line.replace(/[\s\uFEFF]+/g, ' ')));
}

/** Blocks of consecutive lines that hold something. */
export function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

/** A label or a fixed line as it is compared: the same words in another dress are the same label. */
export function labelForm(text: string): string {
  return trimmed(
    text.replace(bidiMarks, '').normalize('NFC').replace(arabicSigns, '').replace(/\s+/g, ' '),
  ).toLowerCase();
}

/** ASCII digits for the Arabic-Indic and the Persian ones. */
export function asciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** A line that only carries bidi marks is blank to a reader, so it is blank here. */
function trimmed(line: string): string {
  return line.replace(bidiMarks, '').trim() === '' ? '' : line.trim();
}
