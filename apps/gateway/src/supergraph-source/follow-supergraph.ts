import type { Logger } from '@dateline/service-kit/logger';
import type { Supergraph } from '../engine/supergraph/supergraph.ts';
import { type GraphEvents, unheard } from '../telemetry/events.ts';
import type { SupergraphSource } from './supergraph-source.ts';

export interface FollowOptions {
  readonly source: SupergraphSource;
  /** Serves it once it is ready to be served. Rejects when it cannot be. */
  readonly serve: (supergraph: Supergraph) => Promise<void>;
  readonly logger: Logger;
  readonly events?: Pick<GraphEvents, 'supergraphServed' | 'supergraphRefused'>;
}

/** The served supergraph and the one that should be: the same, but for one that was refused. */
export interface FollowedSupergraph {
  /** Serves what is there now; keeps to the one before when that cannot be served, and rejects then. */
  reload(): Promise<void>;
  /** Why the newest is not the one that is served; null when it is. */
  refusal(): string | null;
  stop(): void;
}

/** Serves each new supergraph as it comes. A bad one changes nothing, and the log says why. */
export function followSupergraph({ source, serve, logger, events = unheard.graph }: FollowOptions): FollowedSupergraph {
  let refused: string | null = null;
  // One after the other: the one asked for last is served in the end.
  let before: Promise<unknown> = Promise.resolve();
  /** Will be read, or is being read: what waits for its turn finds what is there then. */
  let unread = 0;

  const reload = () => {
    unread++;
    const reloaded = before.then(async () => {
      try {
        await serve(await source.load().finally(() => unread--));
        refused = null;
        events.supergraphServed();
      } catch (error) {
        refused = error instanceof Error ? error.message : String(error);
        events.supergraphRefused();
        throw error;
      }
    });
    before = reloaded.catch(() => undefined);
    return reloaded;
  };
  const stop = source.watch(() => {
    // Said again at each look, as long as it is not read.
    if (unread > 0) return;
    reload().then(
      () => logger.info('the supergraph has changed, and was read again'),
      () => logger.error({ reason: refused }, 'the supergraph was refused: the one before is served on'),
    );
  });
  return { reload, refusal: () => refused, stop };
}
