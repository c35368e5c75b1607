import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FaultName, faults } from './faults.ts';

export interface FaultySubgraph {
  readonly url: string;
  /** What is done to every request from now on. */
  fault: FaultName;
  /** Requests whose connection the other side closed before they were answered. */
  readonly abandoned: number;
  /** Open connections. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** A server that speaks HTTP and fails in a chosen way, as a broken subgraph or what stands before it. */
export async function startFaultySubgraph(fault: FaultName): Promise<FaultySubgraph> {
  let abandoned = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned++;
    });
    request.resume().on('end', () => faults[faulty.fault](response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const faulty: FaultySubgraph = {
    url: `http://127.0.0.1:${port}/graphql`,
    fault,
    get abandoned() {
      return abandoned;
    },
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
  return faulty;
}
