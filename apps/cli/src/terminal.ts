/** Where a command speaks: results to one stream, faults to the other, a line at a time. */
export interface Terminal {
  result(line: string): void;
  fault(line: string): void;
}

/** The process's own streams. */
export const processTerminal: Terminal = {
  result: (line) => void process.stdout.write(`${printable(line)}\n`),
  fault: (line) => void process.stderr.write(`${printable(line)}\n`),
};

/** Headlines and messages come from outside: without control characters they cannot steer the terminal. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}
