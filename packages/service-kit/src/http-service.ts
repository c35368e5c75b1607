import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { boundConnections, type ConnectionBounds } from './bound-connections.ts';
import { errorCatalogue } from './error-catalogue.ts';
import type { Logger } from './logger.ts';
import { checkReadiness, type ReadinessCheck } from './readiness.ts';
import { requestIdHeader, requestIdOf } from './request-id.ts';
import { createInFlight, createRequestLog, createRequestMetrics } from './request-observers.ts';
import { type Shortcut, throughShortcut, type Watched } from './shortcut.ts';
import { type Observer, type Watch, watchEnd, watchRequests } from './watch-requests.ts';

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
    createRequestMetrics(registry, name),
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
