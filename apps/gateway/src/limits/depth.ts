import { Refusal } from '../errors/refusal.ts';
import { foldSelections } from './fold-selections.ts';
import type { Limit } from './limit.ts';

/** Fields inside fields. Introspection is nested by its nature and has a bound of its own. */
export const depthLimit: Limit = ({ definition, fragments }, settings) => {
  const depthOf = (counts: (introspection: boolean) => boolean) =>
    foldSelections(definition.selectionSet, fragments, {
      initial: 0,
      field: ({ name: { value: name } }, below) => {
        if (name === '__typename') return 0;
        return counts(name === '__schema' || name === '__type') ? 1 + below() : 0;
      },
      combine: Math.max,
    });
  const tooDeep =
    depthOf((introspection) => !introspection) > settings.MAX_DEPTH ||
    depthOf(() => true) > Math.max(settings.MAX_DEPTH, settings.MAX_INTROSPECTION_DEPTH);
  return tooDeep ? new Refusal('TOO_DEEP') : null;
};
