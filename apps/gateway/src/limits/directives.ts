import { Refusal } from '../errors/refusal.ts';
import { add, foldSelections } from './fold-selections.ts';
import type { Limit } from './limit.ts';

/** Directives on the operation, its fields and its fragments, once these are spread. */
export const directiveLimit: Limit = ({ definition, fragments }, { MAX_DIRECTIVES }) => {
  const inSelections = foldSelections(definition.selectionSet, fragments, {
    initial: 0,
    field: ({ directives = [] }, below) => directives.length + below(),
    fragment: ({ directives = [] }) => directives.length,
    combine: add,
  });
  const directives = (definition.directives?.length ?? 0) + inSelections;
  return directives > MAX_DIRECTIVES ? new Refusal('TOO_MANY_DIRECTIVES') : null;
};
