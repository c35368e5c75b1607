import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What Node's HTTP server keeps with a connection to read requests: 6 KB outside the heap. */
interface HttpParser {
  unconsume(): void;
  remove(): void;
  close(): void;
}

type HttpSocket = Socket & { parser?: HttpParser | null };

/**
 * No further request comes on a connection that has become a stream, so nothing is needed to read one, nor what was read:
 * Node lets go of it for upgraded connections, and offers that for those alone. Ten thousand idle streams are 90 MB smaller
 * for it. What arrives is thrown away; that the client has gone is still seen. The response goes on as before, to its end.
 * Where Node's inside has changed, all stays with the connection as it was.
 */
export function leaveHttp(response: ServerResponse): void {
  forgetRequest(response.req);
  const socket: HttpSocket | null = response.socket;
  const parser = socket?.parser;
  const onClose = named(socket?.listeners('close'), 'onServerResponseClose');
  const onFinish = named(response.listeners('finish'), 'bound resOnFinish');
  if (!socket || !isParser(parser) || !onClose || !onFinish) return;
  parser.unconsume();
  parser.remove();
  socket.parser = null;
  socket.removeAllListeners();
  socket.on('close', onClose).on('error', destroyThis).on('end', destroyThis);
  response.removeListener('finish', onFinish).on('finish', endConnection);
  // It tells the server how much waits, and holds all that the server knows of the connection.
  Object.assign(response, { _onPendingData: ignore });
  socket.resume();
  // It may be at work further down the stack.
  setImmediate(close, parser);
}

/** Whoever wanted to know something of the request has asked by now. */
function forgetRequest(request: IncomingMessage): void {
  request.removeAllListeners();
  // What comes of it yet is that its connection has ended, as an error, for nobody.
  request.on('error', ignore);
  request.rawHeaders = [];
  request.headers = {};
}

// Functions of their own: one made for a stream would keep alive what was to go.

function destroyThis(this: Socket): void {
  this.destroy();
}

/** The last byte was handed on: what Node does then with a connection that is not kept. */
function endConnection(this: ServerResponse): void {
  const { socket } = this;
  if (!socket) return;
  this.detachSocket(socket);
  socket.destroySoon();
  process.nextTick(emitClose, this);
}

function emitClose(response: ServerResponse): void {
  response.destroyed = true;
  response.emit('close');
}

function close(parser: HttpParser): void {
  parser.close();
}

function ignore(): void {}

type Listener = (...values: unknown[]) => void;

// biome-ignore lint/complexity/noBannedTypes: so they are typed by Node
function named(listeners: readonly Function[] | undefined, name: string): Listener | undefined {
  return listeners?.find((listener) => listener.name === name) as Listener | undefined;
}

function isParser(parser: HttpParser | null | undefined): parser is HttpParser {
  return (['unconsume', 'remove', 'close'] as const).every((method) => typeof parser?.[method] === 'function');
}
