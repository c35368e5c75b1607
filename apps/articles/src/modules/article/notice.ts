import type { ArticleRow } from './article.ts';
import { withdrawnHeadline } from './first-published/wordings.ts';
import type { ArticleStatus } from './store.ts';

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
    sourceName: null,
    sourceId: null,
    sourceUrl: null,
    translationGroupId: null,
  };
}

/** What stands at an article's id, slug and URL for who sees these statuses: the article, or the notice of its withdrawal. */
export function articleOrNotice<Row extends ArticleRow>(visible: readonly ArticleStatus[]): (row: Row) => Row {
  return (row) => (row.status === 'WITHDRAWN' && !visible.includes('WITHDRAWN') ? { ...row, ...noticeOf(row) } : row);
}

/** What is looked up for who sees these statuses, where a notice may stand. */
export function withNotices(statuses: readonly ArticleStatus[]): readonly ArticleStatus[] {
  return statuses.includes('WITHDRAWN') ? statuses : [...statuses, 'WITHDRAWN'];
}
