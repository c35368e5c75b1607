import { type ErrorCode, errorCatalogue } from '@dateline/service-kit/error-catalogue';
import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { Logger } from '@dateline/service-kit/logger';
import type { FastifyInstance } from 'fastify';

/** What does not come to GraphQL at all is answered as GraphQL answers: JSON with `errors`, from the catalogue. */
export function addErrorAnswers(
  http: FastifyInstance,
  logger: Logger,
  onRefused: (operationName: string | undefined, code: string) => void = () => undefined,
): void {
  http.setNotFoundHandler((_request, reply) => reply.code(404).send(answer('NOT_FOUND')));

  http.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof HttpRefusal ? error : fromFastify(error);
    onRefused(request.operationName, refusal.code);
    if (refusal.statusCode >= 500)
      logger.error({ err: refusal.cause ?? error, requestId: request.id }, 'unexpected error');
    return reply.code(refusal.statusCode).headers(refusal.headers).send(answer(refusal.code, refusal.message));
  });
}

function answer(code: ErrorCode, message: string = errorCatalogue[code].message) {
  return { errors: [{ message, extensions: { code } }] };
}

function fromFastify(error: unknown): HttpRefusal {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new HttpRefusal(413, 'BODY_TOO_LARGE');
  if (status === 415) return new HttpRefusal(415, 'BAD_REQUEST', { message: 'Send application/json.' });
  if (status >= 400 && status < 500) return new HttpRefusal(status, 'BAD_REQUEST');
  return new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', { cause: error });
}
