import { CataloguedError } from '@dateline/service-kit/catalogued-error';

/** Lets so many pieces of heavy work run at once, and so many wait. */
export interface WorkGate {
  /** Throws NOT_READY at once when too many wait already. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

export interface WorkGateOptions {
  readonly concurrency: number;
  readonly maxWaiting: number;
}

export function createWorkGate({ concurrency, maxWaiting }: WorkGateOptions): WorkGate {
  let running = 0;
  const waiting: (() => void)[] = [];

  const enter = async () => {
    if (running < concurrency) {
      running += 1;
      return;
    }
    if (waiting.length >= maxWaiting) {
      throw new CataloguedError('NOT_READY', { message: 'Too many pictures are being made. Try again in a moment.' });
    }
    // Whoever leaves hands its place on, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };

  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
