import { CataloguedError } from '@dateline/service-kit/catalogued-error';

/** What is looked for: a word with its inflections, a phrase as it stands, or whatever begins so. */
export interface SearchTerm {
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly text: string;
}

/** One of its terms must be there; or, where it is excluded, none of them. */
export interface SearchClause {
  readonly excluded: boolean;
  readonly anyOf: readonly SearchTerm[];
}

/** In code points; what is longer is no search but a story. */
export const maxSearchCharacters = 256;

/** A shorter beginning fits so much that it says nothing. */
const minPrefixCharacters = 2;

/** Quotes are all the same, but for the one in a Hebrew acronym. */
const quotes = /[“”„‟«»＂]/g;
const acronymQuote = /(?<=[א-ת])["״](?=[א-ת])/g;

/** A phrase that is closed or not, or what stands between spaces and quotes. */
const token = /(-?)"([^"]*)"?|([^\s"]+)/g;

interface Token {
  readonly excluded: boolean;
  readonly term: SearchTerm | null;
  readonly or: boolean;
}

/**
 * Reads what a person typed: words, "phrases", OR between two terms, -exclusions, prefix*. Any text is a search; what makes no
 * sense as an operator is a word. Takes time in proportion to the text. Throws BAD_USER_INPUT for one that is too long.
 */
export function parseSearchText(text: string): readonly SearchClause[] {
  // A code point takes two units at most: what is far too long is not even counted.
  if (text.length > 2 * maxSearchCharacters || [...text].length > maxSearchCharacters) {
    throw new CataloguedError('BAD_USER_INPUT', {
      message: `text has at most ${maxSearchCharacters} characters.`,
      field: ['text'],
    });
  }
  const tokens = [...plain(text).matchAll(token)].map(readToken);
  const clauses: SearchClause[] = [];
  for (const [index, { term, excluded, or }] of tokens.entries()) {
    if (or && isTerm(tokens[index - 1]) && isTerm(tokens[index + 1])) continue;
    if (term === null) continue;
    const last = clauses.at(-1);
    const alternative = tokens[index - 1]?.or && isTerm(tokens[index - 2]) && isTerm(tokens[index]);
    if (alternative && last) clauses[clauses.length - 1] = { ...last, anyOf: [...last.anyOf, term] };
    else clauses.push({ excluded, anyOf: [term] });
  }
  return clauses;
}

function plain(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ').replaceAll(quotes, '"').replaceAll(acronymQuote, '״');
}

function readToken([all, minus, phrase, word = '']: RegExpExecArray): Token {
  if (phrase !== undefined) {
    return { excluded: minus === '-', term: phrase.trim() === '' ? null : { kind: 'phrase', text: phrase }, or: false };
  }
  const excluded = word.startsWith('-') && word.length > 1;
  const bare = excluded ? word.slice(1) : word;
  const beginning = bare.endsWith('*') ? bare.slice(0, -1) : '';
  const kind = [...beginning].length >= minPrefixCharacters ? 'prefix' : 'word';
  const term: SearchTerm = { kind, text: kind === 'prefix' ? beginning : bare };
  return { excluded, term, or: all === 'OR' || all === '|' };
}

/** Can it stand beside an OR? */
function isTerm(token: Token | undefined): boolean {
  return token !== undefined && token.term !== null && !token.excluded && !token.or;
}
