import type { ArticleRow } from '../article/article.ts';
import type { ArticleSnapshot } from './revision.ts';

interface PrintedByline {
  readonly name: string;
  readonly role?: string | null | undefined;
  readonly contributorId?: string | null | undefined;
}

/** What of an article stands in tables of its own. */
export interface ArticleParts {
  readonly bylines: readonly PrintedByline[];
  readonly topicIds: readonly string[];
}

export interface WholeArticle {
  readonly article: ArticleRow;
  readonly parts: ArticleParts;
}

type Written = Omit<ArticleSnapshot, 'bylines' | 'topicIds' | 'embargoedUntil' | 'isAccessibleForFree'> &
  Pick<ArticleRow, 'embargoedUntil' | 'isAccessibleForFree'>;

/** All that an editor may write of an article, as a revision keeps it. */
export function snapshotOf({
  article,
  parts,
}: {
  readonly article: Written;
  readonly parts: ArticleParts;
}): ArticleSnapshot {
  const { slug, language, timeZone, kicker, headline, standfirst, dateline, body } = article;
  const { sectionId, urgency, copyrightNotice, usageTerms, isAccessibleForFree, embargoedUntil } = article;
  return {
    ...{ slug, language, timeZone, kicker, headline, standfirst, dateline, body },
    ...{ sectionId, urgency, copyrightNotice, usageTerms, isAccessibleForFree },
    bylines: parts.bylines.map(({ name, role = null, contributorId = null }) => ({ name, role, contributorId })),
    topicIds: [...parts.topicIds],
    embargoedUntil: embargoedUntil?.toISOString() ?? null,
  };
}
