/** A page that is out of sight for so long lets its socket go: nobody is reading. */
const hiddenMs = 5_000;

/** Calls `begin` whenever the page is there to be read; the signal ends what was begun once it is not. */
export function whileVisible(page: Document, begin: (signal: AbortSignal) => void): void {
  let running: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    clearTimeout(timer);
    if (running) return;
    running = new AbortController();
    begin(running.signal);
  };
  const stop = () => {
    clearTimeout(timer);
    running?.abort();
    running = null;
  };
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible') start();
    else timer = setTimeout(stop, hiddenMs);
  });
  // A page with an open socket could not be kept for the way back.
  page.defaultView?.addEventListener('pagehide', stop);
  page.defaultView?.addEventListener('pageshow', start);
  if (page.visibilityState === 'visible') start();
}
