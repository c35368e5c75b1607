import type { PreparedItem } from './prepare-item.ts';

/** What an article keeps of where it came from. */
export function sourceColumns({ input, arrival }: PreparedItem, receivedAt: Date) {
  return {
    sourceName: input.source,
    sourceId: input.sourceId,
    sourceUrl: input.sourceUrl ?? null,
    sourceFormat: input.format,
    sourceReceivedAt: receivedAt,
    sourceDigest: arrival.digest,
    sourceVersion: arrival.stamp.version,
    sourceVersionAt: arrival.stamp.versionAt,
    sourceEmbargoedUntil: arrival.embargoedUntil,
  };
}
