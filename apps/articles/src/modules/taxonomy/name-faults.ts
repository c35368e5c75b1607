import type { Fault } from '../article/rules.ts';
import { isSlug } from '../article/slug.ts';

const maxTitleCharacters = 200;

/** What is wrong with a slug that is to name a thing in URLs. */
export function slugFaults(slug: string, path: readonly string[]): Fault[] {
  if (isSlug(slug)) return [];
  return [
    {
      code: 'NOT_A_SLUG',
      message: 'A slug holds letters and digits, in words joined by single dashes.',
      path: [...path],
    },
  ];
}

/** What is wrong with words that readers see as a thing's title or name. */
export function titleFaults(title: string, path: readonly string[]): Fault[] {
  if (title.trim() === '') return [{ code: 'EMPTY', message: 'Readers have to see something here.', path: [...path] }];
  if (title.length <= maxTitleCharacters) return [];
  return [{ code: 'TOO_LONG', message: `At most ${maxTitleCharacters} characters.`, path: [...path] }];
}

/** A whole number from least on. */
export function positionFaults(position: number, path: readonly string[]): Fault[] {
  if (position >= 0) return [];
  return [{ code: 'OUT_OF_RANGE', message: 'A place is 0 or more.', path: [...path] }];
}
