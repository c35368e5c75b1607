import { EnvironmentError } from './env.ts';
import type { HttpService } from './http-service.ts';
import type { Logger } from './logger.ts';

/** A drain that takes longer than this is cut: something hangs that should not. */
const drainDeadlineMs = 25_000;

/**
 * The main of every process: makes the service, listens, and drains on SIGTERM or SIGINT (exit 0). A fault at the start is
 * one line for people and exit 1. Null: the process does something else than serve.
 */
export async function runService(logger: Logger, make: () => Promise<HttpService | null>): Promise<void> {
  try {
    const service = await make();
    if (!service) return;
    const stop = (signal: NodeJS.Signals) => void drainAndExit(service, logger, signal);
    process.once('SIGTERM', stop).once('SIGINT', stop);
    await service.listen();
  } catch (error) {
    if (error instanceof EnvironmentError) logger.fatal({ faults: error.faults }, error.message);
    else logger.fatal({ err: error }, 'could not start');
    process.exitCode = 1;
    setImmediate(() => process.exit(1));
  }
}

/** Ends the process with 0 when all is finished, and with 1 when that takes too long. `because`: for the log. */
export async function drainAndExit(
  service: HttpService,
  logger: Logger,
  because: NodeJS.Signals | 'replaced',
): Promise<void> {
  logger.info({ because }, 'draining');
  const deadline = setTimeout(() => {
    logger.error({ drainDeadlineMs }, 'the drain took too long and was cut');
    process.exit(1);
  }, drainDeadlineMs);
  deadline.unref();
  await service.drain({ isReplaced: because === 'replaced' });
  process.exit(0);
}
