import { setTimeout as sleep } from 'node:timers/promises';
import { PassingFault, UnreachableFault } from '../faults.ts';
import type { Gateway } from '../gateway.ts';

export interface Patience {
  /** How often the same is sent, the first time included. */
  readonly tries: number;
  readonly firstWaitMs: number;
  readonly maxWaitMs: number;
  /** Whoever waits is woken when the run is to stop. */
  readonly signal?: AbortSignal | undefined;
  /** Told before each wait. */
  readonly onWait?: (waitMs: number, reason: string) => void;
}

/**
 * The same gateway, which is asked again when the trouble passes by itself: after as long as it says, else longer each time
 * and never all at once. A gateway that never answered is not waited for, unless `waitsForFirst`.
 */
export function patientGateway(gateway: Gateway, patience: Patience & { readonly waitsForFirst?: boolean }): Gateway {
  let hasAnswered = patience.waitsForFirst ?? false;
  return {
    async send(document, variables) {
      for (let failures = 0; ; failures++) {
        try {
          const data = await gateway.send(document, variables);
          hasAnswered = true;
          return data;
        } catch (error) {
          const passes = error instanceof PassingFault || (error instanceof UnreachableFault && hasAnswered);
          if (!passes || failures + 1 >= patience.tries || patience.signal?.aborted) throw error;
          const asked = error instanceof PassingFault ? error.retryAfterMs : undefined;
          const waitMs = waitBefore(failures, asked, patience);
          patience.onWait?.(waitMs, error.message);
          await sleep(waitMs, undefined, patience.signal ? { signal: patience.signal } : {}).catch(() => {
            throw error;
          });
        }
      }
    },
  };
}

/** Doubles each time, up to a bound, less a part by chance: many clients do not come back at one moment. */
export function waitBefore(
  failures: number,
  askedMs: number | undefined,
  { firstWaitMs, maxWaitMs }: Pick<Patience, 'firstWaitMs' | 'maxWaitMs'>,
  random: () => number = Math.random,
): number {
  if (askedMs) return Math.min(askedMs, 10 * 60_000) * (1 + 0.1 * random());
  return Math.min(maxWaitMs, firstWaitMs * 2 ** failures) * (0.5 + 0.5 * random());
}
