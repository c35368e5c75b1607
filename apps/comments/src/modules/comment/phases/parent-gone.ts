import type { Phase, PostFacts } from './phase.ts';

export const parentGone: Phase<Pick<PostFacts, 'parentStands'>> = ({ parentStands }) =>
  parentStands
    ? null
    : { code: 'PARENT_GONE', message: 'The comment that you answer is not there any more.', field: 'parentId' };
