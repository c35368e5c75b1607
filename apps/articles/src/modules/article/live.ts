import type { Database } from '@dateline/db/connect';
import type { DomainEvent, EventType } from '@dateline/events/domain-event';
import type { EventFanOut } from '@dateline/events/event-fan-out';
import type { ArticleRow } from './article.ts';
import { articlesOrNotices, withNotices } from './notice.ts';
import { type ArticleFilter, type ArticleStatus, articleStore } from './store.ts';

export interface LiveArticles {
  readonly db: Database;
  readonly events: EventFanOut;
  /** Aborted when nobody wants more. */
  readonly signal: AbortSignal;
}

/** What a change that readers see is told by. */
const changes: ReadonlySet<EventType> = new Set([
  'article.published',
  'article.updated',
  'article.corrected',
  'article.withdrawn',
]);

/** Articles as they are published, those that the filter lets through. Ends when one may have been missed. */
export function followPublications(live: LiveArticles, filter: ArticleFilter): AsyncGenerator<ArticleRow, void> {
  return publications(live, filter, heard(live, 'article.published'));
}

async function* publications({ db }: LiveArticles, filter: ArticleFilter, batches: Heard) {
  for await (const events of batches) {
    const ids = new Set(events.flatMap(({ payload }) => ('articleId' in payload ? payload.articleId : [])));
    const rows = new Map((await articleStore.findFiltered(db, [...ids], filter)).map((row) => [row.id, row]));
    for (const id of ids) {
      const row = rows.get(id);
      if (row) yield row;
    }
  }
}

/**
 * One article after each change, as it stands by then; of several changes at once the last. Nothing comes while the viewer
 * may not see it. Ends with the notice of its withdrawal, and when a change may have been missed.
 */
export function followChanges(
  live: LiveArticles,
  id: string,
  statuses: readonly ArticleStatus[],
): AsyncGenerator<ArticleRow, void> {
  return articleChanges(live, heard(live, id), async (db) =>
    articlesOrNotices(await articleStore.findByIds(db, [id], withNotices(statuses)), statuses),
  );
}

async function* articleChanges({ db }: LiveArticles, batches: Heard, find: (db: Database) => Promise<ArticleRow[]>) {
  let toldRevision = 0;
  for await (const events of batches) {
    if (events.some(({ type }) => changes.has(type))) {
      const [row] = await find(db);
      if (row && row.revision > toldRevision) {
        toldRevision = row.revision;
        yield row;
      }
    }
    // Other events tell of what hangs from it (a picture, a translation), and do not bring it back.
    const last = events.findLast(({ type }) => changes.has(type) || type === 'article.withdrawn');
    if (last?.type === 'article.withdrawn') return;
  }
}

type Heard = AsyncGenerator<readonly DomainEvent[], void>;

/** The events of a topic from this call on; ends when some were missed. */
function heard({ events, signal }: LiveArticles, topic: string): Heard {
  const listening = events.listen(topic);
  signal.addEventListener('abort', listening.close);
  if (signal.aborted) listening.close();
  return (async function* () {
    try {
      for (;;) {
        const batch = await listening.next();
        if (batch === 'over' || batch === 'missed') return;
        yield batch.map(({ event }) => event);
      }
    } finally {
      listening.close();
    }
  })();
}
