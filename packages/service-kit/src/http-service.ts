import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { boundConnections, type ConnectionBounds } from './bound-connections.ts';
import { errorCatalogue } from './error-catalogue.ts';
import type { Logger } from './logger.ts';
import { createMeters, type Spread } from './meters.ts';
import { checkReadiness, type ReadinessCheck } from './readiness.ts';
import { requestIdHeader, requestIdOf } from './request-id.ts';
import { type Shortcut, throughShortcut, type Watched } from './shortcut.ts';

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

export interface HttpServiceOptions {
  readonly name: string;
  readonly host: string;
  /** 0 asks for a free one. */
  readonly port: number;
  readonly logger: Logger;
  readonly readiness: Readonly<Record<string, ReadinessCheck>>;
  /** What /readyz tells beside that: parts that are away, without which the service is ready all the same. */
  readonly degradations?: Readonly<Record<string, ReadinessCheck>>;
  /** How long /readyz says 'draining' before the listener closes. */
  readonly drainDelayMs?: number;
  readonly bodyMaxBytes?: number;
  /** No bound by default. */
  readonly connections?: ConnectionBounds;
  /** What /metrics writes out; one of its own by default. */
  readonly registry?: Registry;
  /** What /metrics answers in place of the registry's own text: that of several processes together, say. */
  readonly metrics?: (own: Registry) => Promise<string>;
  /** Told of every request when its answer has left, or its client. */
  readonly onAnswered?: Observer;
  /** Answers before the router what is at hand. */
  readonly shortcut?: Shortcut;
  /** Told when a drain begins, while requests are still answered: what would go on for ever ends itself now. */
  readonly onDrain?: readonly (() => void)[];
  /** What to close after the last request, in this order. */
  readonly onClose?: readonly (() => Promise<unknown>)[];
}

type Phase = 'starting' | 'listening' | 'leaving' | 'draining' | 'closed';

/** A process's HTTP server with health, metrics, one log line a request, and a drain that loses nothing. */
export interface HttpService {
  readonly name: string;
  readonly http: FastifyInstance;
  /** Starts to listen; resolves to the base URL. */
  listen(): Promise<string>;
  /** Readiness off first, then no new connections, in-flight requests finished, resources closed. Idempotent. */
  drain(options?: DrainOptions): Promise<void>;
}

export interface DrainOptions {
  /**
   * Another process answers at this address already: /readyz goes on to speak for both, while those who keep a connection
   * to this one are sent to the other with their next answer.
   */
  readonly isReplaced?: boolean;
}

const readinessTimeoutMs = 2_000;
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 15_000;
const keepAliveTimeoutMs = 65_000;
/** Node by itself looks only every 30 s for who is too slow. */
const slownessCheckMs = 1_000;
const serverLimits = {
  headersTimeout: headersTimeoutMs,
  maxHeaderSize: 16_384,
  connectionsCheckingInterval: slownessCheckMs,
  /** Some clients offer h2c with every request: those are answered as if they had not. */
  shouldUpgradeCallback(this: Server, { headers }: IncomingMessage): boolean {
    return this.listenerCount('upgrade') > 0 && headers.upgrade?.toLowerCase() === 'websocket';
  },
};
/** For who keeps a connection and asks now and then: time to hear that it closes. */
const replacedDelayMs = 1_000;
/** After the last answer of a drain: time for its bytes to leave. */
const lastBytesMs = 100;

