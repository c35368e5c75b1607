import { type EditionLanguage, editionLanguages } from '../labels/labels.ts';

export interface SearchAddress {
  /** Without white space around it; empty where nothing was searched for yet. */
  readonly text: string;
  /** In whose words the answer is given; the first edition's where the address names none, or one that is not there. */
  readonly edition: EditionLanguage;
  readonly after: string | null;
}

/** Reads what searchPath (urls.ts) and the search form write. */
export function readSearch(query: URLSearchParams): SearchAddress {
  const [first = 'en'] = editionLanguages;
  const edition = editionLanguages.find((language) => language === query.get('language')) ?? first;
  return { text: (query.get('q') ?? '').trim(), edition, after: query.get('after') };
}
