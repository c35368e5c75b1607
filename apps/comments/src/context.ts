import type { Database } from '@dateline/db/connect';
import type { RequestContext } from '@dateline/service-kit/subgraph-server';
import { createCommentLoaders } from './modules/comment/loaders.ts';
import { createCommentService } from './modules/comment/service.ts';
import { createDraftLoaders } from './modules/draft/loaders.ts';
import { createDraftService } from './modules/draft/service.ts';
import { createThreadLoaders } from './modules/thread/loaders.ts';

export interface ContextDependencies {
  readonly db: Database;
  readonly siteUrl: string;
}

/** What resolvers get: who asks, when, the loaders of this request, and the services that decide. */
export const createContextFactory =
  ({ db, siteUrl }: ContextDependencies) =>
  (request: RequestContext) => ({
    ...request,
    siteUrl,
    loaders: {
      ...createThreadLoaders(db),
      ...createCommentLoaders(db),
      ...createDraftLoaders(db, request.viewer),
    },
    comments: createCommentService({ db, viewer: request.viewer, now: request.now }),
    drafts: createDraftService({ db, viewer: request.viewer }),
  });

export type Context = ReturnType<ReturnType<typeof createContextFactory>>;
