import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface PostgresProxy extends AsyncDisposable {
  /** The database's URL, by way of the proxy. */
  readonly url: string;
  /** Cuts every connection and takes none, as a server that restarts. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** A Postgres that can be taken away for a while, for one test only. */
export async function proxyTo(database: string): Promise<PostgresProxy> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.pipe(upstream).pipe(client);
  });
  const port = await listen(server, 0);
  const url = new URL(database);
  url.port = String(port);
  const goAway = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: url.href,
    goAway,
    comeBack: async () => void (await listen(server, port)),
    [Symbol.asyncDispose]: goAway,
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
