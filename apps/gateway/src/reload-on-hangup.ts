import type { Logger } from '@dateline/service-kit/logger';
import { ClientKeysError } from './admission/client-keys.ts';
import { ManifestError } from './admission/document-manifest.ts';
import type { Gateway } from './gateway.ts';

/**
 * SIGHUP has the supergraph read again, and with it documents and keys. Requests go on meanwhile; a file that cannot be used
 * changes nothing, and the log says why.
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
    const isOfTheDoor = error instanceof ManifestError || error instanceof ClientKeysError;
    if (isOfTheDoor) logger.error({ reason }, 'documents or keys were refused: those before are good on');
    else logger.error({ reason }, 'the supergraph was refused: the one before is served on');
  }
}
