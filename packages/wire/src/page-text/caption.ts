import { creditLabels } from './labels.ts';
import { labelForm } from './lines.ts';

const labels = new Set(creditLabels.map(labelForm));

/** 'Photo by Ada Lind/Agency': the label without a colon, as English captions write it. */
const byLabel =
  /^(?:[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Pp]ictures?|[Ii]mages?|[Ii]llustrations?|[Gg]raphics?) (?:by|BY|courtesy of|via) ([\p{Lu}@].*)$/u;

/** 'AP Photo/Ada Lind', 'Ada Lind/The Harbour News via AP': an agency's own credit line, taken as it is. */
const agencyLine = /^(?:[A-Z]{2,6} Photo\/\S.*|\S.* via (?:AP|AFP|Reuters|Getty Images|Imago|EPA))$/;

/**
 * A caption as a page shows it, with its credit taken out: 'A ship (Photo: Reuters)' is caption 'A ship' and credit
 * 'Reuters'. Only a parenthesis at the very end that begins with a known label, or is an agency's line, is a credit;
 * '(left)' stays.
 */
export function splitCredit(shown: string): { caption?: string; credit?: string } {
  const opening = openingOfLastParenthesis(shown);
  const credit = opening < 0 ? undefined : creditIn(insideOf(shown, opening));
  if (credit === undefined) return { caption: shown };
  const caption = shown.slice(0, opening).trim();
  return caption === '' ? { credit } : { caption, credit };
}

/** Whoever is credited by words that are a credit and nothing else; undefined for any others. */
export function creditIn(words: string): string | undefined {
  const [, label = '', named] = /^([^:：]*)[:：]\s*(\S.*)$/.exec(words) ?? [];
  if (named !== undefined && labels.has(labelForm(label))) return named;
  return byLabel.exec(words)?.[1] ?? (agencyLine.test(words) ? words : undefined);
}

function insideOf(shown: string, opening: number): string {
  return shown.slice(opening + 1, shown.lastIndexOf(')')).trim();
}

/** Where the parenthesis opens that closes the text, so that '(Photo: Name (Agency))' is taken whole; -1 for none. */
function openingOfLastParenthesis(text: string): number {
  if (!/\)\.?$/.test(text)) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    else if (text[at] === '(') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
