import { Fault } from './fault.ts';
import { findPortInUse, type Ports } from './ports.ts';

const oldHouseDeadlineMs = 30_000;

/**
 * Throws a Fault if a port is taken, before anything is started. After a house that was killed its services may still be
 * draining: they are given their time.
 */
export async function refusePortsInUse(
  ports: Partial<Ports>,
  { waitForOldHouse, signal }: { readonly waitForOldHouse: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const deadline = Date.now() + (waitForOldHouse ? oldHouseDeadlineMs : 0);
  for (let told = false; ; told = true) {
    const inUse = await findPortInUse(ports);
    if (inUse === null) return;
    if (Date.now() >= deadline) throw new Fault(inUse);
    if (!told) console.log('The last house was killed; waiting for its last processes to end …');
    await new Promise((resolve) => setTimeout(resolve, 250));
    signal.throwIfAborted();
  }
}
