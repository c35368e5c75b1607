/** What a timer can hold: longer ones would ring at once. */
const maxTimerMs = 2 ** 31 - 1;

/** Calls back at an instant; never for one that is too far away for a timer (24 days). Returns how to call it off. */
export function atInstant(instantMs: number | undefined, onInstant: () => void): () => void {
  if (instantMs === undefined) return () => undefined;
  const inMs = Math.max(0, instantMs - Date.now());
  if (inMs > maxTimerMs) return () => undefined;
  const timer = setTimeout(onInstant, inMs).unref();
  return () => clearTimeout(timer);
}
