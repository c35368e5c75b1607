import type { PlacedEvent } from './article-history.ts';
import type { BusPlace } from './bus-place.ts';
import type { EventType } from './domain-event.ts';
import type { EventFanOut } from './event-fan-out.ts';

export interface FollowArticleOptions {
  readonly articleId: string;
  readonly types: readonly EventType[];
  /** Goes on after this place; null begins with what comes. */
  readonly after: BusPlace | null;
  /** Aborted when nobody wants more. */
  readonly signal: AbortSignal;
  readonly maxReplayed?: number;
}

/** How many events of one article are told again at most. */
const maxReplayedEvents = 500;

/**
 * What happens to one article, in its order, without gap and without repeating: first what happened after a place, then
 * what comes. Whatever is missed on the way (a slow reader, the bus lost) is read from the database. Null when what
 * happened after the place cannot be told; it ends when the same comes about later.
 */
export async function followArticle(
  events: EventFanOut,
  options: FollowArticleOptions,
): Promise<AsyncGenerator<readonly PlacedEvent[], void> | null> {
  const { articleId, types, after, signal, maxReplayed: maxEvents = maxReplayedEvents } = options;
  await events.ready(signal);
  // Listens first: what comes between the look back and the first new event would be lost otherwise.
  const listening = events.listen(articleId);
  signal.addEventListener('abort', listening.close);
  if (signal.aborted) listening.close();
  let place = after ?? events.place();
  const lookBack = (from: BusPlace) => events.history({ articleId, types, after: from, maxEvents });

  async function* follow(first: readonly PlacedEvent[]): AsyncGenerator<readonly PlacedEvent[], void> {
    let batch = first;
    try {
      while (!signal.aborted) {
        const last = batch.at(-1);
        if (last) {
          place = last.place;
          yield batch;
        }
        const heard = await listening.next();
        if (heard === 'over') return;
        const found = heard === 'missed' ? place && (await lookBack(place)) : heard.filter(isNew);
        if (found === null) return;
        batch = found;
      }
    } finally {
      listening.close();
    }
  }
  const isNew = ({ event, place: { position } }: PlacedEvent) =>
    types.includes(event.type) && position > (place?.position ?? -1);

  try {
    const first = after === null ? [] : await lookBack(after);
    if (first === null) listening.close();
    return first && follow(first);
  } catch (error) {
    listening.close();
    throw error;
  }
}
