import type { Phase, PostFacts } from './phase.ts';

export const rateWindowSeconds = 60;
export const maxPostsInWindow = 5;

/** At most five posts of one commenter within a minute, over all threads. */
export const rateLimited: Phase<Pick<PostFacts, 'recentPostAges'>> = ({ recentPostAges }) => {
  const oldestThatCounts = recentPostAges[maxPostsInWindow - 1];
  if (oldestThatCounts === undefined) return null;
  return {
    code: 'RATE_LIMITED',
    message: 'You write faster than a conversation can follow. Wait a little.',
    field: null,
    retryAfterSeconds: Math.max(1, Math.ceil(rateWindowSeconds - oldestThatCounts)),
  };
};
