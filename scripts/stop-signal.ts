/**
 * Aborts at the first request to end: Ctrl-C, SIGTERM, a closed terminal, or the end of the process that started us (our
 * IPC channel closes then, even if it was killed outright). Later requests change nothing: the house is stopping already,
 * and a terminal's Ctrl-C comes twice, from the terminal and from npm.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.connected) {
    process.on('disconnect', stop);
    process.channel?.unref();
  }
  // The terminal may be gone before the last words are said.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return controller.signal;
}
