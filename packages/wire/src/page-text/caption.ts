import { creditLabels } from './labels.ts';
import { labelForm } from './lines.ts';

const labels = new Set(creditLabels.map(labelForm));

/**
 * A caption as a page shows it, with its credit taken out: 'A ship (Photo: Reuters)' is caption 'A ship' and credit
 * 'Reuters'. Only a parenthesis at the very end that begins with a known label is a credit; '(left)' stays.
 */
export function splitCredit(shown: string): { caption?: string; credit?: string } {
  const opening = openingOfLastParenthesis(shown);
  const [, label = '', credit] = /^([^:：]*)[:：]\s*(\S.*)$/.exec(opening < 0 ? '' : insideOf(shown, opening)) ?? [];
  if (credit === undefined || !labels.has(labelForm(label))) return { caption: shown };
  const caption = shown.slice(0, opening).trim();
  return caption === '' ? { credit } : { caption, credit };
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
