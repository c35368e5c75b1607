import type { CachePolicy, EngineAnswer } from '../../engine/engine-types.ts';
import { anonymousKeys } from '../cache-key.ts';
import type { CacheRequest } from '../response-cache.ts';

export const forAll: CachePolicy = { scope: 'PUBLIC', maxAgeSeconds: 10 };
export const forOne: CachePolicy = { scope: 'PRIVATE', maxAgeSeconds: 10 };

/** An answer as the engine gives it. */
export function made(data: unknown, policy: CachePolicy | null = forAll, tags: readonly string[] = []): EngineAnswer {
  return { status: 200, body: Buffer.from(JSON.stringify({ data })), hasErrors: false, cachePolicy: policy, tags };
}

export function failed(data: unknown = null): EngineAnswer {
  const body = Buffer.from(JSON.stringify({ data, errors: [{ message: 'down' }] }));
  return { status: 200, body, hasErrors: true, cachePolicy: null, tags: [] };
}

export function asking(parts: Partial<CacheRequest> = {}): CacheRequest {
  return { kind: 'query', schemaId: 's', operation: '{ a }', viewer: anonymousKeys, ...parts };
}

/** A clock that stands until it is moved. */
export function standingClock() {
  let nowMs = 1_000;
  return {
    now: () => nowMs,
    forward: (ms: number) => {
      nowMs += ms;
    },
  };
}

/** A fill that waits to be told what it comes to. */
export function heldFill() {
  const calls: { land(answer: EngineAnswer): void; crash(fault: Error): void }[] = [];
  const fill = () =>
    new Promise<EngineAnswer>((land, crash) => {
      calls.push({ land, crash });
    });
  return {
    fill,
    get count() {
      return calls.length;
    },
    /** The one begun last. */
    get last() {
      const call = calls.at(-1);
      if (!call) throw new Error('no fill was begun');
      return call;
    },
  };
}

/** Lets everything go on that waits for nothing but its turn. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
