import type { Logger } from '@dateline/service-kit/logger';

export interface PumpOptions {
  readonly name: string;
  readonly logger: Logger;
  /** Does one batch of work; resolves to whether more is waiting. */
  readonly step: () => Promise<boolean>;
  /** Subscribes to what brings work; resolves to how to stop. Called anew at each look: a subscription may die unheard. */
  readonly wakeOn: (wake: () => void) => Promise<() => Promise<void>>;
  /** Looks for work at least this often, should a wake-up be lost. */
  readonly pollMs?: number;
}

/** Work that runs when it is woken, one batch at a time, and rests in between. */
export interface Pump {
  start(): Promise<void>;
  /** Lets the batch under way finish. */
  stop(): Promise<void>;
  /** Resolves once everything that waited at the call has been done. */
  flush(): Promise<void>;
}

const maxBackoffMs = 10_000;

/** A pump that survives the failure of a batch: it logs, waits a little longer each time, and tries again. */
export function createPump({ name, logger, step, wakeOn, pollMs = 5_000 }: PumpOptions): Pump {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let timeToLook = false;
  let unsubscribe: (() => Promise<void>) | undefined;

  const schedule = (delayMs: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, delayMs);
  };

  const subscribe = async () => {
    const previous = unsubscribe;
    unsubscribe = await wakeOn(wake);
    await previous?.();
  };

  const drain = async () => {
    do {
      again = false;
      while (!stopped && (await step()));
    } while (again && !stopped);
  };

  const run = async () => {
    try {
      if (timeToLook) await subscribe();
      timeToLook = false;
      await drain();
      failures = 0;
      schedule(pollMs);
    } catch (error) {
      failures += 1;
      logger.error({ err: error, failures }, `${name} failed and will try again`);
      schedule(Math.min(maxBackoffMs, 100 * 2 ** failures));
    } finally {
      running = null;
    }
  };

  function look(): void {
    timeToLook = true;
    wake();
  }

  function wake(): void {
    again = true;
    if (!stopped) running ??= run();
  }

  return {
    async start() {
      await subscribe();
      wake();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      await unsubscribe?.();
    },
    async flush() {
      await running;
      await drain();
    },
  };
}
