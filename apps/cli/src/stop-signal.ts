let stopping: AbortController | undefined;

/**
 * Aborts when the process is asked to end (SIGINT, SIGTERM). Whoever asks for it ends what is under way and returns; a second
 * signal ends the process at once. As long as nobody asks, signals do what they always do.
 */
export function stopSignal(): AbortSignal {
  if (!stopping) {
    const controller = new AbortController();
    stopping = controller;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  }
  return stopping.signal;
}
