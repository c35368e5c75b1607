import type { Phase, PostFacts } from './phase.ts';

/** News of a publication takes a moment to come here; and an article that was never published has no readers. */
export const articleUnknown: Phase<Pick<PostFacts, 'thread'>> = ({ thread }) =>
  thread ? null : { code: 'ARTICLE_UNKNOWN', message: 'This article is not known here (yet).', field: 'articleId' };
