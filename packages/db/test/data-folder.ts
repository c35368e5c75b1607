import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/embedded-postgres.ts';

export const password = "a 'password'/with:marks";

/** A place for the data of one test's server. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-pg-'));
  chmodSync(folder, 0o755); // for root's sake: the server's user must be able to enter
  return join(folder, 'data');
}

export async function start(dataFolder = makeDataFolder()) {
  return startEmbeddedPostgres({ dataFolder, port: await freePort(), password, settings: { fsync: 'off' } });
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}
