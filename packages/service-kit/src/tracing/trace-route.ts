import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { readTraceParent } from './trace-parent.ts';
import type { Span, Tracing } from './tracing.ts';

/** Traces the requests of a route as they come: one server span each, that goes on with the caller's trace. */
export function traceRoute(http: FastifyInstance, tracing: Tracing, route: string): void {
  http.addHook('onRequest', (request, reply, next) => {
    if (request.routeOptions.url === route) {
      const { method } = request;
      const attributes = { 'http.request.method': method, 'http.route': route, 'dateline.request_id': request.id };
      const parent = readTraceParent(request.headers['traceparent']);
      const span = tracing.begin({ name: `${method} ${route}`, kind: 'server', attributes }, parent);
      reply.raw.once('close', () => {
        if (request.operationName) span.set({ 'graphql.operation.name': request.operationName });
        endServerSpan(span, reply.raw);
      });
    }
    next();
  });
}

/** With the status that its client has seen; 499 when the client was gone before. */
export function endServerSpan(span: Span, { writableFinished, statusCode }: ServerResponse): void {
  const status = writableFinished ? statusCode : 499;
  span.set({ 'http.response.status_code': status });
  span.end(status >= 500 ? { fault: String(status) } : {});
}