export function createHttpService(options: HttpServiceOptions): HttpService {
  const { name, logger, drainDelayMs = 0, onDrain = [], onClose = [] } = options;
  let phase: Phase = 'starting';
  let drained: Promise<void> | undefined;

  const registry = options.registry ?? new Registry();
  const inFlight = createInFlight();
  // In flight last: a drain that waits for the last answer waits for its line too.
  const observers = [
    createMetrics(registry, name),
    ...(options.onAnswered ? [options.onAnswered] : []),
    createRequestLog(logger),
    inFlight.ended,
  ];
  const watch: Watch = {
    began: inFlight.began,
    observers,
    isDraining: () => phase === 'leaving' || phase === 'draining',
  };
  const bodyMaxBytes = options.bodyMaxBytes ?? 1_048_576;

  const http = fastify({
    bodyLimit: bodyMaxBytes,
    forceCloseConnections: 'idle',
    genReqId: (request) => requestIdOf(request.headers[requestIdHeader]),
    keepAliveTimeout: keepAliveTimeoutMs,
    requestTimeout: requestTimeoutMs,
    return503OnClosing: false,
    frameworkErrors: answerUnreadable,
    http: serverLimits,
    ...(options.shortcut ? { serverFactory: serverWith(options.shortcut, watch, bodyMaxBytes) } : {}),
  });
  watchRequests(http, watch);
  if (options.connections) boundConnections(http.server, options.connections);

  http.get('/livez', async () => ({ status: 'live' }));
  http.get('/readyz', async (_request, reply) => {
    if (phase === 'draining') return reply.code(503).send({ status: 'draining', reasons: { process: 'draining' } });
    const [{ ready, reasons }, { reasons: degraded }] = await Promise.all([
      checkReadiness(options.readiness, readinessTimeoutMs),
      checkReadiness(options.degradations ?? {}, readinessTimeoutMs),
    ]);
    const status = ready ? 'ready' : 'not ready';
    return reply.code(ready ? 200 : 503).send({ status, reasons, ...(options.degradations ? { degraded } : {}) });
  });
  http.get('/metrics', async (_request, reply) => {
    const text = await (options.metrics ? options.metrics(registry) : registry.metrics());
    return reply.type(registry.contentType).send(text);
  });

  const close = async ({ isReplaced = false }: DrainOptions) => {
    const delayMs = isReplaced ? replacedDelayMs : drainDelayMs;
    if (phase === 'listening' && delayMs > 0) {
      phase = isReplaced ? 'leaving' : 'draining';
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
    phase = 'draining';
    for (const end of onDrain) end();
    const closed = http.close();
    await inFlight.settled();
    // What is left has asked for nothing: kept alive, or opened ahead of need. It would hold the process for a minute.
    const cut = setTimeout(() => http.server.closeAllConnections(), lastBytesMs);
    await closed;
    clearTimeout(cut);
    for (const closeResource of onClose) {
      // One that fails (its server is gone, say) does not keep the others open, nor the process from a clean end.
      await closeResource().catch((error: unknown) => logger.error({ err: error }, 'could not be closed'));
    }
    phase = 'closed';
    logger.info('closed');
  };

  return {
    name,
    http,
    async listen() {
      const url = await http.listen({ host: options.host, port: options.port });
      phase = 'listening';
      logger.info({ url }, 'listening');
      return url;
    },
    drain(how = {}) {
      drained ??= close(how);
      return drained;
    },
  };
}

/** A URL that cannot be decoded comes to no route and to no error handler. */
function answerUnreadable(_error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const { message } = errorCatalogue.BAD_REQUEST;
  reply.code(400).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
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

interface Watch {
  readonly began: (response: ServerResponse) => void;
  /** Called in this order, once a request, when its answer has left or its client has. */
  readonly observers: readonly ((request: SeenRequest, outcome: Outcome, response: ServerResponse) => void)[];
  readonly isDraining: () => boolean;
}

/** The client was gone before its answer: nobody saw the status that it would have had. As in nginx' logs. */
const clientGoneStatus = 499;

/** Calls the observers when the connection or the answer is done, unless `isElsewhere` says that somebody else does. */
function watchEnd(
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
function watchRequests(http: FastifyInstance, watch: Watch): void {
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

/** Node's own server, with the shortcut before the router. While draining, the router answers all. */
function serverWith(shortcut: Shortcut, watch: Watch, bodyMaxBytes: number) {
  const open = (request: IncomingMessage, response: ServerResponse): Watched => {
    const id = requestIdOf(request.headers[requestIdHeader]);
    let isElsewhere = false;
    let operationName: string | undefined;
    const see = () => ({
      id,
      method: request.method ?? '',
      url: request.url ?? '',
      route: shortcut.route,
      operationName,
      isStream: false,
    });
    watchEnd(response, watch, { see, isElsewhere: () => isElsewhere });
    return {
      requestId: id,
      answered(answer) {
        operationName = answer.operationName;
      },
      passOn() {
        isElsewhere = true;
      },
    };
  };
  const careful: Shortcut = {
    ...shortcut,
    takes: (request) => !watch.isDraining() && shortcut.takes(request),
    turnAway: (request) => (watch.isDraining() ? undefined : shortcut.turnAway?.(request)),
  };
  return (router: (request: IncomingMessage, response: ServerResponse) => void) =>
    createServer(
      { ...serverLimits, keepAliveTimeout: keepAliveTimeoutMs, requestTimeout: requestTimeoutMs },
      throughShortcut(careful, { bodyMaxBytes, watch: open }, router),
    );
}

function createMetrics(registry: Registry, service: string): Observer {
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const seconds = createMeters(registry).histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
  });
  // Few of each: Node lets through no method that it does not know.
  const spreads = new Map<string, Spread>();
  return ({ method, route }, { status, durationMs }) => {
    const key = `${method} ${status} ${route}`;
    let spread = spreads.get(key);
    if (!spread) {
      spread = seconds.of({ method, route, status: String(status) });
      spreads.set(key, spread);
    }
    spread.observe(durationMs / 1000);
  };
}

interface InFlight {
  readonly began: (response: ServerResponse) => void;
  readonly ended: (request: SeenRequest, outcome: Outcome, response: ServerResponse) => void;
  /** Resolves as soon as every request is answered. */
  readonly settled: () => Promise<void>;
}

function createInFlight(): InFlight {
  const open = new Set<ServerResponse>();
  let onSettled = () => {};
  return {
    began: (response) => void open.add(response),
    ended(_request, _outcome, response) {
      open.delete(response);
      if (open.size === 0) onSettled();
    },
    async settled() {
      if (open.size === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      onSettled = resolve;
      await promise;
    },
  };
}

/** One JSON line a request; probes only at debug. */
function createRequestLog(logger: Logger): Observer {
  return (request, { status, durationMs }) => {
    const level = isProbe(request) ? 'debug' : 'info';
    if (!logger.isLevelEnabled(level)) return;
    logger[level](
      {
        requestId: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
        ...(request.operationName ? { operationName: request.operationName } : {}),
        ...(request.clientName ? { clientName: request.clientName } : {}),
        status,
        durationMs: Math.round(durationMs * 10) / 10,
      },
      'request',
    );
  };
}

function isProbe({ url }: SeenRequest): boolean {
  return url === '/livez' || url === '/readyz' || url === '/metrics';
}
