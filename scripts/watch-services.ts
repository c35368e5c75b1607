import { connect } from 'node:net';

const intervalMs = 2_000;
const missesThatCount = 3;

/**
 * Watches the services' ports and answers with the name of the first that nobody listens on any more. Turbo itself speaks
 * up only for a process that fails, not for one that was asked to end.
 */
export async function firstToLeave(ports: Readonly<Record<string, number>>, signal: AbortSignal): Promise<string> {
  const misses = new Map<string, number>();
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs).unref());
    for (const [name, port] of Object.entries(ports)) {
      const count = (await isListening(port)) ? 0 : (misses.get(name) ?? 0) + 1;
      if (count >= missesThatCount) return name;
      misses.set(name, count);
    }
  }
  return new Promise(() => {});
}

function isListening(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host: '127.0.0.1' });
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
