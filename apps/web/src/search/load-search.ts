import type { GraphError } from '@dateline/client/graph-error';
import { SearchNavDocument, SearchPageDocument, type SearchPageQuery } from '../__generated__/operations.ts';
import type { Found, Unreachable } from '../front/list-page.ts';
import { listStoryCount } from '../front/list-page.ts';
import { navSections } from '../front/nav-sections.ts';
import type { Ask } from '../graph/ask.ts';
import type { EditionLanguage } from '../labels/labels.ts';

export type SearchView = SearchPageQuery['searchArticles'];
export type SearchHit = SearchView['edges'][number];

/** As far as the graph counts what was found: the very number stands for "that many or more". */
export const countedUpTo = 10_000;

/** What the graph has against a search: its text is too long, or finds too much to be looked through, its cursor is none, or something in the graph's own words. */
export type SearchFault =
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'bad-cursor' }
  | { readonly kind: 'other'; readonly message: string };

/** `view` is null where nothing was searched for yet, or `fault` says why nothing could be found. */
export type SearchPage =
  | (Found & { readonly view: SearchView | null; readonly fault: SearchFault | null })
  | Unreachable;

/** What a text finds in all editions; `edition` is that of the page around it. */
export async function loadSearchPage(
  ask: Ask,
  search: { readonly text: string; readonly edition: EditionLanguage; readonly after: string | null },
): Promise<SearchPage> {
  const { text, edition, after } = search;
  const found = text === '' ? null : await ask(SearchPageDocument, { text, first: listStoryCount, after });
  if (found?.data) {
    const { searchArticles: view, sections } = found.data;
    const whole = found.errors.length === 0;
    return { kind: 'found', whole, edition, nav: navSections(sections, edition), view, fault: null };
  }
  const fault = faultOf(found?.errors ?? []);
  if (text !== '' && !fault) return { kind: 'unreachable' };

  const answer = await ask(SearchNavDocument, {});
  if (!answer?.data) return { kind: 'unreachable' };
  const whole = answer.errors.length === 0;
  return { kind: 'found', whole, edition, nav: navSections(answer.data.sections, edition), view: null, fault };
}

/** Null for what a reader can do nothing about. */
function faultOf(errors: readonly GraphError[]): SearchFault | null {
  // Of another field it would be the gateway's word on the whole question, which no reader wrote.
  if (errors.some((error) => error.code === 'TOO_COSTLY' && fieldOf(error) === 'text')) return { kind: 'too-slow' };
  const refusal = errors.find(({ code }) => code === 'BAD_USER_INPUT');
  if (!refusal) return null;
  const field = fieldOf(refusal);
  if (field === 'text') return { kind: 'too-long' };
  return field === 'after' ? { kind: 'bad-cursor' } : { kind: 'other', message: refusal.message };
}

function fieldOf({ extensions: { field } }: GraphError): unknown {
  return Array.isArray(field) ? field[0] : undefined;
}
