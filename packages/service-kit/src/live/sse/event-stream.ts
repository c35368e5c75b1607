import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { badRequest } from '../../http-refusal.ts';
import type { LiveConnection, LiveConnections } from '../live-connections.ts';
import { asChunk, retryEvent, silentEvent } from './event-text.ts';
import { leaveHttp } from './leave-http.ts';

export interface EventStreamOptions {
  readonly address: string;
  readonly bufferMaxBytes: number;
  readonly connections: Pick<LiveConnections, 'dropSlow'>;
  /** Called once, when the connection is gone. */
  readonly onGone: () => void;
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // nginx would wait for more.
  'x-accel-buffering': 'no',
  // The HTTP parser of this connection is given up for the stream, so there is no next request.
  connection: 'close',
};
const silentChunk = asChunk(silentEvent);
/** A reader that does not take the last bytes in this time does not read at all. */
const beatsToTakeLastBytes = 2;
/** Clients come back to another process one after the other. */
const minRetryMs = 500;
const retrySpreadMs = 4_500;

/**
 * One client's open stream of events. What is written goes straight to the socket, already in the shape of a chunk: bytes
 * that thousands receive are made once. There are as many of these as there are readers, so it holds as little as it can.
 */
export class EventStream implements LiveConnection {
  readonly transport = 'sse';
  readonly address: string;
  readonly #connections: EventStreamOptions['connections'];
  readonly #response: ServerResponse;
  readonly #socket: Socket;
  readonly #bufferMaxBytes: number;
  readonly #isChunked: boolean;
  #onGone: (() => void) | null;
  /** Below zero: it has not ended. */
  #beatsSinceEnd = -1;

  /** @throws HttpRefusal when another answer has to leave on this connection before. */
  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    { address, bufferMaxBytes, connections, onGone }: EventStreamOptions,
  ) {
    const { socket } = request;
    if (response.socket !== socket) throw badRequest('Open a stream on a connection without other requests.');
    this.address = address;
    this.#connections = connections;
    this.#response = response;
    this.#socket = socket;
    this.#bufferMaxBytes = bufferMaxBytes;
    this.#onGone = onGone;
    // HTTP/1.0 knows no chunks: its body ends with the connection.
    this.#isChunked = request.httpVersionMajor === 1 && request.httpVersionMinor >= 1;
  }

  /** Sends the head; events may follow. */
  open(headers: OutgoingHttpHeaders): void {
    const response = this.#response;
    const socket = this.#socket;
    response.once('close', () => this.#gone());
    socket.cork();
    response.writeHead(200, {
      ...headers,
      ...streamHeaders,
      ...(this.#isChunked ? { 'transfer-encoding': 'chunked' } : {}),
    });
    response.flushHeaders();
    this.beat();
    socket.uncork();
    leaveHttp(response);
  }

  /** Can more be said? */
  get isOpen(): boolean {
    return this.#onGone !== null && this.#beatsSinceEnd < 0;
  }

  /** An event, as text or as a chunk that is made already. Too much for a slow reader ends the stream for that reader. */
  send(event: string | Buffer): void {
    if (!this.isOpen) return;
    const bytes = typeof event === 'string' ? Buffer.byteLength(event) : event.byteLength;
    const waiting = this.#socket.writableLength;
    if (waiting > 0 && waiting + bytes > this.#bufferMaxBytes) this.#connections.dropSlow(this);
    else if (this.#isChunked) this.#socket.write(typeof event === 'string' ? asChunk(event) : event);
    else this.#socket.write(typeof event === 'string' ? event : unchunked(event));
  }

  beat(): void {
    if (this.isOpen) this.send(silentChunk);
    else if (++this.#beatsSinceEnd > beatsToTakeLastBytes) this.cut();
  }

  /** All was said. What waits is still sent. */
  end(): void {
    if (!this.isOpen) return;
    this.#beatsSinceEnd = 0;
    this.#response.end();
  }

  goAway(): void {
    this.send(retryEvent(minRetryMs + Math.random() * retrySpreadMs));
    this.end();
  }

  /** What waits in the system's buffers goes too: nobody reads it. */
  cut(): void {
    this.#gone();
    this.#socket.resetAndDestroy();
  }

  #gone(): void {
    const onGone = this.#onGone;
    this.#onGone = null;
    onGone?.();
  }
}

function unchunked(chunk: Buffer): Buffer {
  return chunk.subarray(chunk.indexOf('\r\n') + 2, -2);
}
