/** How an upstream that breaks is opened again. */
export interface Backoff {
  /** Before the first time; it doubles with each. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** Times in a row without an event between them. */
  readonly attempts: number;
  /** One that lasted so long was sound, event or not. */
  readonly soundAfterMs: number;
}

export const usualBackoff: Backoff = { firstDelayMs: 200, maxDelayMs: 5_000, attempts: 6, soundAfterMs: 30_000 };

/** Somewhere between half of the delay and all of it: those who were cut together do not come back together. */
export function delayBefore(attempt: number, { firstDelayMs, maxDelayMs }: Backoff, random = Math.random): number {
  const full = Math.min(maxDelayMs, firstDelayMs * 2 ** attempt);
  return full / 2 + (random() * full) / 2;
}
