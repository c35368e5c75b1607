import type { GraphAnswer } from '@dateline/client/graph-answer';
import { type EditionLanguage, editionOf } from '../labels/labels.ts';
import type { NavSection } from './nav-sections.ts';

/** How many stories a page of a list shows. */
export const listStoryCount = 20;

export interface Unreachable {
  readonly kind: 'unreachable';
}

/** What every page has that was found: whether all parts came, in which edition it stands, and what the masthead names. */
export interface Found {
  readonly kind: 'found';
  readonly whole: boolean;
  readonly edition: EditionLanguage;
  readonly nav: readonly NavSection[];
}

/**
 * What an answer without the thing that was asked for means: there is none such, or its cursor is none (an address that was
 * mistyped either way); or nobody could say.
 */
export function nothingThere(answer: GraphAnswer<unknown> | null): { readonly kind: 'missing' } | Unreachable {
  if (!answer) return { kind: 'unreachable' };
  const { data, errors } = answer;
  const isTold = data !== null && errors.length === 0;
  return { kind: isTold || errors.some(({ code }) => code === 'BAD_USER_INPUT') ? 'missing' : 'unreachable' };
}

/** People and topics have no language of their own: their pages are in the edition of their newest story. */
export function editionOfNewest([newest]: readonly { readonly language: string }[]): EditionLanguage {
  return editionOf(newest?.language ?? '') ?? 'en';
}
