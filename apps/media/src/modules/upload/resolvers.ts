import type { Resolvers } from '../../__generated__/resolver-types.ts';

export const uploadResolvers: Resolvers = {
  Mutation: {
    createUpload: (_mutation, { input }, { uploads }) => uploads.create(input),
    completeUpload: (_mutation, { uploadId }, { uploads }) => uploads.complete(uploadId),
  },
};
