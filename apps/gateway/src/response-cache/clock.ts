/** Milliseconds from some moment on, never backwards. Time of day plays no part in any cache. */
export type Clock = () => number;

export const monotonicClock: Clock = () => performance.now();
