import { mergeResolvers } from '@dateline/service-kit/merge-resolvers';
import { readModuleSdl } from '@dateline/service-kit/module-sdl';
import { createSubgraphSchema } from '@dateline/service-kit/subgraph-server';
import type { Resolvers } from './__generated__/resolver-types.ts';
import { commentResolvers } from './modules/comment/resolvers.ts';
import { commentSubscriptions } from './modules/comment/subscriptions.ts';
import { draftResolvers } from './modules/draft/resolvers.ts';
import { threadResolvers } from './modules/thread/resolvers.ts';

export const resolvers: Resolvers = mergeResolvers<Resolvers>([
  threadResolvers,
  commentResolvers,
  commentSubscriptions,
  draftResolvers,
]);

/** The subgraph's executable schema: the SDL of its modules and their resolvers. */
export const schema = createSubgraphSchema(readModuleSdl(`${import.meta.dirname}/modules`), resolvers);
