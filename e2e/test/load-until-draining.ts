import { setTimeout as delay } from 'node:timers/promises';

export interface LoadOptions {
  /** Sends one request. */
  readonly request: () => Promise<Response>;
  /** What a load balancer asks: does the process take new requests? */
  readonly isTaking: () => Promise<boolean>;
}

export interface LoadResult {
  readonly statuses: readonly number[];
  /** Why a request got no answer. */
  readonly failures: readonly string[];
}

const clients = 4;
const probeIntervalMs = 20;
const pauseMs = 2;

/**
 * A light load, as through a load balancer: a few clients send request after request, and stop when the process says
 * that it takes no more. Every request that was sent until then must be answered.
 */
export function loadUntilDraining({ request, isTaking }: LoadOptions) {
  const statuses: number[] = [];
  const failures: string[] = [];
  let taking = true;

  async function probe(): Promise<void> {
    while (taking) {
      taking = await isTaking().catch(() => false);
      await delay(probeIntervalMs);
    }
  }

  async function send(): Promise<void> {
    while (taking) {
      try {
        const response = await request();
        await response.arrayBuffer();
        statuses.push(response.status);
      } catch (error) {
        failures.push(error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error));
      }
      await delay(pauseMs);
    }
  }

  const running = [probe(), ...Array.from({ length: clients }, send)];
  return {
    /** Resolves when that many have been answered (or failed). */
    async answered(count: number): Promise<void> {
      while (statuses.length + failures.length < count) await delay(pauseMs);
    },
    finished: Promise.all(running).then((): LoadResult => ({ statuses, failures })),
  };
}
