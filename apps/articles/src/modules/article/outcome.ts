import type { ImportOutcome } from '../../__generated__/resolver-types.ts';
import type { WantedPictureRow } from '../import/import.ts';
import type { ArticleRow } from './article.ts';
import type { Fault } from './rules.ts';

/** What became of a change: the article as it stands now, or what has to be mended. */
export interface Outcome {
  readonly article: ArticleRow | null;
  readonly faults: readonly Fault[];
  /** What an import did. */
  readonly outcome?: ImportOutcome | null;
  /** Pictures that an import named and media has not yet. */
  readonly wantedPictures?: readonly WantedPictureRow[];
}

/** Nothing was changed, and this is why. */
export function refused(article: ArticleRow | null, ...faults: readonly Fault[]): Outcome {
  return { article, faults };
}

export function done(article: ArticleRow | null): Outcome {
  return { article, faults: [] };
}
