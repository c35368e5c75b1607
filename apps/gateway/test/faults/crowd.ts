import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { startProcess } from '../gateway-process.ts';
import { deadUrl } from '../test-gateway.ts';

/** One answer as its reader saw it. */
export interface Seen {
  readonly status: number;
  readonly ms: number;
  readonly retryAfter: string | undefined;
  readonly cacheStatus: string | undefined;
  /** Without errors, and with data. */
  readonly good: boolean;
  /** By `performance.now()`. */
  readonly at: number;
}

/** The gateway as a process, before a subgraph that costs nothing: so what is found out is what the gateway can do. */
export async function startCrowdedHouse(env: Record<string, string>, articles = 100) {
  const subgraph = spawn(
    process.execPath,
    [fileURLToPath(new URL('plain-subgraph-main.ts', import.meta.url)), String(articles)],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const [url] = await once(subgraph.stdout ?? process.stdin, 'data');
  const gateway = await startProcess({
    NODE_ENV: 'production',
    ARTICLES_URL: String(url).trim(),
    COMMENTS_URL: deadUrl,
    MEDIA_SUBGRAPH_URL: deadUrl,
    ...env,
  });
  const origin = String(gateway.origin);
  const pool = new Pool(origin, { connections: 500, pipelining: 1 });

  return {
    origin,
    lines: gateway.lines,
    async ask(body: string): Promise<Seen> {
      const startedAt = performance.now();
      const answer = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await answer.body.text();
      const at = performance.now();
      const { 'retry-after': retryAfter, 'cache-status': cacheStatus } = answer.headers as Record<string, string>;
      const good = answer.statusCode === 200 && text.startsWith('{"data":{"articles":{') && !text.includes('"errors"');
      return { status: answer.statusCode, ms: at - startedAt, retryAfter, cacheStatus, good, at };
    },
    async close() {
      await pool.close();
      gateway.child.kill('SIGKILL');
      await gateway.exited;
      subgraph.disconnect();
      await once(subgraph, 'exit');
    },
  };
}

export type CrowdedHouse = Awaited<ReturnType<typeof startCrowdedHouse>>;

/** A page of the front, never the same twice. */
export const frontPage = (number: number): string =>
  JSON.stringify({
    query:
      'query Front($after: String) { articles(first: 100, after: $after) { nodes { id slug headline canonicalUrl } } }',
    variables: { after: String(number) },
  });

/** Asks at a fixed rate, however long answers take; resolves when the last one has come. */
export async function openLoad(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  ask: (number: number) => Promise<Seen>,
): Promise<Seen[]> {
  const asked: Promise<Seen>[] = [];
  const startedAt = performance.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    const passed = (performance.now() - startedAt) / 1_000;
    while (asked.length < Math.min(passed, seconds) * perSecond) asked.push(ask(asked.length));
    if (passed >= seconds) resolve();
  }, 5);
  await promise;
  clearInterval(timer);
  return Promise.all(asked);
}
