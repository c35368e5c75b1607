import { readTraceParent } from '@dateline/service-kit/tracing/trace-parent';
import { endServerSpan } from '@dateline/service-kit/tracing/trace-route';
import type { SpanAttributes, Tracing } from '@dateline/service-kit/tracing/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestObserver } from '../request-observer.ts';
import { traceRequest } from './trace-request.ts';

/** As OpenTelemetry's conventions for HTTP have them. No search: it may hold variables. */
export function serverAttributes(method: string, route: string): SpanAttributes {
  return { 'http.request.method': method, 'http.route': route, 'url.path': route };
}

/** A request's own span, until its answer has left; within the client's trace where it says that there is one. */
export function traceServed(tracing: Tracing, request: FastifyRequest, reply: FastifyReply): RequestObserver {
  const { method, routeOptions, headers, id } = request;
  const route = routeOptions.url ?? '/graphql';
  const attributes = { ...serverAttributes(method, route), 'dateline.request_id': id };
  const parent = readTraceParent(headers['traceparent']);
  const span = tracing.begin({ name: `${method} ${route}`, kind: 'server', attributes }, parent);
  reply.raw.once('close', () => endServerSpan(span, reply.raw));
  return traceRequest(span);
}
