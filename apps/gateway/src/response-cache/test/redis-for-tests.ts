import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@redis/client';

const program = 'redis-server';

/** Whether a Redis can be started here. Says so when not, for the tests that skip. */
export function hasRedis(): boolean {
  const there = spawnSync(program, ['--version']).status === 0;
  if (!there) process.stdout.write('skipped: no redis-server is on the PATH\n');
  return there;
}

/** A Redis of the tests' own, that can be hung, killed and started again on the same port. */
export interface TestRedis {
  readonly url: string;
  start(): Promise<void>;
  /** As the host would: at once, and nothing is saved. */
  kill(): Promise<void>;
  hang(): void;
  wake(): void;
  command(...parts: string[]): Promise<unknown>;
  stop(): Promise<void>;
}

export async function createTestRedis(): Promise<TestRedis> {
  const directory = await mkdtemp(join(tmpdir(), 'dateline-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn(program, [...settings, '--dir', directory], { stdio: ['ignore', 'pipe', 'inherit'] });
    server = child;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.once('exit', () => reject(new Error(`redis-server ended: ${log}`)));
      child.stdout.on('data', (chunk) => {
        log += chunk;
        if (log.includes('Ready to accept connections')) resolve();
      });
    });
  }

  async function kill(): Promise<void> {
    const child = server;
    server = null;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  await start();
  return {
    url,
    start,
    kill,
    hang: () => void server?.kill('SIGSTOP'),
    wake: () => void server?.kill('SIGCONT'),
    async command(...parts) {
      const client = createClient({ url });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return await client.sendCommand(parts);
      } finally {
        client.destroy();
      }
    },
    async stop() {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Free when it was asked for; the server needs to know it before it starts, and again when it comes back. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
