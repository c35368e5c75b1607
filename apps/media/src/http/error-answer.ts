import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Logger } from '@dateline/service-kit/logger';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Answers a refusal as JSON: `{ "error": { "code", "message" } }`, never kept by a cache. */
export function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { code, message } }));
}

/** The one exit for what goes wrong in a scope of routes: nothing of the inside leaves. */
export function handleErrors(scope: FastifyInstance, logger: Logger): void {
  scope.setErrorHandler((error, request, reply) => {
    if (error instanceof CataloguedError && error.retry) {
      return sendError(reply.header('retry-after', '1'), 503, error.code, error.message);
    }
    const status = statusOf(error);
    if (status < 500) return sendError(reply, status, 'BAD_REQUEST', 'The request cannot be read.');
    logger.error({ err: error, requestId: request.id }, 'unexpected error');
    return sendError(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
  });
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}
