import type { Meters } from '@dateline/service-kit/meters';
import type { Caches } from '../caches.ts';

/** What the caches count themselves, read when it is asked for. */
export function readCacheCounts(
  { read }: Meters,
  { responses, entities }: Pick<Caches, 'responses' | 'entities'>,
): void {
  const outcome = (name: string) => ({ outcome: name.toLowerCase() });
  if (responses) {
    const { counts } = responses;
    read({ name: 'gateway_response_cache_answers_total', help: 'Answers, by how they came about.', grows: true }, () =>
      Object.entries(counts.outcomes).map(([name, value]) => [outcome(name), value]),
    );
    const changes = ['stored', 'overtaken', 'purged', 'sharedHits', 'failedRefreshes'] as const;
    read({ name: 'gateway_response_cache_changes_total', help: 'What became of kept answers.', grows: true }, () =>
      changes.map((change) => [{ change }, counts[change]]),
    );
    read({ name: 'gateway_response_cache_bytes', help: 'Memory that kept answers take.' }, () => [
      [{}, responses.bytes],
    ]);
    read({ name: 'gateway_response_cache_entries', help: 'Kept answers.' }, () => [[{}, responses.entryCount]]);
  }
  if (entities) {
    read({ name: 'gateway_entity_cache_lookups_total', help: 'Entities looked for.', grows: true }, () => [
      [{ outcome: 'hit' }, entities.counts.hits],
      [{ outcome: 'miss' }, entities.counts.misses],
    ]);
    read({ name: 'gateway_entity_cache_bytes', help: 'Kept entities, by their JSON.' }, () => [[{}, entities.bytes]]);
  }
}
