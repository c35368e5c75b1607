import {
  ImportFailuresDocument,
  type ImportFailuresQuery,
  ResolveImportFailuresDocument,
} from '../__generated__/operations.ts';
import { CommandFault, InputFault } from '../faults.ts';
import type { Gateway } from '../gateway.ts';

export type Failure = NonNullable<ImportFailuresQuery['importFailures']>['nodes'][number];

/** The whole list first: what is resolved on the way would move the pages. At most `maxPages` of twenty. */
export async function allFailures(gateway: Gateway, maxPages = Number.POSITIVE_INFINITY): Promise<Failure[]> {
  const all: Failure[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const { importFailures }: ImportFailuresQuery = await gateway.send(ImportFailuresDocument, { first: 20, after });
    all.push(...(importFailures?.nodes ?? []));
    after = importFailures?.pageInfo.hasNextPage ? (importFailures.pageInfo.endCursor ?? null) : null;
  } while (after !== null && ++pages < maxPages);
  return all;
}

/** What a run looks through for what it mended; the rest is for `--retry`. */
const maxPagesOfMended = 25;
const maxRemembered = 100_000;

export interface FilesRead {
  /** The file is read, perhaps again: a watch sees many versions of one. */
  begun(file: string): void;
  /** It was read to its end. */
  whole(file: string): void;
  atFault(file: string): void;
  /** Takes off the list what failed in files that went in whole by now: to try its old text again would be wrong. */
  clearMended(gateway: () => Promise<Gateway>): Promise<void>;
}

/** Which files of a run went in without a fault. */
export function createFilesRead(): FilesRead {
  const read = new Set<string>();
  const faulty = new Set<string>();
  return {
    begun(file) {
      read.delete(file);
      faulty.delete(file);
    },
    whole(file) {
      if (read.size < maxRemembered) read.add(file);
    },
    atFault(file) {
      faulty.add(file);
    },
    async clearMended(gateway) {
      try {
        const open = await gateway();
        const mended = (await allFailures(open, maxPagesOfMended)).filter(
          ({ file }) => read.has(file) && !faulty.has(file),
        );
        const ids = mended.map(({ id }) => id);
        if (ids.length > 0) await open.send(ResolveImportFailuresDocument, { ids });
      } catch (error) {
        // It stays on the list, where --retry finds that nothing is wrong with it.
        if (!(error instanceof InputFault || error instanceof CommandFault)) throw error;
      }
    },
  };
}
