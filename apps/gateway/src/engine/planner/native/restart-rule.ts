/** Deaths within a minute that are borne; with one more it is left alone. */
export const maxDeaths = 10;

const withinMs = 60_000;
const restMs = 30_000;
const firstBackOffMs = 25;
const maxBackOffMs = 250;

/** When to start again what has died. */
export interface Restart {
  readonly afterMs: number;
  /** It dies too often: until then nothing waits for it. */
  readonly isRest: boolean;
}

/** Counts deaths: the first in a minute costs no wait, the next ones a longer one each, and too many a rest. */
export function createRestartRule() {
  let deaths: number[] = [];
  return {
    /** `nowMs` of a clock that only goes forward. */
    died(nowMs: number): Restart {
      deaths = [...deaths.filter((at) => at > nowMs - withinMs), nowMs];
      if (deaths.length > maxDeaths) {
        deaths = [];
        return { afterMs: restMs, isRest: true };
      }
      const afterMs = deaths.length === 1 ? 0 : firstBackOffMs * 2 ** (deaths.length - 2);
      return { afterMs: Math.min(afterMs, maxBackOffMs), isRest: false };
    },
  };
}
