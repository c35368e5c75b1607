import type { ArticleRow } from './article.ts';
import type { ArticleStatus } from './store.ts';
import { withdrawnHeadline } from './wording/wordings.ts';

/**
 * A withdrawn article as readers get it: its names, its dates, and why it was taken back. Everything that was written in it,
 * or by whom, is gone: a kill is for what must not be read any more, and headlines and bylines are part of that.
 */
function noticeOf(article: ArticleRow): ArticleRow {
  return {
    ...article,
    notice: true,
    headline: withdrawnHeadline(article.language),
    kicker: null,
    standfirst: null,
    dateline: null,
    body: [],
    wordCount: 0,
    sectionId: null,
    copyrightNotice: null,
    usageTerms: null,
    isAccessibleForFree: true,
    sourceName: null,
    sourceId: null,
    sourceUrl: null,
    translationGroupId: null,
  };
}

/**
 * What stands at articles' ids, slugs and URLs for who sees these statuses: each article, or the notice of its withdrawal.
 * One that was killed before readers saw it has no notice for them: it would tell that it ever was.
 */
export function articlesOrNotices<Row extends ArticleRow>(
  rows: readonly Row[],
  visible: readonly ArticleStatus[],
): Row[] {
  return rows.flatMap((row) => {
    if (visible.includes(row.status)) return [row];
    return row.publishedAt === null ? [] : [{ ...row, ...noticeOf(row) }];
  });
}

/** What is looked up for who sees these statuses, where a notice may stand. */
export function withNotices(statuses: readonly ArticleStatus[]): readonly ArticleStatus[] {
  return statuses.includes('WITHDRAWN') ? statuses : [...statuses, 'WITHDRAWN'];
}
