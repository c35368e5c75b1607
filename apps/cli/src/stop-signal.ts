let stopping: AbortController | undefined;

/** npm passes a Ctrl-C on that the terminal has sent to everybody already: the same one comes twice. */
const sameSignalMs = 1_000;

/**
 * Aborts when the process is asked to end (SIGINT, SIGTERM). Whoever asks for it ends what is under way and returns; who asks
 * again, a second later or more, ends the process at once. As long as nobody listens, signals do what they always do.
 */
export function stopSignal(): AbortSignal {
  if (!stopping) {
    const controller = new AbortController();
    stopping = controller;
    let firstAt: number | undefined;
    const stop = () => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameSignalMs) process.exit(130);
      controller.abort();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  }
  return stopping.signal;
}
