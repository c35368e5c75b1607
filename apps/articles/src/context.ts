import type { Database } from '@dateline/db/connect';
import type { EventFanOut } from '@dateline/events/event-fan-out';
import type { RequestContext } from '@dateline/service-kit/subgraph-server';
import { createArticleLoaders } from './modules/article/loaders.ts';
import { visibleStatuses } from './modules/article/rules.ts';
import { createArticleService } from './modules/article/service.ts';
import { createContributorLoaders } from './modules/contributor/loaders.ts';
import { createFrontLoaders } from './modules/front/loaders.ts';
import { createImageTextLoaders } from './modules/image-text/loaders.ts';
import { createKeptLoaders } from './modules/kept/loaders.ts';
import { createRelatedLoaders } from './modules/related/loaders.ts';
import { createSectionLoaders } from './modules/section/loaders.ts';
import { createTopicLoaders } from './modules/topic/loaders.ts';
import { createTranslationLoaders } from './modules/translation/loaders.ts';

export interface ContextDependencies {
  readonly db: Database;
  readonly siteUrl: string;
  readonly events: EventFanOut;
}

/** What resolvers get: who asks, when, the loaders of this request, and the service that decides. */
export const createContextFactory =
  ({ db, siteUrl, events }: ContextDependencies) =>
  (request: RequestContext) => ({
    ...request,
    db,
    siteUrl,
    events,
    loaders: {
      ...createArticleLoaders(db, visibleStatuses(request.viewer)),
      ...createSectionLoaders(db),
      ...createTopicLoaders(db),
      ...createContributorLoaders(db),
      ...createImageTextLoaders(db),
      ...createFrontLoaders(db),
      ...createRelatedLoaders(db),
      ...createKeptLoaders(db),
      ...createTranslationLoaders(db, visibleStatuses(request.viewer)),
    },
    articles: createArticleService({ db, viewer: request.viewer }),
  });

export type Context = ReturnType<ReturnType<typeof createContextFactory>>;
