import { mergeResolvers } from '@dateline/service-kit/merge-resolvers';
import { readModuleSdl } from '@dateline/service-kit/module-sdl';
import { createSubgraphSchema } from '@dateline/service-kit/subgraph-server';
import type { Resolvers } from './__generated__/resolver-types.ts';
import { bodyResolvers } from './modules/article/body-resolvers.ts';
import { articleResolvers } from './modules/article/resolvers.ts';
import { articleSubscriptions } from './modules/article/subscriptions.ts';
import { changeResolvers } from './modules/change/resolvers.ts';
import { contributorResolvers } from './modules/contributor/resolvers.ts';
import { frontResolvers } from './modules/front/resolvers.ts';
import { importResolvers } from './modules/import/resolvers.ts';
import { keptResolvers } from './modules/kept/resolvers.ts';
import { relatedResolvers } from './modules/related/resolvers.ts';
import { revisionResolvers } from './modules/revision/resolvers.ts';
import { searchResolvers } from './modules/search/resolvers.ts';
import { sectionResolvers } from './modules/section/resolvers.ts';
import { topicResolvers } from './modules/topic/resolvers.ts';
import { translationResolvers } from './modules/translation/resolvers.ts';

export const resolvers: Resolvers = mergeResolvers<Resolvers>([
  articleResolvers,
  bodyResolvers,
  articleSubscriptions,
  sectionResolvers,
  searchResolvers,
  topicResolvers,
  contributorResolvers,
  frontResolvers,
  translationResolvers,
  relatedResolvers,
  revisionResolvers,
  changeResolvers,
  importResolvers,
  keptResolvers,
]);

/** The subgraph's executable schema: the SDL of its modules and their resolvers. */
export const schema = createSubgraphSchema(readModuleSdl(`${import.meta.dirname}/modules`), resolvers);
