import type {
  LiveOperations,
  LiveReceiver,
  LiveRequest,
  LiveSubscription,
} from '@dateline/service-kit/live/live-operations';
import type { Logger } from '@dateline/service-kit/logger';
import type { GatewayContext } from '../context.ts';
import type { GraphqlExecutor, IncomingOperation } from '../http/graphql-executor.ts';
import { incomingOperation } from '../http/graphql-request.ts';
import { badRequest } from '../http/http-refusal.ts';
import { admitOperation } from '../operations/admit-operation.ts';
import type { ServedGraph } from '../operations/served-graph.ts';
import type { GatewaySettings } from '../settings.ts';
import { answerOnce } from './answer-once.ts';
import { createRefusedOf } from './refused.ts';

export interface GatewayLiveOptions {
  /** The graph that is served now. */
  readonly graph: () => ServedGraph;
  /** For what has one answer. It goes by what is accepted only where it must. */
  readonly executor: GraphqlExecutor;
  readonly settings: GatewaySettings;
  readonly logger: Logger;
}

const accepted = {
  mediaType: 'application/graphql-response+json',
  acceptEncoding: undefined,
  ifNoneMatch: undefined,
} as const;

/** Operations over streams: subscriptions are executed for each event, queries and mutations once as anywhere else. */
export function createGatewayLive({
  graph,
  executor,
  settings,
  logger,
}: GatewayLiveOptions): LiveOperations<GatewayContext> {
  const { limits, introspection, requestTimeoutMs: timeoutMs } = settings;
  const refusedOf = createRefusedOf(logger, { hideSuggestions: !introspection });

  return {
    subscribe(request, context, receiver) {
      try {
        return take(request, context, receiver);
      } catch (error) {
        const { errors, status } = refusedOf(error);
        receiver.refuse(errors, status);
        return { stop() {} };
      }
    },
  };

  function take(request: LiveRequest, context: GatewayContext, receiver: LiveReceiver): LiveSubscription {
    const operation = incomingOperation('POST', JSON.stringify(request), {
      maxDepth: limits.MAX_JSON_DEPTH,
      accepted,
    });
    if (isSubscription(operation)) throw badRequest('Subscriptions are not answered yet.');
    return answerOnce(operation, context, receiver, { executor, timeoutMs, refusedOf });
  }

  function isSubscription(operation: IncomingOperation): boolean {
    const { query, operationName, variables } = operation.read();
    if (!query) return false;
    const asked = { query, operationName, variables: variables ?? {} };
    return admitOperation(graph(), asked, { limits, introspection }).definition.operation === 'subscription';
  }
}
