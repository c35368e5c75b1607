export type TextPart = { readonly text: string; readonly href: string | null };

/** Stops at white space, quotes, angle brackets and invisible characters. */
const candidate = /https?:\/\/[^\s<>"'`\p{Cc}\p{Cf}]+/giu;
/** What ends a sentence and not an address. */
const trailing = /[.,;:!?'"”’»…،؛؟׃]+$/u;

/** Cuts a text into plain parts and web addresses; put together they are the text again. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(candidate)) {
    const address = withoutTrailing(match);
    const href = hrefOf(address);
    if (href === null) continue;
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** `(see https://example.org/a_(b))` links to `https://example.org/a_(b)`: a bracket that was opened outside stays outside. */
function withoutTrailing(address: string): string {
  const shorter = address.replace(trailing, '');
  const last = shorter.at(-1);
  const opening = last === ')' ? '(' : last === ']' ? '[' : null;
  const unbalanced = opening !== null && last !== undefined && count(shorter, last) > count(shorter, opening);
  const trimmed = unbalanced ? shorter.slice(0, -1) : shorter;
  return trimmed === address ? address : withoutTrailing(trimmed);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Null for what is no web address, and for one with a user name in it, which only serves to look like another site. */
function hrefOf(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !(url.protocol === 'http:' || url.protocol === 'https:')) return null;
  return url.username === '' && url.password === '' ? url.href : null;
}
