import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { countedAddress } from './counted-address.ts';

export interface ConnectionBounds {
  /** Open connections at most; 0: as many as there are file descriptors. */
  readonly maxConnections: number;
  /** Of one address, of IPv6 one /64; 0: as many as it likes, for a service behind a proxy from which all of them come. */
  readonly maxConnectionsPerAddress: number;
}

/** Closes each connection beyond the bounds as soon as it is there, before a byte of it is read. */
export function boundConnections(server: Server, { maxConnections, maxConnectionsPerAddress }: ConnectionBounds): void {
  if (maxConnections > 0) server.maxConnections = maxConnections;
  if (maxConnectionsPerAddress === 0) return;
  const open = new Map<string, number>();
  // Before Node's own listener, which would begin to read.
  server.prependListener('connection', (socket: Socket) => {
    const address = countedAddress(socket.remoteAddress ?? '');
    const count = open.get(address) ?? 0;
    if (count >= maxConnectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
