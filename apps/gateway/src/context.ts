import type { BaseContext } from '@apollo/server';
import type { Logger } from '@dateline/service-kit/logger';
import type { Client } from './admission/client.ts';
import type { CallContext } from './subgraphs/call-context.ts';
import type { RequestObserver } from './telemetry/request-observer.ts';

/** What is known of one request on its whole way through the gateway. */
export interface GatewayContext extends BaseContext, CallContext {
  readonly logger: Logger;
  /** Who has sent it; an answer never depends on it. */
  readonly client: Client;
  /** Puts the operation's name into the request's log line. */
  readonly nameOperation: (name: string) => void;
  /** Who follows it: a trace, or its own explanation. Nobody, as a rule. */
  readonly observer?: RequestObserver | null | undefined;
}
