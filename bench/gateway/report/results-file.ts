/** Where a table stands in the file: between marks that only this writes. */
const marks = (bench: string, section: string) => ({
  start: `<!-- ${bench} ${section} -->`,
  end: `<!-- /${bench} ${section} -->`,
});

/**
 * Puts a section's text in the place of its last one, or after the others when it is new. All else stays as it is.
 *
 * @param text the whole file
 * @param bench whose section it is
 */
export function withSection(text: string, section: string, content: string, bench = 'bench:gateway'): string {
  const { start, end } = marks(bench, section);
  const block = `${start}\n\n${content.trim()}\n\n${end}`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) return `${text.trimEnd()}\n\n${block}\n`.trimStart();
  return text.slice(0, from) + block + text.slice(to + end.length);
}
