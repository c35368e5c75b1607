import { hasRole } from '@dateline/service-kit/viewer';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { nameOf } from './field-names.ts';
import { suppliedFields } from './supplied-field.ts';

/** The graph's view of what editors keep: the newsroom's own, and nobody else's. */
export const keptResolvers: Resolvers = {
  Article: {
    keptFields: async ({ id, sourceName }, _args, { loaders, viewer }) => {
      if (sourceName === null || !hasRole(viewer, 'EDITOR')) return [];
      const kept = await loaders.keptFieldsByArticle.load(id);
      return suppliedFields.filter((field) => kept.has(field)).map(nameOf);
    },
  },
};
