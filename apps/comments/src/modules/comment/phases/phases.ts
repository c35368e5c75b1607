import { articleUnknown } from './article-unknown.ts';
import { empty } from './empty.ts';
import { parentGone } from './parent-gone.ts';
import type { Phase, PostFacts, TextFacts } from './phase.ts';
import { rateLimited } from './rate-limited.ts';
import { repeatPost } from './repeat-post.ts';
import { threadClosed } from './thread-closed.ts';
import { tooLong } from './too-long.ts';

/** What every text has to pass, posted or edited; asked before anything is read or locked. */
export const textPhases: readonly Phase<TextFacts>[] = [empty, tooLong];

/** The policy of posting, from top to bottom; the first refusal stands. */
export const postPhases: readonly Phase<PostFacts>[] = [
  articleUnknown,
  threadClosed,
  parentGone,
  // Before the rate: whoever clicks twice should hear that it was said, not that they are too fast.
  repeatPost,
  rateLimited,
];
