import type { CachePolicy } from '../../engine/engine-types.ts';
import type { CacheEntry } from '../entry.ts';

/** A moment between two purges, as the shared level counts them; without meaning after it has lost its memory. */
export interface SharedMark {
  readonly generation: string;
  readonly epoch: number;
}

/** A PUBLIC answer that another process, or this one before it was started anew, has kept. */
export interface SharedAnswer {
  readonly status: number;
  readonly body: Buffer;
  readonly policy: CachePolicy;
  readonly tags: readonly string[];
  /** How long ago its making began, at most. */
  readonly ageMs: number;
}

export interface SharedRead {
  /** Taken before the answer is made: what is purged after it makes the answer too old to be read. */
  readonly mark: SharedMark;
  readonly found: SharedAnswer | null;
}

/**
 * The second level, shared by processes. Only PUBLIC answers are kept there. None of this rejects, and none of it takes
 * longer than the level's timeout; while it is away, all of it returns at once.
 */
export interface SharedAnswers {
  /** Null while the level is away, or has purges to be told of. */
  read(key: string): Promise<SharedRead | null>;
  /** In the background. `ageMs`: since its making began. */
  write(operation: string, entry: CacheEntry, ageMs: number, mark: SharedMark): void;
  /** True when the level has it. False when it is away: it is told when it comes back, before anything is read there. */
  purge(tags: readonly string[] | 'all'): Promise<boolean>;
  /** The operation has turned out to be PRIVATE: what was kept of it is not to be found any more. */
  forgetOperation(operation: string): Promise<boolean>;
  /** What other processes purged; 'all' when it is not known what. */
  onPurge(listener: (tags: readonly string[] | 'all') => void): void;
  readonly isReady: boolean;
  close(): Promise<void>;
}
