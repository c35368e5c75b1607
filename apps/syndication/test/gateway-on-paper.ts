import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GatewayOnPaper extends AsyncDisposable {
  readonly url: string;
  /** What it answers from now on, as the gateway does when parts behind it are away. */
  answer: { readonly data: unknown; readonly errors?: readonly { message: string; extensions: { code: string } }[] };
}

/** The gateway's end of the wire, with answers that a whole house gives only when something in it breaks. */
export async function startGatewayOnPaper(): Promise<GatewayOnPaper> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(gateway.answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gateway: GatewayOnPaper = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    answer: { data: null },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
  return gateway;
}
