import { type Keyset, type Page, parsePage } from '@dateline/service-kit/connection';
import { z } from 'zod';
import type { CommentSort } from '../../__generated__/resolver-types.ts';
import type { CommentRow } from './comment.ts';

/**
 * A comment's number is its place: numbers are given under the thread's lock and become visible in their order, so a page
 * that starts after one never skips or repeats a comment, however many are posted meanwhile.
 */
export const keysetOf = ({ number }: CommentRow): Keyset => [number];

const keyset = z.tuple([z.int32()]);

export interface CommentPageArguments {
  readonly sort?: CommentSort | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

export interface CommentPageDefaults {
  readonly defaultSort: CommentSort;
  readonly defaultSize: number;
}

/** Checks and parses the arguments of a list of comments; the page's order is its sort. */
export function parseCommentPage({ sort, first, after }: CommentPageArguments, defaults: CommentPageDefaults): Page {
  const { defaultSort, defaultSize } = defaults;
  return parsePage({ first, after }, { order: sort ?? defaultSort, keyset, defaultSize });
}
