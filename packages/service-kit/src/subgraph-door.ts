import { HttpRefusal } from './http-refusal.ts';
import type { LiveDoor } from './live/live-door.ts';
import { defaultLiveLimits, type LiveLimits } from './live/live-limits.ts';
import type { Logger } from './logger.ts';
import type { LiveCaller } from './subgraph-live.ts';
import type { ViewerVerifier } from './viewer-signature.ts';

/** All streams of a subgraph are its gateways': few addresses, many operations, and articles whole in one event. */
export const subgraphLiveLimits: LiveLimits = {
  ...defaultLiveLimits,
  // A gateway gives up what is silent for some longer.
  heartbeatMs: 10_000,
  bufferMaxBytes: 4_194_304,
  maxConnectionsPerAddress: defaultLiveLimits.maxConnections,
  maxOperations: defaultLiveLimits.maxConnections,
  maxFrameBytes: 262_144,
};

export interface SubgraphDoorOptions {
  readonly verify: ViewerVerifier;
  readonly logger: Logger;
  readonly clock: () => Date;
}

/**
 * Lets in whom the gateway signed for. A stream's signature stands in the request's headers and covers its body; a socket's
 * stands in the payload of `connection_init` under the same two names, over an empty body.
 */
export function createSubgraphDoor({ verify, logger, clock }: SubgraphDoorOptions): LiveDoor<LiveCaller> {
  return async ({ transport, request, requestId, body, init }) => {
    const isSocket = transport === 'websocket';
    const verification = verify(isSocket ? (init ?? {}) : request.headers, isSocket ? '' : body, clock());
    if (!verification.ok) {
      logger.warn({ requestId, reason: verification.reason }, 'unsigned stream refused');
      throw new HttpRefusal(401, 'UNAUTHENTICATED', { message: 'This subgraph answers only its gateway.' });
    }
    const { viewer } = verification;
    const address = request.socket.remoteAddress ?? '';
    return { address, createContext: (notes) => ({ ...notes, viewer }) };
  };
}
