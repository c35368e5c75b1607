import type { Viewer } from '@dateline/service-kit/viewer';
import type { Lifetime } from '../lifetime.ts';

/** For whom a call to a subgraph is made. */
export interface CallContext {
  readonly requestId: string;
  /** Null: nobody has signed in. */
  readonly viewer: Viewer | null;
  /** Cut when the client goes away, or the whole request takes too long. */
  readonly lifetime: Lifetime;
}
