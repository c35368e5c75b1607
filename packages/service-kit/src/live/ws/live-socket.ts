import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { LiveConnection, LiveConnections } from '../live-connections.ts';

/** Of graphql-transport-ws and RFC 6455. */
export const closeCodes = {
  goingAway: 1001,
  unsupportedData: 1003,
  tryAgainLater: 1013,
  badRequest: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  internal: 4500,
} as const;

/** RFC 6455, section 5.5: 125 bytes with the code. */
const maxReasonBytes = 123;

export interface LiveSocketOptions {
  readonly address: string;
  readonly bufferMaxBytes: number;
  readonly connections: Pick<LiveConnections, 'dropSlow'>;
}

/** One client's open socket: what it sends waits within a bound, and pings find out whether anybody is there. */
export class LiveSocket implements LiveConnection {
  readonly transport = 'websocket';
  readonly address: string;
  readonly #connections: Pick<LiveConnections, 'dropSlow'>;
  readonly #ws: WebSocket;
  readonly #socket: Socket;
  readonly #bufferMaxBytes: number;
  #hasAnswered = true;
  /** ws hears of it a moment later. */
  #isCut = false;

  constructor(ws: WebSocket, socket: Socket, { address, bufferMaxBytes, connections }: LiveSocketOptions) {
    this.address = address;
    this.#connections = connections;
    this.#ws = ws;
    this.#socket = socket;
    this.#bufferMaxBytes = bufferMaxBytes;
    ws.on('pong', () => {
      this.#hasAnswered = true;
    });
  }

  get isOpen(): boolean {
    return !this.#isCut && this.#ws.readyState === this.#ws.OPEN;
  }

  /** Too much for a slow reader closes the socket for that reader. */
  send(message: string | Buffer): void {
    if (!this.isOpen) return;
    const bytes = typeof message === 'string' ? Buffer.byteLength(message) : message.byteLength;
    const waiting = this.#ws.bufferedAmount;
    if (waiting > 0 && waiting + bytes > this.#bufferMaxBytes) this.#connections.dropSlow(this);
    else this.#ws.send(message, { binary: false });
  }

  beat(): void {
    if (!this.#hasAnswered) this.cut();
    else if (this.isOpen) this.#ws.ping();
    this.#hasAnswered = false;
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, Buffer.byteLength(reason) > maxReasonBytes ? '' : reason);
  }

  goAway(): void {
    this.close(closeCodes.goingAway, 'Going away');
  }

  /** What waits in the system's buffers goes too: nobody reads it. */
  cut(): void {
    this.#isCut = true;
    this.#socket.resetAndDestroy();
  }
}
