import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { HttpRefusal, refusalBody } from '../../http-refusal.ts';
import { isDeeperThan } from '../../json-depth.ts';
import type { Logger } from '../../logger.ts';
import { requestIdHeader, requestIdOf } from '../../request-id.ts';
import type { LiveConnections } from '../live-connections.ts';
import type { LiveDoor } from '../live-door.ts';
import type { LiveLimits } from '../live-limits.ts';
import type { LiveOperations } from '../live-operations.ts';
import { closeCodes, LiveSocket } from './live-socket.ts';
import { createSocketProtocol, type OpenedSocket } from './socket-protocol.ts';

export interface LiveSocketsOptions<Context> {
  readonly operations: LiveOperations<Context>;
  readonly door: LiveDoor<Context>;
  readonly connections: LiveConnections;
  readonly limits: LiveLimits;
  readonly logger: Logger;
  /** By what connections are counted, before anybody says who it is. Throws a HttpRefusal. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** May this request become a socket? Throws a HttpRefusal. Here a page's origin is looked at: browsers ask no leave for sockets. */
  readonly checkUpgrade: (request: IncomingMessage) => void;
}

/** GraphQL over WebSocket: the protocol graphql-transport-ws, kept by graphql-ws. */
export interface LiveSockets {
  /** A listener for the server's `upgrade`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export function createLiveSockets<Context>(options: LiveSocketsOptions<Context>): LiveSockets {
  const { operations, door, connections, limits, logger, addressOf, checkUpgrade } = options;
  const protocol = createSocketProtocol({ operations, door, limits });
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.maxFrameBytes,
    handleProtocols,
  });

  return {
    upgrade(request, duplex, head) {
      // Of an HTTP/1 server they are sockets.
      const socket = duplex as Socket;
      const drop = () => socket.destroy();
      socket.on('error', drop);
      try {
        checkUpgrade(request);
        const address = addressOf(request);
        server.handleUpgrade(request, socket, head, (ws) => {
          socket.off('error', drop);
          open(ws, address, { request, socket });
        });
      } catch (error) {
        const refusal = error instanceof HttpRefusal ? error : new HttpRefusal(500, 'INTERNAL_SERVER_ERROR');
        if (refusal !== error) logger.error({ err: error }, 'a socket could not be opened');
        refuse(socket, refusal);
      }
    },
  };

  function open(
    ws: WebSocket,
    address: string,
    { request, socket }: { request: IncomingMessage; socket: Socket },
  ): void {
    const startedAt = performance.now();
    const requestId = requestIdOf(request.headers[requestIdHeader]);
    const live = new LiveSocket(ws, socket, {
      address,
      bufferMaxBytes: limits.bufferMaxBytes,
      connections,
    });
    // ws closes the socket itself: a frame that is too long, text that is no text.
    ws.on('error', () => undefined);
    try {
      connections.enter(live);
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      live.close(closeCodes.tryAgainLater, error.message);
      return;
    }
    const extra: OpenedSocket<Context> = { socket: live, request, requestId, client: null, callOff: () => undefined };
    const closed = protocol.opened(
      {
        protocol: ws.protocol,
        send: (message) => live.send(message),
        close: (code = closeCodes.internal, reason = '') => live.close(code, reason),
        onMessage: (take) => ws.on('message', (data, isBinary) => receive(live, isBinary ? null : String(data), take)),
      },
      extra,
    );
    ws.once('close', (code: number, reason: Buffer) => {
      connections.leave(live);
      extra.callOff();
      logger.info({ requestId, code, durationMs: Math.round(performance.now() - startedAt) }, 'socket');
      void closed(code, String(reason));
    });
  }

  /** `take` settles when an operation is over: it is not waited for. */
  function receive(socket: LiveSocket, text: string | null, take: (text: string) => Promise<void>): void {
    // Who was told that it is over (a token has ended, say) may say more all the same, as long as they do not say goodbye.
    if (!socket.isOpen) return;
    if (text === null) socket.close(closeCodes.unsupportedData, 'Send text.');
    else if (isDeeperThan(text, limits.maxJsonDepth))
      socket.close(closeCodes.badRequest, 'The message is nested too deeply.');
    else
      take(text).catch((error: unknown) => {
        logger.error({ err: error }, 'a socket has failed');
        socket.close(closeCodes.internal, 'Internal server error');
      });
  }
}

/** The request does not become a socket: it is answered as HTTP, and that was its connection. */
function refuse(socket: Socket, refusal: HttpRefusal): void {
  const body = JSON.stringify(refusalBody(refusal));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...refusal.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = `HTTP/1.1 ${refusal.statusCode} ${STATUS_CODES[refusal.statusCode] ?? ''}`;
  socket.once('finish', () => socket.destroy());
  socket.end(`${status}\r\n${lines.join('')}\r\n${body}`);
}
