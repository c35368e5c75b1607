import { isCanonicalUuid } from '@dateline/db/uuidv7';
import { keepNowhere } from '@dateline/service-kit/cache-hints';
import type { Resolvers } from '../../__generated__/resolver-types.ts';

export const imageResolvers: Resolvers = {
  Query: {
    image: (_query, { id }, { loaders }, info) => {
      // Events name a picture as we write it: an answer found by another spelling would not hear of them.
      if (!isCanonicalUuid(id)) keepNowhere(info);
      return loaders.imageById.load(id);
    },
    images: (_query, args, { images }) => images.list(args),
  },
  Mutation: {
    updateImage: (_mutation, { id, input }, { images }) => images.update(id, input),
  },
  Image: {
    __resolveReference: ({ id }, { loaders }) => loaders.imageById.load(id),
    capturedAt: ({ capturedAt }) => capturedAt?.toISOString() ?? null,
    createdAt: ({ createdAt }) => createdAt.toISOString(),
    updatedAt: ({ updatedAt }) => updatedAt.toISOString(),
    focalPoint: ({ focalX, focalY }) => ({ x: focalX, y: focalY }),
  },
};
