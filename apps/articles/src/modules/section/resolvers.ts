import { isUuid } from '@dateline/db/uuidv7';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { listArticlesOf } from '../article/article-list.ts';
import { saveSection } from './save-section.ts';
import { sectionStore } from './store.ts';

/** The graph's view of a section. */
export const sectionResolvers: Resolvers = {
  Query: {
    section: (_root, { slug }, { loaders }) => loaders.sectionBySlug.load(slug),
    sections: (_root, _args, { db }) => sectionStore.findAll(db),
  },
  Mutation: {
    saveSection: async (_root, { input }, context) => {
      const outcome = await saveSection(context, input);
      const { sectionById, sectionBySlug, sectionsByParent } = context.loaders;
      // One request may save several, and each answers with the tree as it stands then.
      for (const loader of [sectionById, sectionBySlug, sectionsByParent]) loader.clearAll();
      return outcome;
    },
  },
  Section: {
    __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.sectionById.load(id) : null),
    parent: ({ parentId }, _args, { loaders }) => (parentId === null ? null : loaders.sectionById.load(parentId)),
    children: ({ id }, _args, { loaders }) => loaders.sectionsByParent.load(id),
    articles: ({ id }, args, context, info) => listArticlesOf('section', id, args, context, info),
  },
};
