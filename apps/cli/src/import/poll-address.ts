import { setTimeout as sleep } from 'node:timers/promises';
import type { GuardedFetch } from '@dateline/service-kit/guarded-fetch';
import { InputFault, PassingFault } from '../faults.ts';
import { readAddress, type Validators } from '../input/address.ts';
import type { WireInput } from '../input/wire-input.ts';
import { hearingPause } from './feed-pause.ts';
import { waitBefore } from './patient-gateway.ts';

interface PollSettings {
  readonly url: string;
  readonly guarded: GuardedFetch;
  readonly everyMs: number;
  readonly signal: AbortSignal;
  readonly onFault: (reason: string) => void;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const maxWaitMs = 60 * 60_000;

/**
 * What an address holds, each time that something is new there. It is asked no more often than its server wishes (max-age,
 * a feed's ttl, Retry-After), with the validators of its last answer, and after a fault less and less often. Ends when the signal says so.
 */
export async function* pollAddress({
  url,
  guarded,
  everyMs,
  signal,
  onFault,
  wait = abortableSleep,
}: PollSettings): AsyncGenerator<WireInput> {
  let validators: Validators = {};
  let failures = 0;
  let pauseMs = 0;
  while (!signal.aborted) {
    let waitMs = everyMs;
    try {
      const answer = await readAddress(url, { guarded, validators, signal });
      failures = 0;
      if (answer.input)
        yield hearingPause(answer.input, (asked = 0) => {
          pauseMs = asked;
        });
      waitMs = Math.max(everyMs, Math.min(Math.max(answer.freshForMs ?? 0, pauseMs), maxWaitMs));
      // Only once it was read: what broke off in between is asked for whole again.
      ({ validators } = answer);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof InputFault)) throw error;
      onFault(error.message);
      const asked = error instanceof PassingFault ? error.retryAfterMs : undefined;
      waitMs = Math.max(everyMs, waitBefore(failures++, asked, { firstWaitMs: everyMs, maxWaitMs }));
    }
    // Not to the second: many who watch one feed do not all come at once.
    await wait(waitMs * (1 + 0.1 * Math.random()), signal);
  }
}

async function abortableSleep(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
