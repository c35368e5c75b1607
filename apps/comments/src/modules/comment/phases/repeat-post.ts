import type { Phase, PostFacts } from './phase.ts';

/** A double click, a lost answer, a copy for good measure: for so long the same words of one author are said once in a thread. */
export const repeatWindowSeconds = 600;

export const repeatPost: Phase<Pick<PostFacts, 'saidLately'>> = ({ saidLately }) =>
  saidLately ? { code: 'REPEAT_POST', message: 'You have just said that here.', field: 'body' } : null;
