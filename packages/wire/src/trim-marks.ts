/** A text without these characters at its ends. A loop, and no expression: those take quadratic time on long runs. */
export function trimMarks(text: string, atStart: string, atEnd: string): string {
  let from = 0;
  let until = text.length;
  while (from < until && atStart.includes(text.charAt(from))) from++;
  while (until > from && atEnd.includes(text.charAt(until - 1))) until--;
  return text.slice(from, until);
}
