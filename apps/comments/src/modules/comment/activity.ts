import type { Database } from '@dateline/db/connect';
import type { PlacedEvent } from '@dateline/events/article-history';
import type { EventType } from '@dateline/events/domain-event';
import { decodePlace, encodePlace } from '@dateline/events/event-cursor';
import type { EventFanOut } from '@dateline/events/event-fan-out';
import { followArticle } from '@dateline/events/follow-article';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { CommentRow } from './comment.ts';
import { isSeen } from './rules.ts';
import { commentStore } from './store.ts';

/** Something that happened to a comment that readers may know of, as the graph tells it. */
export type CommentStep =
  | { readonly __typename: 'CommentPosted' | 'CommentEdited'; readonly cursor: string; readonly comment: CommentRow }
  | {
      readonly __typename: 'CommentRemoved';
      readonly cursor: string;
      readonly commentId: string;
      readonly tombstone: CommentRow | null;
    };

const stepNames = {
  'comment.posted': 'CommentPosted',
  'comment.edited': 'CommentEdited',
  'comment.removed': 'CommentRemoved',
} as const satisfies Partial<Record<EventType, CommentStep['__typename']>>;

const types = Object.keys(stepNames) as (keyof typeof stepNames)[];

export interface ActivityRequest {
  readonly articleId: string;
  /** A cursor, to go on after it. */
  readonly after: string | null;
  /** Aborted when nobody wants more. */
  readonly signal: AbortSignal;
}

/** Follows one article's conversation. Comments are read anew for each event: what readers may not see by then is not told. */
export function createActivity({ db, events }: { readonly db: Database; readonly events: EventFanOut }) {
  return {
    async follow({ articleId, after, signal }: ActivityRequest): Promise<AsyncGenerator<CommentStep, void>> {
      const place = after === null ? null : decodePlace(after);
      if (after !== null && place === null) {
        throw new CataloguedError('BAD_USER_INPUT', {
          message: 'after is not a cursor of a conversation.',
          field: ['after'],
        });
      }
      const batches = await followArticle(events, { articleId, types, after: place, signal });
      if (batches === null) throw new CataloguedError('CURSOR_TOO_OLD');
      return tell(db, batches);
    },
  };
}

async function* tell(db: Database, batches: AsyncIterable<readonly PlacedEvent[]>): AsyncGenerator<CommentStep, void> {
  for await (const batch of batches) {
    const ids = new Set(batch.flatMap(({ event: { payload } }) => ('commentId' in payload ? payload.commentId : [])));
    const rows = new Map((await commentStore.findByIds(db, [...ids])).map((row) => [row.id, row]));
    for (const placed of batch) {
      const step = stepOf(placed, rows);
      if (step) yield step;
    }
  }
}

/** Null where there is nothing that readers see: the comment was taken back, or is held back, since. */
function stepOf(
  { event: { type, payload }, place }: PlacedEvent,
  rows: ReadonlyMap<string, CommentRow>,
): CommentStep | null {
  if (!isTold(type) || !('commentId' in payload)) return null;
  const { commentId } = payload;
  const comment = rows.get(commentId) ?? null;
  const __typename = stepNames[type];
  const cursor = encodePlace(place);
  if (__typename === 'CommentRemoved') return { __typename, cursor, commentId, tombstone: comment };
  return comment && isSeen(comment) ? { __typename, cursor, comment } : null;
}

function isTold(type: EventType): type is keyof typeof stepNames {
  return Object.hasOwn(stepNames, type);
}
