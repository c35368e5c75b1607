import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { storyQuery } from '../world/story.ts';
import { EventReader } from './event-reader.ts';

export interface SubscriberPlace {
  readonly port: number;
  /** Of this machine: one address has no more than some 28,000 ports to come from. */
  readonly from: string;
  readonly onData: (json: string) => void;
  readonly onLost: (why: string) => void;
}

/** Resolves when it is open; a socket when its operation is sent. */
export type OpenSubscriber = (place: SubscriberPlace) => Promise<{ close(): void }>;

const body = JSON.stringify({ query: storyQuery });
const head = [
  'POST /graphql HTTP/1.1',
  'host: localhost',
  'accept: text/event-stream',
  'content-type: application/json',
  `content-length: ${body.length}`,
];

/** By a bare connection: what fetch keeps for each would be more than what is measured. */
export const openEvents: OpenSubscriber = ({ port, from, onData, onLost }) => {
  const { promise, resolve, reject } = Promise.withResolvers<{ close(): void }>();
  const socket = connect({ host: '127.0.0.1', port, localAddress: from });
  const reader = new EventReader(onData);
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.on('data', (part: Buffer) => {
    try {
      if (reader.read(part)) resolve({ close: () => socket.destroy() });
    } catch (error) {
      reject(error);
      onLost(String(error));
    }
  });
  socket.on('error', (error) => {
    reject(error);
    onLost(error.message);
  });
  socket.on('end', () => onLost('the server has ended it'));
  return promise;
};

/** By ws, which answers pings by itself. */
export const openSocket: OpenSubscriber = ({ port, from, onData, onLost }) => {
  const { promise, resolve, reject } = Promise.withResolvers<{ close(): void }>();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    localAddress: from,
    perMessageDeflate: false,
  });
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (raw) => {
    const message = String(raw);
    const { type } = JSON.parse(message) as { readonly type: string };
    if (type === 'connection_ack') {
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: storyQuery } }));
      resolve({ close: () => socket.terminate() });
    } else if (type === 'next') onData(message.slice(prefix.length, -1));
    else onLost(message);
  });
  socket.on('error', (error) => {
    reject(error);
    onLost(error.message);
  });
  socket.on('close', (code) => onLost(`closed with ${code}`));
  return promise;
};

/** What stands before the answer in a message: its text is compared as it came. */
const prefix = '{"id":"1","type":"next","payload":';
