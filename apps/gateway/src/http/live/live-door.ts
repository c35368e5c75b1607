import { countedAddress } from '@dateline/service-kit/counted-address';
import { badRequest, HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { AdmittedClient, LiveDoor, LiveKnock, LiveOperationNotes } from '@dateline/service-kit/live/live-door';
import { streamTokenHeader } from '@dateline/service-kit/live/sse/event-streams';
import type { Logger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { Admission } from '../../admission/admission.ts';
import type { Client } from '../../admission/client.ts';
import type { GatewayContext } from '../../context.ts';
import type { Authenticate } from '../../identity/authenticate.ts';
import { Lifetime } from '../../lifetime.ts';
import { isForeignPagesGet } from '../cross-site.ts';
import { isHost } from '../host.ts';
import { isOriginAllowed } from './origin.ts';

export interface LiveDoorOptions {
  readonly authenticate: Authenticate;
  readonly identify: Admission['identify'];
  readonly corsOrigins: readonly string[];
  readonly logger: Logger;
}

/** Lets clients in to streams and sockets, by the rules for all other requests. */
export function createLiveDoor(options: LiveDoorOptions): LiveDoor<GatewayContext> {
  const { authenticate, identify, corsOrigins, logger } = options;

  return async function admit(knock: LiveKnock): Promise<AdmittedClient<GatewayContext>> {
    const { request, transport, authorization, init } = knock;
    checkPage(request, corsOrigins);
    if (transport === 'sse') checkForeignGet(request, corsOrigins);
    const key = init?.['x-api-key'];
    const headers = typeof key === 'string' ? { ...request.headers, 'x-api-key': key } : request.headers;
    const client = identify({ headers, remoteAddress: request.socket.remoteAddress });
    const viewer = await authenticate(authorization);
    return {
      address: countedAddress(client.address),
      expiresAtMs: viewer?.expiresAtMs,
      createContext: (notes) => contextOf(notes, { viewer, client, logger }),
    };
  };
}

/** May a page of this origin be answered over a stream at all? Throws an HttpRefusal. */
export function checkPage({ headers }: LiveKnock['request'], corsOrigins: readonly string[]): void {
  if (!isHost(headers.host)) throw badRequest('The Host header is not a host.');
  if (!isOriginAllowed(headers, corsOrigins)) {
    throw new HttpRefusal(403, 'FORBIDDEN', { message: 'Pages of this origin are not answered.' });
  }
}

/** A GET may come from any page without leave, unless its origin is one that is listed, or it shows a token that only leave could get. */
function checkForeignGet({ method, url = '', headers }: LiveKnock['request'], corsOrigins: readonly string[]): void {
  if (method !== 'GET' || headers[streamTokenHeader] !== undefined || /[?&]token=/.test(url)) return;
  if (headers.origin !== undefined && corsOrigins.includes(headers.origin)) return;
  if (isForeignPagesGet(headers)) {
    throw badRequest('From a page of another site, ask by POST or send the header apollo-require-preflight.');
  }
}

function contextOf(
  { requestId, nameOperation }: LiveOperationNotes,
  { viewer, client, logger }: { readonly viewer: Viewer | null; readonly client: Client; readonly logger: Logger },
): GatewayContext {
  let child: Logger | undefined;
  return {
    requestId,
    viewer,
    client,
    nameOperation,
    get logger() {
      child ??= logger.child({ requestId });
      return child;
    },
    // Whoever runs the operation gives each piece of its work a time of its own.
    get lifetime() {
      return new Lifetime();
    },
  };
}
