import { OperationTypeNode } from 'graphql';
import { Refusal } from '../errors/refusal.ts';
import { add, foldSelections } from './fold-selections.ts';
import type { Limit } from './limit.ts';

/** One mutation does one thing: many in a request would go round every limit that counts requests. */
export const rootFieldLimit: Limit = ({ definition, fragments }, { MAX_ROOT_FIELDS, MAX_MUTATION_FIELDS }) => {
  const max = definition.operation === OperationTypeNode.MUTATION ? MAX_MUTATION_FIELDS : MAX_ROOT_FIELDS;
  const rootFields = foldSelections(definition.selectionSet, fragments, {
    initial: 0,
    field: () => 1,
    combine: add,
  });
  return rootFields > max ? new Refusal('TOO_MANY_ROOT_FIELDS') : null;
};
