import { lengthOf } from '../comment/body/normalise.ts';
import { maxTextLength } from '../comment/phases/too-long.ts';
import type { DraftRow } from './draft.ts';

export type StandingDraft = Pick<DraftRow, 'id' | 'parentId' | 'body' | 'version'>;

export interface Saving {
  readonly parentId: string | null;
  readonly body: string;
  /** The version that it goes on from; null begins another comment. */
  readonly version: number | null;
}

/**
 * The draft whose words nobody would see again after this saving, out of those that stand under the article; null when
 * nothing is lost. Going on from the newest version of its own target loses nothing. Going on from an older one would write
 * over what another tab saved meanwhile. Beginning another comment would push aside whatever stands, wherever it stands.
 * A draft without a word in it is nothing to lose, nor is one that says the same.
 */
export function draftWouldBeLost<Draft extends StandingDraft>(
  standing: readonly Draft[],
  { parentId, body, version }: Saving,
): Draft | null {
  const withWords = standing.filter((draft) => draft.body.trim() !== '');
  const own = withWords.find((draft) => draft.parentId === parentId);
  if (version === null) return own ?? withWords[0] ?? null;
  if (own) return own.version === version || own.body === body ? null : own;
  // The draft that it goes on from was posted or thrown away: this is the beginning of another one.
  const isGone = !standing.some((draft) => draft.parentId === parentId);
  return isGone ? (withWords[0] ?? null) : null;
}

/** What was typed, as it can be kept: Postgres takes no NUL and no half of a surrogate pair. */
export function keepable(typed: string): string {
  return typed.toWellFormed().replaceAll('\u0000', '');
}

export function isTooLong(body: string): boolean {
  return lengthOf(body) > maxTextLength;
}
