import type { Logger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';
import { Lifetime } from '../lifetime.ts';

export interface RequestContextOptions {
  readonly viewer: Viewer | null;
  readonly logger: Logger;
  /** The whole request, from here to its answer. */
  readonly timeoutMs: number;
}

/** What is known of a request, until its connection closes or its time is up. */
export function createRequestContext(
  request: FastifyRequest,
  reply: FastifyReply,
  { viewer, logger, timeoutMs }: RequestContextOptions,
): GatewayContext {
  const lifetime = new Lifetime();
  const deadline = setTimeout(() => lifetime.cut('TOO_LATE'), timeoutMs);
  reply.raw.once('close', () => {
    clearTimeout(deadline);
    if (!reply.raw.writableFinished) lifetime.cut('CLIENT_GONE');
  });
  let child: Logger | undefined;
  return {
    requestId: request.id,
    viewer,
    lifetime,
    /** Made when there is something to say: most requests have only their own line. */
    get logger() {
      child ??= logger.child({ requestId: request.id });
      return child;
    },
    nameOperation(name) {
      request.operationName = name;
    },
  };
}
