import type { ArticleRow } from '../article/article.ts';
import { bodyText, countWords } from '../article/body-text.ts';
import type { RevisionRow } from './revision.ts';

/** An article as a revision kept it, over what is true of it today: its status, its dates of publication, where it came from. */
export function articleAsOf(today: ArticleRow, { number, createdAt, snapshot }: RevisionRow): ArticleRow {
  const { bylines: _bylines, topicIds: _topicIds, embargoedUntil, ...fields } = snapshot;
  return {
    ...today,
    ...fields,
    wordCount: countWords(bodyText(snapshot.body), snapshot.language),
    embargoedUntil: embargoedUntil === null ? null : new Date(embargoedUntil),
    revision: number,
    updatedAt: createdAt,
    asOf: snapshot,
  };
}
