import { Agent, fetch } from 'undici';

export interface OpenLoadOptions {
  readonly url: string;
  /** JSON of one request. */
  readonly body: string;
  readonly perSecond: number;
  readonly connections?: number;
}

/** What came of each request of a load. */
export interface LoadResult {
  /** Of those that were answered. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Of those that were not: why. */
  readonly failures: readonly string[];
  readonly texts: ReadonlyMap<string, number>;
  readonly latenciesMs: readonly number[];
}

/**
 * Asks at a fixed rate, whether answers come or not, over connections that are kept alive. A connection that was closed is
 * opened anew; a request is never sent twice.
 */
export function startOpenLoad({ url, body, perSecond, connections = 20 }: OpenLoadOptions) {
  const agent = new Agent({ connections, pipelining: 1 });
  const statuses: Record<number, number> = {};
  const failures: string[] = [];
  const texts = new Map<string, number>();
  const latenciesMs: number[] = [];
  const underWay = new Set<Promise<void>>();
  const startedAt = performance.now();
  let sent = 0;

  const ask = async () => {
    const beganAt = performance.now();
    try {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body, dispatcher: agent });
      const text = await response.text();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      texts.set(text, (texts.get(text) ?? 0) + 1);
      latenciesMs.push(performance.now() - beganAt);
    } catch (error) {
      const { cause } = error as Error & { readonly cause?: Error };
      failures.push(String(cause?.message ?? error));
    }
  };
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * perSecond);
    for (; sent < due; sent++) {
      const asked = ask();
      underWay.add(asked);
      asked.then(() => underWay.delete(asked));
    }
  }, 5);

  return {
    get sent() {
      return sent;
    },
    get answered() {
      return latenciesMs.length;
    },
    /** No more is asked; resolves when all that was is answered. */
    async stop(): Promise<LoadResult> {
      clearInterval(timer);
      await Promise.all(underWay);
      await agent.close();
      return { statuses, failures, texts, latenciesMs };
    },
  };
}

/** Of a number of milliseconds; 0.99 gives what one in a hundred is above. */
export function quantile(valuesMs: readonly number[], share: number): number {
  const sorted = [...valuesMs].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
