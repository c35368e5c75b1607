import type { ServerResponse } from 'node:http';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import type { Logger } from './logger.ts';
import { createMeters, type Spread } from './meters.ts';
import type { Observer, Outcome, SeenRequest } from './watch-requests.ts';

/** How long requests take, by method, route and status; and what Node tells of the process. */
export function createRequestMetrics(registry: Registry, service: string): Observer {
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

/** Requests that are not answered yet. */
export interface InFlight {
  readonly began: (response: ServerResponse) => void;
  readonly ended: (request: SeenRequest, outcome: Outcome, response: ServerResponse) => void;
  /** Resolves as soon as every request is answered. */
  readonly settled: () => Promise<void>;
}

export function createInFlight(): InFlight {
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
export function createRequestLog(logger: Logger): Observer {
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
