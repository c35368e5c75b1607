import type { Logger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Client } from '../admission/client.ts';
import type { GatewayContext } from '../context.ts';
import { Lifetime } from '../lifetime.ts';
import type { RequestObserver } from '../telemetry/request-observer.ts';

export interface RequestContextOptions {
  readonly viewer: Viewer | null;
  readonly client: Client;
  readonly logger: Logger;
  /** For all that an answer has to be asked from subgraphs, together. */
  readonly timeoutMs: number;
  readonly observer?: RequestObserver | null | undefined;
}

/** What is known of a request. What an answer at hand does not need is made when it is asked for. */
export function createRequestContext(
  request: FastifyRequest,
  reply: FastifyReply,
  { viewer, client, logger, timeoutMs, observer }: RequestContextOptions,
): GatewayContext {
  let child: Logger | undefined;
  let lifetime: Lifetime | undefined;
  return {
    requestId: request.id,
    viewer,
    client,
    observer,
    get logger() {
      child ??= logger.child({ requestId: request.id });
      return child;
    },
    get lifetime() {
      lifetime ??= lifetimeOf(reply, timeoutMs);
      return lifetime;
    },
    nameOperation(name) {
      request.operationName = name;
    },
  };
}

/** Until the connection closes before its answer, or the time is up. */
function lifetimeOf({ raw }: FastifyReply, timeoutMs: number): Lifetime {
  const lifetime = new Lifetime();
  if (raw.closed) {
    lifetime.cut('CLIENT_GONE');
    return lifetime;
  }
  const deadline = setTimeout(() => lifetime.cut('TOO_LATE'), timeoutMs);
  raw.once('close', () => {
    clearTimeout(deadline);
    if (!raw.writableFinished) lifetime.cut('CLIENT_GONE');
  });
  return lifetime;
}
