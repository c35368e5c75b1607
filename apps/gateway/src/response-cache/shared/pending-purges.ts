/** More tags than these are told as "everything". */
const maxTags = 10_000;

/** Purges that Redis has not confirmed yet. Nothing is read from Redis while there are some. */
export interface PendingPurges {
  add(tags: readonly string[] | 'all'): void;
  /** Sends until none is left. False when one could not be sent: it stays. */
  flush(): Promise<boolean>;
  readonly isEmpty: boolean;
}

export function createPendingPurges(send: (tags: readonly string[] | 'all') => Promise<boolean>): PendingPurges {
  let waiting: Set<string> | 'all' = new Set();
  let isSending = false;
  let flushing: Promise<boolean> | null = null;

  function add(tags: readonly string[] | 'all'): void {
    if (waiting === 'all') return;
    if (tags === 'all' || waiting.size + tags.length > maxTags) waiting = 'all';
    else for (const tag of tags) waiting.add(tag);
  }

  function isEmpty(): boolean {
    return !isSending && waiting !== 'all' && waiting.size === 0;
  }

  async function sendAll(): Promise<boolean> {
    while (!isEmpty()) {
      const batch = waiting === 'all' ? waiting : [...waiting];
      waiting = new Set();
      isSending = true;
      const sent = await send(batch);
      isSending = false;
      if (!sent) {
        add(batch);
        return false;
      }
    }
    return true;
  }

  return {
    add,
    async flush() {
      // What was added after the other one's last look is sent by another.
      while (flushing) if (!(await flushing)) return false;
      if (isEmpty()) return true;
      flushing = sendAll().finally(() => {
        flushing = null;
      });
      return flushing;
    },
    get isEmpty() {
      return isEmpty();
    },
  };
}
