export interface ReconnectDelays {
  /** How long to wait before the next try, in milliseconds. */
  next(): number;
  /** The server asks for this much before the next try, or the next ones had better wait no longer than usual: it works again. */
  serverAsks(afterMs: number): void;
  works(): void;
}

const firstMs = 2_000;
const maxMs = 30_000;

/**
 * Waits longer each time, up to half a minute, and never all at once: of many who lost one server each comes back at
 * another time, by chance.
 */
export function createReconnectDelays(random: () => number = Math.random): ReconnectDelays {
  let failures = 0;
  let askedMs: number | undefined;
  return {
    next() {
      const ceiling = Math.min(maxMs, firstMs * 2 ** failures);
      const delay =
        askedMs === undefined ? ceiling * (0.2 + 0.8 * random()) : Math.min(maxMs, askedMs) * (1 + random());
      failures += 1;
      askedMs = undefined;
      return delay;
    },
    serverAsks(afterMs) {
      askedMs = afterMs;
    },
    works() {
      failures = 0;
    },
  };
}
