import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@dateline/db/embedded-postgres';
import { findFreePorts } from './ports.ts';

/** A server for one run of the tests: on a free port, in a temporary place, faster and less careful than one for data. */
export async function startTestPostgres(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  // For root's sake: the server's user must be able to enter.
  chmodSync(folder, 0o755);
  const { postgres: port } = await findFreePorts();
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, 'postgres'),
    port,
    password: 'test',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, stop, [Symbol.asyncDispose]: stop };
}
