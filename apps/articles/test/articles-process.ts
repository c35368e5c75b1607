import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { guardedSpawn } from '@dateline/db/guarded-spawn';

export interface ArticlesProcess extends AsyncDisposable {
  /** As kill -9: no chance to clean up. */
  kill(): Promise<void>;
  /** As SIGTERM: resolves to its exit code. */
  stop(): Promise<number | null>;
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The service as a process of its own, once it listens. */
export async function spawnArticles(databaseUrl: string): Promise<ArticlesProcess> {
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    ARTICLES_DATABASE_URL: databaseUrl,
    ARTICLES_PORT: '0',
    VIEWER_SIGNING_SECRET: 'a-secret-of-at-least-32-characters!',
  };
  const child = guardedSpawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'], env }, 'TERM');
  const exited = once(child, 'exit');
  await Promise.race([listening(child), exited.then(([code]) => Promise.reject(new Error(`It ended with ${code}.`)))]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
    [Symbol.asyncDispose]: () => end('SIGKILL'),
  };
}

/** Its log goes on being read, so that it is never held up by a full pipe. */
function listening(child: ChildProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"listening"')) resolve();
    });
  return promise;
}
