import { cleanLine } from './clean-text.ts';

export interface Byline {
  readonly name: string;
  readonly role?: string;
}

/** The word before the names, by language. */
const opening = /^(?:by|von|par|por|di|af|av|door|text|story by|reporting by|écrit par|מאת|بقلم|كتب)\s*:?\s+(?=\S)/iu;
const conjunction = /\s+(?:and|und|et|och|og|en|y|e)\s+|\s*[;&|]\s*|\s+\/\s+|\s+ו(?=\S)/iu;

/** Words by which a part of a line is known as what somebody is, and not as somebody. */
const roleWords =
  /\b(writers?|reporters?|correspondents?|editors?|staff|press|news|times|tribune|post|agency|bureau|photographers?|columnists?|analysts?|desk|service|international|special)\b/i;

const suffix = /^(jr|sr|ii|iii|iv|md|phd|esq)\.?$/i;

/**
 * The people of a line 'By JANE ROE and John Doe, AP Writers'. A part after a comma is the role of those before it where
 * it names an office or a house ('Staff Writer', 'The Union-Tribune'), and otherwise one more name.
 */
export function readBylines(line: string | undefined): Byline[] {
  const text = cleanLine(line)?.slice(0, 1_000).toWellFormed().replace(opening, '').trim() ?? '';
  const bylines: { name: string; role?: string }[] = [];
  for (const group of text.split(conjunction)) {
    const start = bylines.length;
    for (const part of group.split(/\s*[,،]\s*/)) {
      const last = bylines.at(-1);
      if (!/\p{L}/u.test(part)) continue;
      if (last && bylines.length > start && suffix.test(part)) last.name += `, ${part}`;
      else if (last && bylines.length > start && roleWords.test(part))
        last.role = last.role ? `${last.role}, ${part}` : part;
      else bylines.push({ name: part });
    }
  }
  return uniqueBylines(bylines);
}

/** Each name once, as it stands first. */
export function uniqueBylines(bylines: readonly Byline[]): Byline[] {
  const seen = new Set<string>();
  return bylines.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}
