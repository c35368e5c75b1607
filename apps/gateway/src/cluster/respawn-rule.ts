/** Deaths of workers within a minute that are borne; with one more something is wrong that another worker will not mend. */
export const maxDeaths = 5;

const withinMs = 60_000;
const firstBackOffMs = 100;
const maxBackOffMs = 2_000;

/** How long to wait before a worker takes the place of one that died; null: no more of them. */
export function createRespawnRule() {
  let deaths: number[] = [];
  return {
    /** `nowMs` of a clock that only goes forward. */
    died(nowMs: number): number | null {
      deaths = [...deaths.filter((at) => at > nowMs - withinMs), nowMs];
      if (deaths.length > maxDeaths) return null;
      return Math.min(firstBackOffMs * 2 ** (deaths.length - 1), maxBackOffMs);
    },
  };
}
