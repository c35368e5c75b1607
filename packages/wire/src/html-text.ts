const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as an HTML fragment that shows exactly this text. */
export function htmlFromText(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}
