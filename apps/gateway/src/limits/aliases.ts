import { Refusal } from '../errors/refusal.ts';
import { add, foldSelections } from './fold-selections.ts';
import type { Limit } from './limit.ts';

/** Aliases ask for one field many times. Counted once their fragments are spread; `__typename` is no exception. */
export const aliasLimit: Limit = ({ definition, fragments }, { MAX_ALIASES }) => {
  const aliases = foldSelections(definition.selectionSet, fragments, {
    initial: 0,
    field: ({ alias }, below) => (alias ? 1 : 0) + below(),
    combine: add,
  });
  return aliases > MAX_ALIASES ? new Refusal('TOO_MANY_ALIASES') : null;
};
