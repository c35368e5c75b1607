/** Where a command speaks: results to one stream, faults to the other, a line at a time. */
export interface Terminal {
  result(line: string): void;
  fault(line: string): void;
  /** A line that stands below all others until the next one takes its place, or none. Only where a person looks on. */
  readonly status?: ((line: string | undefined) => void) | undefined;
}

const clearLine = '\r\u001b[2K';
let shown: string | undefined;

/** The process's own streams. */
export const processTerminal: Terminal = {
  result: (line) => write(process.stdout, line),
  fault: (line) => write(process.stderr, line),
  status: process.stderr.isTTY ? showStatus : undefined,
};

function write(stream: NodeJS.WriteStream, line: string): void {
  if (shown !== undefined) process.stderr.write(clearLine);
  stream.write(`${printable(line)}\n`);
  if (shown !== undefined) process.stderr.write(shown);
}

function showStatus(line: string | undefined): void {
  // A terminal that does not say how wide it is has no columns.
  const columns = process.stderr.columns || 80;
  const cut = line === undefined ? undefined : printable(line).slice(0, Math.max(10, columns - 1));
  process.stderr.write(clearLine + (cut ?? ''));
  shown = cut;
}

/** Marks that turn the direction of what follows them, but for the isolates that `isolated` puts around a headline. */
const directionMarks = /[\u202a-\u202e\u2066\u2067\u200e\u200f\u061c]/g;

/**
 * Headlines and messages come from outside: without control characters they cannot steer the terminal, without marks of
 * direction they cannot show a line as another one.
 */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ').replace(directionMarks, '');
}

/** A text from outside within a line of ours: words from right to left stay where they stand (FSI … PDI). */
export function isolated(text: string): string {
  const plain = text.replace(/[\u2068\u2069]/g, '');
  return /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(plain)
    ? `\u2068${plain}\u2069`
    : plain;
}
