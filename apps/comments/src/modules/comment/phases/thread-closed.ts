import { takesComments } from '../../thread/rules.ts';
import type { Phase, PostFacts } from './phase.ts';

export const threadClosed: Phase<Pick<PostFacts, 'thread'>> = ({ thread }) =>
  thread === null || takesComments(thread)
    ? null
    : { code: 'THREAD_CLOSED', message: 'This conversation is closed.', field: 'articleId' };
