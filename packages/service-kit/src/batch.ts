import DataLoader from 'dataloader';

/** At most this many keys in one statement: one page of a list, with room. */
const maxBatchSize = 1000;

/**
 * A per-request loader of one row a key. `find` gets each key once and may answer in any order; keys it does not answer
 * load as null.
 */
export function batchOne<Key extends string | number, Row>(
  find: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await find(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { maxBatchSize },
  );
}

/** A per-request loader of many rows a key, in the order in which `find` gives them. */
export function batchMany<Key extends string | number, Row>(
  find: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, readonly Row[]> {
  return new DataLoader(
    async (keys) => {
      const groups = Map.groupBy(await find(keys), keyOf);
      return keys.map((key) => groups.get(key) ?? []);
    },
    { maxBatchSize },
  );
}
