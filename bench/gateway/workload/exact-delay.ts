/** Timers come up to this much late, so the rest of a wait is watched. */
const timerSlackMs = 1.5;

/** Calls back after `delayMs`, to the tenth of a millisecond; other work goes on meanwhile. */
export function afterExactly(delayMs: number, callback: () => void): void {
  const due = performance.now() + delayMs;
  const watch = () => (performance.now() >= due ? callback() : void setImmediate(watch));
  setTimeout(watch, Math.max(0, delayMs - timerSlackMs));
}
