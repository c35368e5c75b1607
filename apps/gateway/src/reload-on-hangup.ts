import type { Logger } from '@dateline/service-kit/logger';
import type { Gateway } from './gateway.ts';

/**
 * SIGHUP has the supergraph's file read again. Requests go on meanwhile; a file that cannot be served changes nothing, and
 * the log says why.
 */
export function reloadOnHangup(gateway: Pick<Gateway, 'reload'>, logger: Logger): void {
  process.on('SIGHUP', () => void reload(gateway, logger));
}

async function reload(gateway: Pick<Gateway, 'reload'>, logger: Logger): Promise<void> {
  try {
    await gateway.reload();
    logger.info('the supergraph was read again');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.error({ reason }, 'the supergraph was refused: the one before is served on');
  }
}
