import type { BodyElement } from '../body-element.ts';
import { htmlFromText } from '../html-text.ts';
import { splitCredit } from './caption.ts';

/**
 * One block of a page as body elements. Equal lines that follow each other are one inline figure: pages write a
 * caption twice, as the picture's text and under it. The lines between figures are one paragraph, wrapped or not.
 */
export function bodyFromBlock(lines: readonly string[]): BodyElement[] {
  const elements: BodyElement[] = [];
  let words: string[] = [];
  const endParagraph = () => {
    if (words.length > 0) elements.push({ kind: 'paragraph', html: htmlFromText(words.join(' ')) });
    words = [];
  };
  for (const { line, times } of runsOf(lines)) {
    if (times === 1) words.push(line);
    else {
      endParagraph();
      elements.push({ kind: 'figure', role: 'INLINE', ...splitCredit(line) });
    }
  }
  endParagraph();
  return elements;
}

function runsOf(lines: readonly string[]): { line: string; times: number }[] {
  const runs: { line: string; times: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.line === line) last.times += 1;
    else runs.push({ line, times: 1 });
  }
  return runs;
}
