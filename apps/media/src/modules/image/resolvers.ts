import type { Resolvers } from '../../__generated__/resolver-types.ts';

export const imageResolvers: Resolvers = {
  Query: {
    image: (_query, { id }, { loaders }) => loaders.imageById.load(id),
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
