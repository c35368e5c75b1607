import type { BaseContext } from '@apollo/server';
import type { Logger } from '@dateline/service-kit/logger';
import type { CallContext } from './subgraphs/call-context.ts';

/** What is known of one request on its whole way through the gateway. */
export interface GatewayContext extends BaseContext, CallContext {
  readonly logger: Logger;
  /** Puts the operation's name into the request's log line. */
  readonly nameOperation: (name: string) => void;
}
