import { Server } from 'node:http';
import { Duplex } from 'node:stream';
import { expect, it } from 'vitest';
import { boundConnections } from './bound-connections.ts';

/** A connection that comes from there, as far as the server can tell. */
function connectFrom(server: Server, remoteAddress: string) {
  const socket = new Duplex({ read() {}, write: (_bytes, _encoding, done) => done() });
  server.emit('connection', Object.assign(socket, { remoteAddress }));
  return socket;
}

it.each([
  ['one address', ['198.51.100.1', '::ffff:198.51.100.1'], '198.51.100.1'],
  ['one customer of IPv6, whatever the address', ['2001:db8::1', '2001:db8::2'], '2001:db8::3'],
])('closes what %s opens beyond the bound, and gives a place back', (_who, within, beyond) => {
  const server = new Server();
  boundConnections(server, { maxConnections: 0, maxConnectionsPerAddress: 2 });
  const open = within.map((address) => connectFrom(server, address));
  expect(open.map(({ destroyed }) => destroyed)).toEqual([false, false]);
  expect(connectFrom(server, beyond).destroyed).toBe(true);
  expect(connectFrom(server, '2001:db8:0:1::1').destroyed).toBe(false);
  open[0]?.emit('close');
  expect(connectFrom(server, beyond).destroyed).toBe(false);
});
