import type { Database } from '@dateline/db/connect';
import { encodePlace } from '@dateline/events/event-cursor';
import type { EventFanOut } from '@dateline/events/event-fan-out';
import type { RequestContext } from '@dateline/service-kit/subgraph-server';
import { createActivity } from './modules/comment/activity.ts';
import { createCommentLoaders } from './modules/comment/loaders.ts';
import { createCommentService } from './modules/comment/service.ts';
import { createDraftLoaders } from './modules/draft/loaders.ts';
import { createDraftService } from './modules/draft/service.ts';
import { createThreadLoaders } from './modules/thread/loaders.ts';

export interface ContextDependencies {
  readonly db: Database;
  readonly siteUrl: string;
  readonly events: EventFanOut;
}

/** What resolvers get: who asks, when, the loaders of this request, and the services that decide. */
export const createContextFactory =
  ({ db, siteUrl, events }: ContextDependencies) =>
  (request: RequestContext) => ({
    ...request,
    siteUrl,
    // Taken before anything is read: all that was told up to here is in the answer.
    activityCursor: cursorOf(events),
    activity: createActivity({ db, events }),
    loaders: {
      ...createThreadLoaders(db),
      ...createCommentLoaders(db),
      ...createDraftLoaders(db, request.viewer),
    },
    comments: createCommentService({ db, viewer: request.viewer, now: request.now }),
    drafts: createDraftService({ db, viewer: request.viewer }),
  });

function cursorOf(events: EventFanOut): string | null {
  const place = events.place();
  return place && encodePlace(place);
}

export type Context = ReturnType<ReturnType<typeof createContextFactory>>;
