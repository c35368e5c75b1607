import type { BaseContext } from '@apollo/server';
import type { Logger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';

/** What is known of one request on its whole way through the gateway. */
export interface GatewayContext extends BaseContext {
  readonly requestId: string;
  readonly viewer: Viewer | null;
  readonly logger: Logger;
  /** Aborted when the client goes away, or the whole request takes too long (then with a TimeoutError). */
  readonly signal: AbortSignal;
  /** Puts the operation's name into the request's log line. */
  readonly nameOperation: (name: string) => void;
}
