import type { ArticleRow } from './article.ts';
import type { Fault } from './rules.ts';

/** An embargo as an input names it: undefined is not named, null lifts it. */
export function embargoOf(input: { readonly embargoedUntil?: string | null | undefined }): {
  readonly embargoedUntil?: Date | null;
} {
  const { embargoedUntil } = input;
  if (embargoedUntil === undefined) return {};
  return { embargoedUntil: embargoedUntil === null ? null : new Date(embargoedUntil) };
}

type Timing = Pick<ArticleRow, 'status' | 'publishedAt' | 'scheduledAt'>;

/** May this embargo be put on an article as it stands? The database refuses what is refused here, whatever the way. */
export function faultOfEmbargo(
  embargoedUntil: Date | null | undefined,
  { status, publishedAt, scheduledAt }: Timing,
): Fault | null {
  if (embargoedUntil == null) return null;
  const path = ['input', 'embargoedUntil'];
  if (status === 'PUBLISHED' && publishedAt !== null && embargoedUntil > publishedAt) {
    return { code: 'ALREADY_PUBLISHED', message: 'Readers have seen it: it can be withdrawn, not held back.', path };
  }
  if (scheduledAt !== null && embargoedUntil > scheduledAt) {
    const message = `It is to be published at ${scheduledAt.toISOString()}, which is before that: schedule it anew first.`;
    return { code: 'EMBARGOED', message, path };
  }
  return null;
}

/** May an article be published at this time? From the very instant at which its embargo ends. */
export function faultOfPublication(
  { embargoedUntil }: Pick<ArticleRow, 'embargoedUntil'>,
  at: Date,
  path: readonly string[],
): Fault | null {
  if (embargoedUntil === null || embargoedUntil <= at) return null;
  const message = `It is under embargo until ${embargoedUntil.toISOString()}: publish it then, with at, or lift the embargo.`;
  return { code: 'EMBARGOED', message, path };
}
