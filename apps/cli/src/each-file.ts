import { InputFault } from './faults.ts';
import type { Terminal } from './terminal.ts';

/**
 * Does the same with every file, in order. A file at fault gets a line that begins with its name, and the others still
 * go through; with several files a summary closes. Answers the exit code: 0 when all went well, else 1.
 * Anything but an InputFault ends the run.
 *
 * `work` answers what became of the file ('created') and what there is to say of it.
 */
export async function forEachFile(
  files: readonly string[],
  terminal: Terminal,
  work: (file: string) => Promise<{ readonly outcome: string; readonly about: string }>,
): Promise<0 | 1> {
  const counts = new Map<string, number>();
  const count = (outcome: string) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  for (const file of files) {
    try {
      const { outcome, about } = await work(file);
      count(outcome);
      terminal.result(`${outcome.padEnd(9)}  ${about}`);
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      count('failed');
      terminal.fault(`${file}: ${error.message}`);
    }
  }
  const summary = [...counts].map(([outcome, times]) => `${times} ${outcome}`).join(', ');
  if (files.length > 1) terminal.result(`${files.length} files: ${summary}`);
  return counts.has('failed') ? 1 : 0;
}
