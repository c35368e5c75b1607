import { mergeResolvers } from '@dateline/service-kit/merge-resolvers';
import { readModuleSdl } from '@dateline/service-kit/module-sdl';
import { scalarResolvers } from '@dateline/service-kit/scalars';
import { createSubgraphSchema } from '@dateline/service-kit/subgraph-server';
import type { Resolvers } from './__generated__/resolver-types.ts';
import { attributionResolvers } from './modules/attribution/resolvers.ts';
import { imageResolvers } from './modules/image/resolvers.ts';
import { renditionResolvers } from './modules/rendition/resolvers.ts';
import { uploadResolvers } from './modules/upload/resolvers.ts';

export const resolvers: Resolvers = mergeResolvers<Resolvers>([
  scalarResolvers,
  imageResolvers,
  attributionResolvers,
  renditionResolvers,
  uploadResolvers,
]);

/** The subgraph's executable schema: the SDL of its modules and their resolvers. */
export const schema = createSubgraphSchema(readModuleSdl(`${import.meta.dirname}/modules`), resolvers);
