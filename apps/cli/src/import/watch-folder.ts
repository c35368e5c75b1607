import { watch } from 'chokidar';
import { isPassedBy, isPictureName } from '../input/wire-input.ts';

interface WatchSettings {
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Until a file has not grown for this long it is not looked at. */
  readonly stableForMs?: number;
  readonly onError: (message: string) => void;
}

/**
 * The paths of files as they come into a folder, or below, and as they change, those that are there at first included. A file
 * comes when it has stopped growing, or is moved into its place. Ends when the signal says so.
 */
export async function* watchFolder({
  folder,
  signal,
  stableForMs = 1_000,
  onError,
}: WatchSettings): AsyncGenerator<string> {
  const waiting = new Set<string>();
  let wake = Promise.withResolvers<void>();
  const ring = () => wake.resolve();
  const watcher = watch(folder, {
    ignored: (path) => path !== folder && isPassedBy(path.slice(folder.length)),
    awaitWriteFinish: { stabilityThreshold: stableForMs, pollInterval: Math.min(100, stableForMs) },
    followSymlinks: false,
  });
  const add = (path: string) => {
    if (isPictureName(path)) return;
    // A file that changes while it waits is read once, as it is then.
    waiting.add(path);
    ring();
  };
  watcher.on('add', add).on('change', add);
  watcher.on('error', (error) => onError(error instanceof Error ? error.message : String(error)));
  signal.addEventListener('abort', ring);
  try {
    while (!signal.aborted) {
      const [path] = waiting;
      if (path === undefined) {
        await wake.promise;
        wake = Promise.withResolvers();
      } else {
        waiting.delete(path);
        yield path;
      }
    }
  } finally {
    signal.removeEventListener('abort', ring);
    await watcher.close();
  }
}
