import { uuidv7 } from '@dateline/db/uuidv7';
import type { WantedPictureRow } from './import.ts';
import type { MissingPicture } from './place-pictures.ts';

/** The pictures that an article waits for, as rows. */
export function wantedRows(
  articleId: string,
  sourceName: string,
  missing: readonly MissingPicture[],
  wantedAt: Date,
): WantedPictureRow[] {
  return missing.map(({ elementId, reference }) => ({
    id: uuidv7(),
    articleId,
    elementId,
    sourceName,
    reference,
    attempts: 0,
    lastReason: null,
    wantedAt,
  }));
}
