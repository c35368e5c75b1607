import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { requestIdHeader } from './request-id.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by who parses the operation, for the request's log line. */
    operationName?: string;
    /** Of a client that is known by name, for the same line. */
    clientName?: string;
    /** The router has given it an answer, whole or in parts. */
    isAnswered?: boolean;
  }
}

/** What is told of a request, whoever answers it. */
export interface SeenRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly route: string;
  readonly operationName: string | undefined;
  readonly clientName?: string | undefined;
  /** What was given went past the router, for as long as somebody listened: its time is no answer's. */
  readonly isStream: boolean;
}

export interface Outcome {
  readonly status: number;
  readonly durationMs: number;
}

export type Observer = (request: SeenRequest, outcome: Outcome) => void;

/** What becomes of requests, and who is told. */
export interface Watch {
  readonly began: (response: ServerResponse) => void;
  /** Called in this order, once a request, when its answer has left or its client has. */
  readonly observers: readonly ((request: SeenRequest, outcome: Outcome, response: ServerResponse) => void)[];
  readonly isDraining: () => boolean;
}

/** The client was gone before its answer: nobody saw the status that it would have had. As in nginx' logs. */
const clientGoneStatus = 499;

/** Calls the observers when the connection or the answer is done, unless `isElsewhere` says that somebody else does. */
export function watchEnd(
  response: ServerResponse,
  { began, observers }: Watch,
  { see, isElsewhere }: { readonly see: () => SeenRequest; readonly isElsewhere?: () => boolean },
): void {
  const startedAt = performance.now();
  began(response);
  response.once('close', () => {
    if (isElsewhere?.()) return;
    const status = response.writableFinished ? response.statusCode : clientGoneStatus;
    const outcome = { status, durationMs: performance.now() - startedAt };
    const request = see();
    for (const observe of observers) observe(request, outcome, response);
  });
}

/**
 * One pair of hooks and one listener for all that is done with every request: each more would cost each request some
 * microseconds. The listener is the connection's: Fastify's onResponse does not tell of clients that go away.
 */
export function watchRequests(http: FastifyInstance, watch: Watch): void {
  http.addHook('onRequest', (request, reply, next) => {
    const see = () => ({
      id: request.id,
      method: request.method,
      url: request.url,
      route: request.routeOptions.url ?? 'unknown',
      operationName: request.operationName,
      clientName: request.clientName,
      isStream: request.isAnswered !== true && reply.raw.headersSent,
    });
    watchEnd(reply.raw, watch, { see });
    next();
  });
  http.addHook('onSend', (request, reply, _payload, next) => {
    request.isAnswered = true;
    reply.header(requestIdHeader, request.id);
    // While draining, each answer closes its connection.
    if (watch.isDraining()) reply.header('connection', 'close');
    next();
  });
}
