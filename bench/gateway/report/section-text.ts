import type { SectionOutcome } from '../sections/section.ts';
import { markdownTable } from './markdown-table.ts';

export interface SectionText extends SectionOutcome {
  readonly conditions: string;
  readonly tookSeconds: number;
}

/** A section of the results as it stands in the file. */
export function sectionText({ title, intro, conditions, table, goals, tookSeconds }: SectionText): string {
  const judged = markdownTable(
    ['goal', 'wanted', 'seen', ''],
    goals.map(({ text, goal, seen, verdict }) => [text, goal, seen, verdict]),
  );
  const took = `The section took ${Math.round(tookSeconds)} s.`;
  return [`## ${title}`, intro, `${conditions}\n${took}`, table, ...(goals.length > 0 ? [judged] : [])].join('\n\n');
}
