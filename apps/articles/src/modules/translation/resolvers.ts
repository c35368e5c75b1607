import { hasRole } from '@dateline/service-kit/viewer';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import type { Context } from '../../context.ts';
import { toPayload } from '../article/resolvers.ts';
import { linkTranslations, unlinkTranslation } from './link-translations.ts';

/** The graph's view of translations. */
export const translationResolvers: Resolvers = {
  Mutation: {
    linkTranslations: (_root, { articleIds }, context) => afresh(context, linkTranslations(context, articleIds)),
    unlinkTranslation: async (_root, { articleId }, context) =>
      toPayload(await afresh(context, unlinkTranslation(context, articleId))),
  },
  Article: {
    translations: async ({ id, status, translationGroupId }, _args, { loaders, viewer }) => {
      if (translationGroupId === null) return [];
      // A reader sees nothing of what was withdrawn but its notice.
      if (status === 'WITHDRAWN' && !hasRole(viewer, 'EDITOR')) return [];
      const members = await loaders.articlesByTranslationGroup.load(translationGroupId);
      return members.filter((member) => member.id !== id);
    },
  },
};

/** What this request has read of groups before the change is old. */
async function afresh<Result>({ loaders }: Context, change: Promise<Result>): Promise<Result> {
  const result = await change;
  loaders.articlesByTranslationGroup.clearAll();
  return result;
}
